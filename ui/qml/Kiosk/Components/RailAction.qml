import QtQuick
import Kiosk.Theme

// One of the actions that are always there: icon above its word.
Touchable {
    id: action

    required property string glyph
    property bool urgent: false
    readonly property color inked: urgent && !down ? Theme.onUrgent : enabled ? Theme.ink : Theme.line

    padding: Theme.tiny
    horizontalPadding: Theme.tiny
    framed: urgent
    fill: urgent ? Theme.urgent : "transparent"
    edge: Theme.urgent

    contentItem: Column {
        spacing: 0
        topPadding: (action.availableHeight - glyph.height - label.height) / 2

        Glyph {
            id: glyph

            anchors.horizontalCenter: parent.horizontalCenter
            name: action.glyph
            color: action.inked
            size: Theme.icon * 0.9
            rotation: action.glyph === "back" && action.mirrored ? 180 : 0
        }
        Words {
            id: label

            width: parent.width
            text: action.text
            color: action.inked
            font.pixelSize: Theme.small * 0.9
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small * 0.55
            wrapMode: Text.NoWrap
            lineHeight: 1
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
