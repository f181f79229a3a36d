import QtQuick
import Kiosk.Theme

// One of the actions that are always there: icon above its word.
Touchable {
    id: action

    required property string glyph
    property bool urgent: false
    readonly property color inked: urgent && !down ? Theme.inkOnUrgent : enabled ? Theme.ink : Theme.line

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
            size: Math.round(6 * Theme.unit * Math.min(Theme.textScale, 1.2))
            rotation: action.glyph === "back" && action.mirrored ? 180 : 0
        }
        Words {
            id: label

            width: parent.width
            text: action.text
            color: action.inked
            font.pixelSize: Math.round(3 * Theme.unit * Math.min(Theme.textScale, 1.6))
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(2 * Theme.unit)
            wrapMode: Text.NoWrap
            lineHeight: 1
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
