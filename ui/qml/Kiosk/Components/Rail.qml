pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// What is always there: beside the page where the screen is wide, below it where it is high.
Rectangle {
    id: rail

    required property Visit visit
    required property Aloud aloud
    // The screen to read
    required property Item page
    property bool beside: true
    readonly property bool visiting: visit.screen !== "start"

    implicitWidth: Math.round(24 * Theme.unit * (Theme.textScale > 1.5 ? 1.5 : Theme.textScale))
    implicitHeight: grid.implicitHeight + 2 * Theme.tiny
    color: Theme.surface

    Rectangle {
        width: rail.beside ? Theme.hair : parent.width
        height: rail.beside ? parent.height : Theme.hair
        anchors.right: rail.beside ? parent.right : undefined
        anchors.top: parent.top
        color: Theme.line
    }

    GridLayout {
        id: grid

        anchors.fill: parent
        anchors.margins: Theme.tiny
        columns: rail.beside ? 1 : 5
        uniformCellHeights: true
        uniformCellWidths: true
        rowSpacing: Theme.tiny
        columnSpacing: Theme.tiny

        // On the start screen the actions keep their places
        Repeater {
            model: rail.beside && !rail.visiting ? 4 : 0

            Item {
                Layout.fillHeight: true
            }
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: rail.visiting
            text: qsTr("Start page")
            glyph: "home"
            onClicked: rail.visit.home()
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: rail.visiting
            text: qsTr("Back")
            glyph: "back"
            enabled: rail.visit.canGoBack
            onClicked: rail.visit.back()
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: rail.visiting
            text: qsTr("Language")
            glyph: "language"
            onClicked: rail.visit.open("languages", "")
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Read aloud")
            Accessible.name: rail.aloud.active ? qsTr("Stop reading") : qsTr("Read this screen aloud")
            glyph: "speak"
            lit: rail.aloud.active
            onClicked: {
                if (rail.aloud.active) {
                    rail.aloud.stop();
                } else {
                    // The page needs the room
                    Qt.inputMethod.hide(); // qmllint disable missing-property
                    rail.aloud.read(rail.page);
                }
            }
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Text %1 %").arg(Math.round(Theme.textScale * 100))
            Accessible.name: qsTr("Text size, now %1 percent").arg(Math.round(Theme.textScale * 100))
            glyph: "text-size"
            onClicked: rail.visit.nextTextScale()
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: Theme.name === "light" ? qsTr("Light") : Theme.name === "dark" ? qsTr("Dark") : qsTr("Contrast")
            Accessible.name: qsTr("Colours, now: %1").arg(text)
            glyph: "theme"
            onClicked: rail.visit.nextTheme()
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("About")
            Accessible.name: qsTr("About this place and privacy")
            glyph: "info"
            onClicked: rail.visit.open("about", "")
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: rail.visiting
            text: qsTr("End visit")
            glyph: "end"
            onClicked: rail.visit.end()
        }
        RailAction {
            Layout.fillWidth: true
            Layout.fillHeight: true
            // Below the page it takes what is left of the last row
            Layout.columnSpan: rail.beside || !rail.visiting ? 1 : 2
            text: qsTr("Emergency")
            glyph: "emergency"
            urgent: true
            onClicked: rail.visit.open("emergency", "")
        }
    }
}
