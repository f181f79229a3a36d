import QtQuick
import Kiosk.Theme

// An icon on a soft round ground.
Rectangle {
    id: disc

    required property string glyph
    property int index: 0

    implicitWidth: Math.round(Theme.icon * 1.7)
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.tint(index)
    border.width: Theme.name === "contrast" ? Theme.hair : 0
    border.color: Theme.line

    Glyph {
        anchors.centerIn: parent
        name: disc.glyph
    }
}
