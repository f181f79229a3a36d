pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A topic: its offers, its parts and its guides.
Page {
    id: screen

    required property Visit visit
    required property TopicView view
    readonly property bool known: view.topic.id !== undefined

    measure: Math.round(260 * Theme.unit)

    Gone {
        width: parent.width
        visible: !screen.known
        visit: screen.visit
    }
    RowLayout {
        width: parent.width
        visible: screen.known
        spacing: Theme.gap

        Disc {
            Layout.alignment: Qt.AlignTop
            glyph: screen.view.topic.icon ?? ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Heading {
                Layout.fillWidth: true
                text: screen.view.topic.name ?? ""
            }
            Words {
                Layout.fillWidth: true
                text: screen.view.topic.description ?? ""
                color: Theme.quiet
            }
        }
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        visible: screen.view.offerCount > 0
        strong: true
        glyph: "service"
        text: qsTr("Show all %n offer(s)", "", screen.view.offerCount)
        onClicked: screen.visit.open("results", "topic:" + screen.view.topic.id)
    }
    TileGrid {
        width: parent.width
        least: 70
        visible: screen.view.parts.length > 0

        Repeater {
            model: screen.view.parts

            Action {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.name
                onClicked: screen.visit.open("results", "topic:" + modelData.id)
            }
        }
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        visible: screen.view.guides.length > 0
        text: qsTr("Good to know")
    }
    TileGrid {
        width: parent.width
        least: 100

        Repeater {
            model: screen.view.guides

            EntryRow {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                entry: modelData
                onClicked: screen.visit.open("guide", modelData.id)
            }
        }
    }
    Words {
        width: parent.width
        visible: screen.known && screen.view.offerCount === 0
        text: qsTr("There are no offers for this topic here yet. The authority number 115 helps you on.")
    }
}
