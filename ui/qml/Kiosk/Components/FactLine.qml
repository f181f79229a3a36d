import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A fact with its name above it.
RowLayout {
    id: line

    required property string glyph
    required property string label
    required property string text
    // What visitors came for stands out
    property bool weighty: false
    property color ink: Theme.ink
    // Of the text; the label is always in the visitor's
    property string language: ""

    visible: text !== ""
    spacing: Theme.gap

    Glyph {
        Layout.alignment: Qt.AlignTop
        name: line.glyph
        color: Theme.strong
        size: Theme.lead
    }
    Column {
        Layout.fillWidth: true

        Words {
            width: parent.width
            visible: text !== ""
            text: line.label
            color: Theme.quiet
            font.pixelSize: Theme.small
            lineHeight: Theme.headingLineHeight
            horizontalAlignment: Text.AlignLeft
        }
        Words {
            width: parent.width
            text: line.text
            language: line.language
            color: line.ink
            font.bold: line.weighty
            horizontalAlignment: Text.AlignLeft
        }
    }
}
