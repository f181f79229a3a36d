import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Why nothing is heard; nothing while all is well.
RowLayout {
    id: notice

    required property string trouble
    readonly property string told: trouble === "device" ? qsTr("No sound: no loudspeaker or headphones found. Reading goes on when there are some.")
                                 : trouble === "voice" ? qsTr("There is no voice here for this language.")
                                 : trouble === "failed" ? qsTr("Reading aloud does not work right now. Please tell the people who work here.")
                                 : trouble === "private" ? qsTr("What you typed is only read aloud into headphones.") : ""

    visible: told !== ""
    spacing: Theme.near

    Glyph {
        name: notice.trouble === "private" ? "headphones" : "silent"
        color: Theme.strong
    }
    Words {
        Layout.fillWidth: true
        text: notice.told
        font.pixelSize: Theme.small
        lineHeight: Theme.headingLineHeight
        onTextChanged: if (notice.told) Accessible.announce(notice.told)
    }
}
