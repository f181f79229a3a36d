import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A short fact with an icon, as in the lines of a list.
RowLayout {
    id: tag

    required property string glyph
    required property string text
    property color ink: Theme.quiet

    spacing: Theme.tiny
    visible: text !== ""

    Glyph {
        Layout.alignment: Qt.AlignTop
        name: tag.glyph
        size: Theme.body
        color: tag.ink
    }
    Words {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        text: tag.text
        font.pixelSize: Theme.small
        lineHeight: Theme.headingLineHeight
        color: tag.ink
        Accessible.ignored: true
    }
}
