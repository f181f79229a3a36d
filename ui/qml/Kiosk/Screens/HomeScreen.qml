import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// The start of a visit: say what you look for, choose a topic, or see what is open near here.
Page {
    id: screen

    required property Visit visit
    required property Home home

    measure: Math.round(320 * Theme.unit)

    Heading {
        width: parent.width
        text: qsTr("What do you need?")
    }
    SearchPrompt {
        width: parent.width
        onClicked: screen.visit.open("results", "")
    }
    TileGrid {
        width: parent.width

        Repeater {
            model: screen.home.topics

            TopicTile {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.name
                description: modelData.description
                glyph: modelData.icon
                onClicked: screen.visit.open("topic", modelData.id)
            }
        }
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        visible: screen.home.openNow.length > 0
        level: 2
        text: screen.home.place ? qsTr("Open now near here") : qsTr("Open now")
    }
    TileGrid {
        width: parent.width
        least: 90

        Repeater {
            model: screen.home.openNow

            EntryRow {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                entry: modelData
                brief: true
                onClicked: screen.visit.open("offer", modelData.id)
            }
        }
    }
}
