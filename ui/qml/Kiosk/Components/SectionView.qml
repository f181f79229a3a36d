pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A part of a text with its title.
Column {
    id: section

    property string title: ""
    property var blocks: []
    // Of the blocks; the title is in the visitor's
    property string language: ""

    spacing: Theme.near

    Heading {
        width: parent.width
        visible: text !== ""
        level: 2
        topPadding: Theme.near
        text: section.title
    }
    Repeater {
        model: section.blocks

        BlockView {
            required property var modelData

            width: section.width
            block: modelData
            language: section.language
        }
    }
}
