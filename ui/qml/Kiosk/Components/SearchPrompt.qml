import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Looks like the search field it leads to.
Touchable {
    id: prompt

    text: qsTr("Search: say what you need in your own words")
    edge: Theme.quiet
    horizontalPadding: Theme.gap

    contentItem: RowLayout {
        spacing: Theme.gap

        Glyph {
            name: "search"
            color: Theme.strong
        }
        Words {
            Layout.fillWidth: true
            text: prompt.text
            color: Theme.quiet
            font.pixelSize: Theme.lead
            lineHeight: Theme.headingLineHeight
            Accessible.ignored: true
        }
    }
}
