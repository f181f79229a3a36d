pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// When it is open: the answer now, then the days of this week.
Card {
    id: card

    property var hours: ({})
    // Of what was written by hand
    property string language: ""
    readonly property bool unknown: hours.state === "unknown"

    visible: (hours.now ?? "") !== ""

    FactLine {
        width: parent.width
        glyph: "clock"
        label: qsTr("Opening hours")
        text: card.hours.closedForNow ? qsTr("Closed for the time being") : !card.unknown ? card.hours.now ?? ""
            : card.hours.raw || qsTr("Not known. Please ask before you go.")
        language: card.unknown && card.hours.raw ? card.language : ""
        weighty: !card.unknown
        ink: card.hours.state === "open" ? Theme.open : Theme.ink
    }
    Repeater {
        model: card.hours.days

        RowLayout {
            id: day

            required property var modelData

            width: parent.width
            spacing: Theme.near
            Accessible.role: Accessible.StaticText
            Accessible.name: name.text + ": " + times.text

            Words {
                id: name

                Layout.preferredWidth: card.width * 0.42
                Layout.alignment: Qt.AlignTop
                text: day.modelData.holiday ? day.modelData.name + " (" + day.modelData.holiday + ")" : day.modelData.name
                font.bold: day.modelData.today
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            Words {
                id: times

                Layout.fillWidth: true
                text: day.modelData.times
                horizontalAlignment: Text.AlignLeft
                font.bold: day.modelData.today
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
    Words {
        width: parent.width
        visible: text !== "" && !card.unknown
        text: card.hours.raw ?? ""
        language: card.language
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: card.hours.comment ?? ""
        language: card.language
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
}
