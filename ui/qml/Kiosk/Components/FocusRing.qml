import QtQuick
import Kiosk.Theme

// Shows which control a keyboard will act on.
Rectangle {
    required property Item control

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    visible: control.activeFocus
    color: "transparent"
    radius: Theme.radius + Theme.focusWidth
    border.color: Theme.focus
    border.width: Theme.focusWidth
    z: 1
}
