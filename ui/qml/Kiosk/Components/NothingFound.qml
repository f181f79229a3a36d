pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// Nothing found is an answer too: where to go on.
Column {
    id: nothing

    required property Visit visit
    required property Wish wish
    required property string words
    required property var topics

    spacing: Theme.gap

    Words {
        width: parent.width
        visible: nothing.topics.length > 0
        text: qsTr("Perhaps one of these topics helps:")
    }
    TileGrid {
        width: parent.width
        least: 60

        Repeater {
            model: nothing.topics

            TopicTile {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.name
                glyph: modelData.icon
                onClicked: nothing.visit.open("topic", modelData.id)
            }
        }
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Help lines")
        glyph: "help"
        onClicked: nothing.visit.open("emergency", "")
    }
    TellCity {
        width: parent.width
        visit: nothing.visit
        wish: nothing.wish
        words: nothing.words
    }
}
