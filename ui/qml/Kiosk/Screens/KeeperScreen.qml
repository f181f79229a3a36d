pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// For the people who work here: behind a PIN, whether this kiosk is well, and what to do if not.
Page {
    id: screen

    required property Visit visit
    required property Keeper keeper
    required property Lock lock

    measure: Math.round((lock.open ? 260 : 120) * Theme.unit)

    Heading {
        id: title

        width: parent.width
        text: screen.lock.open ? qsTr("How this kiosk is") : qsTr("For staff")
        onTextChanged: if (screen.lock.open) News.told(title.text)
    }
    Words {
        width: parent.width
        visible: !screen.lock.open
        text: screen.lock.known ? qsTr("Please type the PIN.")
                                : qsTr("No PIN is set, so nothing is shown here. Whoever looks after this device sets one with the command: %1").arg("\u2066kiosk pin\u2069")
    }
    Loader {
        width: parent.width
        active: screen.lock.known && !screen.lock.open
        visible: active
        sourceComponent: PinPad {
            lock: screen.lock
            steady: screen.visit.steady
        }
    }
    Verdict {
        width: parent.width
        well: screen.keeper.verdict.well ?? true
        text: screen.keeper.verdict.text ?? ""
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        visible: screen.lock.open
        enabled: !working
        working: screen.keeper.running
        strong: true
        glyph: "sync"
        text: screen.keeper.running ? qsTr("Becoming current …") : qsTr("Become current now")
        onClicked: screen.keeper.sync()
    }
    Card {
        width: parent.width
        visible: screen.lock.open && screen.keeper.steps.length > 0

        Repeater {
            model: screen.lock.open ? screen.keeper.steps : []

            FactLine {
                required property var modelData

                width: parent.width
                glyph: modelData.glyph
                label: modelData.label
                text: modelData.text
            }
        }
    }
    TileGrid {
        width: parent.width
        least: 85

        Repeater {
            model: screen.keeper.cards

            Card {
                id: card

                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true

                Heading {
                    width: parent.width
                    level: 2
                    text: card.modelData.title
                }
                Repeater {
                    model: card.modelData.rows

                    FactLine {
                        required property var modelData

                        width: parent?.width ?? 0
                        glyph: modelData.glyph
                        label: modelData.label
                        text: modelData.text
                    }
                }
            }
        }
    }
}
