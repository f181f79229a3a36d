import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// What was here is in the local copy no more.
Column {
    id: gone

    required property Visit visit

    spacing: Theme.gap

    Heading {
        width: parent.width
        text: qsTr("This entry is no longer available.")
    }
    Words {
        width: parent.width
        text: qsTr("It was taken out since you saw it, or it cannot be read. Maybe you find what you need on the start page.")
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        strong: true
        text: qsTr("To the start page")
        glyph: "home"
        onClicked: gone.visit.home()
    }
}
