import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// Says to everybody that the screen is explored by touch, what a touch now does, and lets it be switched off.
Rectangle {
    id: bar

    required property Exploring exploring
    required property Visit visit
    required property Aloud aloud

    implicitHeight: row.implicitHeight + 2 * Theme.tiny
    color: Theme.notice

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.tiny
        columns: width > 85 * Theme.unit * Theme.textScale ? 2 : 1
        columnSpacing: Theme.near
        rowSpacing: Theme.tiny

        Touchable {
            id: how

            Layout.fillWidth: true
            text: qsTr("Exploring by touch: tap twice to press. How it works")
            framed: false
            fill: "transparent"
            onClicked: bar.exploring.explain()

            contentItem: RowLayout {
                spacing: Theme.near

                Glyph {
                    name: "info"
                }
                Words {
                    Layout.fillWidth: true
                    text: how.text
                    font.pixelSize: Theme.small
                    lineHeight: Theme.headingLineHeight
                    Accessible.ignored: true
                }
            }
        }
        Action {
            text: qsTr("Switch off")
            glyph: "close"
            onClicked: bar.visit.explore(false)
        }
        SoundTrouble {
            Layout.columnSpan: row.columns
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap
            Layout.bottomMargin: Theme.near
            trouble: bar.aloud.trouble
        }
    }
}
