pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// The first thing anybody sees: what this is, and the languages, each in its own name and script.
Page {
    id: screen

    required property Visit visit
    required property string place
    readonly property bool roomy: width > 180 * Theme.unit * Theme.textScale

    measure: Math.round(300 * Theme.unit)
    centred: true

    GridLayout {
        width: parent.width
        columns: screen.roomy ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.apart

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            Mark {}
            Heading {
                Layout.fillWidth: true
                Layout.topMargin: Theme.near
                text: qsTr("Here you find help")
                size: Theme.display
            }
            Welcome {
                Layout.fillWidth: true
                visible: screen.roomy
                place: screen.place
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            spacing: Theme.gap

            Heading {
                Layout.fillWidth: true
                level: 2
                text: qsTr("Please choose your language")
            }
            TileGrid {
                Layout.fillWidth: true
                least: 46
                count: screen.visit.languages.length

                Repeater {
                    model: screen.visit.languages

                    Action {
                        required property var modelData

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.minimumHeight: Math.round(Theme.target * 1.15)
                        text: modelData.name
                        language: modelData.code
                        says: () => screen.visit.greeting(modelData.code)
                        onClicked: screen.visit.begin(modelData.code)
                    }
                }
            }
        }
        Welcome {
            Layout.fillWidth: true
            visible: !screen.roomy
            place: screen.place
        }
    }
}
