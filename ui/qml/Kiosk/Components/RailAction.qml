import QtQuick
import Kiosk.Theme

// One of the actions that are always there: icon above its word.
Touchable {
    id: action

    required property string glyph
    property bool urgent: false
    // On, until it is pressed again
    property bool lit: false
    // Whether the icon points along the line of reading
    property bool turning: glyph === "back"
    readonly property color inked: urgent && !down ? Theme.inkOnUrgent : Theme.ink

    padding: Theme.tiny
    horizontalPadding: Theme.tiny
    framed: urgent
    fill: urgent ? Theme.urgent : lit ? Theme.pressed : "transparent"
    edge: Theme.urgent

    contentItem: Item {
        opacity: action.enabled ? 1 : 0.3
        implicitWidth: icon.width
        implicitHeight: icon.height + label.height

        Glyph {
            id: icon

            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height - height - label.height) / 2
            name: action.glyph
            color: action.inked
            size: Math.round(6 * Theme.unit * Math.min(Theme.textScale, 1.2))
            rotation: action.turning && action.mirrored ? 180 : 0
        }
        // Its height is that of its type before it is made to fit: else the row would never come to rest
        Words {
            id: label

            anchors.top: icon.bottom
            width: parent.width
            height: Math.ceil(font.pixelSize * 1.4)
            verticalAlignment: Text.AlignVCenter
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
