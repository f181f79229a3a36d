import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// The first thing anybody sees: what this is, and the languages, each in its own name and script.
Item {
    id: screen

    required property Visit visit
    required property string place
    readonly property bool wide: width > height

    Page {
        anchors.fill: parent
        measure: Math.round(300 * Theme.unit)
        spacing: Theme.apart

        GridLayout {
            width: parent.width
            columns: screen.wide && Theme.textScale < 2 ? 2 : 1
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
                    font.pixelSize: Theme.display
                }
                Words {
                    Layout.fillWidth: true
                    text: qsTr("Offers and advice near you: free, without registration, in your language.")
                    font.pixelSize: Theme.lead
                }
                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: screen.place
                    color: Theme.quiet
                }
                Action {
                    Layout.topMargin: Theme.near
                    text: qsTr("Emergency numbers")
                    glyph: "emergency"
                    onClicked: screen.visit.open("emergency", "")
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                spacing: Theme.gap

                Heading {
                    Layout.fillWidth: true
                    level: 2
                    text: qsTr("Please choose your language")
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: Theme.textScale > 1.5 && !screen.wide ? 1 : 2
                    uniformCellWidths: true
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap

                    Repeater {
                        model: screen.visit.languages

                        Action {
                            required property var modelData

                            Layout.fillWidth: true
                            Layout.minimumHeight: Theme.target * 1.15
                            text: modelData.name
                            onClicked: screen.visit.begin(modelData.code)
                        }
                    }
                }
            }
        }
    }
}
