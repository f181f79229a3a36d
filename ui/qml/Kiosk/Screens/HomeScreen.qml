pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// The start of a visit: say what you look for, see what is open near here, or choose a topic.
Page {
    id: screen

    required property Visit visit
    required property Home home
    readonly property bool roomy: width > 180 * Theme.unit * Theme.textScale

    // What is open now, and something to read while nothing is
    readonly property bool anyOpen: home.openNow.length > 0
    readonly property var offered: anyOpen ? home.openNow : home.guides
    readonly property string offeredTitle: !anyOpen ? qsTr("Good to know")
                                         : home.place ? qsTr("Open now near here") : qsTr("Open now")

    measure: Math.round(320 * Theme.unit)

    GridLayout {
        width: parent.width
        columns: screen.roomy ? 2 : 1
        columnSpacing: Theme.apart
        rowSpacing: Theme.apart

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            Layout.fillHeight: false
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            Heading {
                Layout.fillWidth: true
                text: qsTr("What do you need?")
            }
            SearchPrompt {
                Layout.fillWidth: true
                onClicked: screen.visit.open("results", "")
            }
            EntryList {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                visible: screen.roomy && screen.offered.length > 0
                visit: screen.visit
                title: screen.offeredTitle
                entries: screen.offered
            }
        }
        TileGrid {
            Layout.fillWidth: true
            Layout.preferredWidth: 7
            Layout.fillHeight: false
            Layout.alignment: Qt.AlignTop
            count: screen.home.topics.length

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
        EntryList {
            Layout.fillWidth: true
            visible: !screen.roomy && screen.offered.length > 0
            visit: screen.visit
            title: screen.offeredTitle
            entries: screen.offered
        }
    }
}
