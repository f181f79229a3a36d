pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// Emergency calls and help lines, in large figures.
Page {
    id: screen

    required property Visit visit
    required property Emergency emergency

    measure: Math.round(300 * Theme.unit)

    Heading {
        width: parent.width
        text: qsTr("Emergency: call these numbers")
        color: Theme.urgent
    }
    Words {
        width: parent.width
        text: qsTr("Ask the people who work here to call if you cannot.")
    }
    TileGrid {
        width: parent.width
        least: 90

        Repeater {
            model: screen.emergency.urgent

            NumberCard {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                line: modelData
                urgent: true
                onClicked: screen.visit.open("offer", modelData.id)
            }
        }
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        text: qsTr("Help lines")
    }
    TileGrid {
        width: parent.width
        least: 90

        Repeater {
            model: screen.emergency.lines

            NumberCard {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                line: modelData
                onClicked: screen.visit.open("offer", modelData.id)
            }
        }
    }
}
