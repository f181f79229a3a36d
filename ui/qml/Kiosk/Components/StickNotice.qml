import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// What happens to a stick that somebody plugged in: a line below the page, which goes on as it is.
Rectangle {
    id: strip

    required property Stick stick
    readonly property bool shown: stick.state !== ""

    height: shown ? notice.implicitHeight + 2 * Theme.near : 0
    visible: shown
    color: Theme.ground

    Notice {
        id: notice

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.apart
        height: implicitHeight
        glyph: "stick"
        text: strip.stick.state === "reading" ? qsTr("New content is being read …")
            : strip.stick.state === "done" ? qsTr("Done. You can pull out the stick.")
            : strip.stick.state === "older" ? qsTr("There is nothing newer on the stick. You can pull it out.")
            : strip.stick.state === "unfit" ? qsTr("This stick is not for this device.")
            : strip.stick.state === "empty" ? qsTr("There is no content for this device on the stick.")
            : strip.stick.state === "failed" ? qsTr("The stick could not be read.") : ""
        live: true
    }
}
