import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A number to call, and for what.
Touchable {
    id: card

    required property var line
    property bool urgent: false
    readonly property color inked: urgent && !down ? Theme.inkOnUrgent : Theme.ink

    // A title that is the number says it once
    text: line.title.includes(line.phone) ? line.title : line.title + ", " + line.phone
    language: line.language
    details: line.summary
    Accessible.description: [line.hours, line.cost].filter(part => part).join(". ")
    padding: Theme.gap
    fill: urgent ? Theme.urgent : Theme.surface
    edge: urgent ? Theme.urgent : Theme.line

    contentItem: ColumnLayout {
        spacing: Theme.tiny

        Words {
            Layout.fillWidth: true
            text: "\u2066" + card.line.phone + "\u2069"
            horizontalAlignment: Text.AlignLeft
            font.bold: true
            font.pixelSize: card.urgent ? Theme.display : Theme.title
            lineHeight: Theme.headingLineHeight
            color: card.urgent ? card.inked : Theme.strong
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            text: card.line.title
            language: card.line.language
            font.bold: true
            color: card.inked
            lineHeight: Theme.headingLineHeight
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            text: card.line.summary
            language: card.line.language
            font.pixelSize: Theme.small
            color: card.inked
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: [card.line.hours, card.line.cost].filter(part => part).join(" · ")
            font.pixelSize: Theme.small
            font.bold: true
            color: card.inked
            Accessible.ignored: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
