import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A topic on the first screen: icon and name.
Touchable {
    id: tile

    required property string glyph
    required property int index
    property string description: ""

    Accessible.description: description
    verticalPadding: Theme.tiny
    horizontalPadding: Theme.near

    contentItem: RowLayout {
        spacing: Theme.gap

        Disc {
            glyph: tile.glyph
            index: tile.index
        }
        Words {
            Layout.fillWidth: true
            text: tile.text
            language: tile.language
            font.bold: true
            lineHeight: Theme.headingLineHeight
            Accessible.ignored: true
        }
    }
}
