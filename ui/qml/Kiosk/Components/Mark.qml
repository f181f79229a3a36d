import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// The mark of the project: a door that stands open, and its name.
RowLayout {
    spacing: Theme.near

    Rectangle {
        implicitWidth: Theme.icon * 1.2
        implicitHeight: Theme.icon * 1.5
        topLeftRadius: width / 2
        topRightRadius: width / 2
        color: Theme.strong

        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.width * 0.55
            height: parent.height * 0.72
            topRightRadius: parent.width * 0.28
            color: Theme.doorLight
        }
    }
    Words {
        text: "Anlaufstelle"
        font.bold: true
        font.pixelSize: Theme.lead
        color: Theme.strong
    }
}
