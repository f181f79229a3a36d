import QtQuick
import Kiosk.Theme

// A framed group of facts.
Rectangle {
    id: card

    default property alias content: column.data

    implicitHeight: column.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hair
    border.color: Theme.line

    Column {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.near
    }
}
