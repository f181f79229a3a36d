pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// While a screen is read aloud: pause, sentence back and forward, once more, speed, volume, stop; and what is wrong.
Rectangle {
    id: bar

    required property Aloud aloud

    implicitHeight: content.implicitHeight + 2 * Theme.tiny
    color: Theme.surface
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Reading aloud")

    Highlight {
        aloud: bar.aloud
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    Column {
        id: content

        x: Theme.near
        y: Theme.tiny
        width: parent.width - 2 * Theme.near
        spacing: Theme.tiny

        SoundTrouble {
            width: parent.width
            trouble: bar.aloud.trouble

            Action {
                visible: bar.aloud.trouble === "private"
                text: qsTr("Read it aloud anyway")
                onClicked: bar.aloud.allow()
            }
        }
        GridLayout {
            id: controls

            readonly property int cells: 9
            readonly property real least: 21 * Theme.unit * Math.min(1.6, Theme.textScale)

            width: parent.width
            columns: width >= cells * least ? cells : Math.ceil(cells / 2)
            uniformCellWidths: true
            uniformCellHeights: true
            columnSpacing: Theme.tiny
            rowSpacing: Theme.tiny

            component Control: RailAction {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Math.round(Theme.target * 1.1)
            }

            Control {
                text: bar.aloud.paused ? qsTr("Go on") : qsTr("Pause")
                Accessible.name: bar.aloud.paused ? qsTr("Go on reading") : qsTr("Pause reading")
                glyph: bar.aloud.paused ? "play" : "pause"
                onClicked: bar.aloud.toggle()
            }
            Control {
                text: qsTr("Sentence back")
                Accessible.name: qsTr("The sentence before")
                glyph: "previous"
                turning: true
                onClicked: bar.aloud.step(-1)
            }
            Control {
                text: qsTr("Again")
                Accessible.name: qsTr("This sentence again")
                glyph: "again"
                onClicked: bar.aloud.step(0)
            }
            Control {
                text: qsTr("Sentence on")
                Accessible.name: qsTr("The next sentence")
                glyph: "next"
                turning: true
                onClicked: bar.aloud.step(1)
            }
            Control {
                text: qsTr("Stop")
                Accessible.name: qsTr("Stop reading")
                glyph: "stop"
                onClicked: bar.aloud.stop()
            }
            Control {
                text: bar.aloud.speed === "slow" ? qsTr("Slow") : bar.aloud.speed === "fast" ? qsTr("Fast") : qsTr("Normal")
                Accessible.name: qsTr("Speed, now: %1").arg(text)
                glyph: "speed"
                onClicked: bar.aloud.nextSpeed()
            }
            Control {
                text: qsTr("Softer")
                Accessible.name: qsTr("Softer, volume now %1 of 5").arg(bar.aloud.volume)
                glyph: "softer"
                enabled: bar.aloud.volume > 1
                onClicked: bar.aloud.turn(-1)
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                VolumeLevel {
                    anchors.centerIn: parent
                    volume: bar.aloud.volume
                }
            }
            Control {
                text: qsTr("Louder")
                Accessible.name: qsTr("Louder, volume now %1 of 5").arg(bar.aloud.volume)
                glyph: "louder"
                enabled: bar.aloud.volume < 5
                onClicked: bar.aloud.turn(1)
            }
        }
    }
}
