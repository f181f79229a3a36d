import QtQuick
import Kiosk.Theme

// Frames what was said last, in two colours that stand out from every ground.
Rectangle {
    id: frame

    required property rect area
    readonly property int room: Theme.focusWidth + Theme.tiny

    visible: area.width > 0
    x: area.x - room
    y: area.y - room
    width: area.width + 2 * room
    height: area.height + 2 * room
    color: "transparent"
    radius: Theme.radius + Theme.focusWidth
    border.width: Theme.focusWidth
    border.color: Theme.strong

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.focusWidth
        color: "transparent"
        radius: frame.radius + Theme.focusWidth
        border.width: Theme.focusWidth
        border.color: Theme.inkOnStrong
    }
}
