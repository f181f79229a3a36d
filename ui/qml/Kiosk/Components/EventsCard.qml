import QtQuick

// The next dates of an event.
Card {
    id: card

    property var events: []

    visible: events.length > 0

    FactLine {
        width: parent.width
        glyph: "event"
        label: qsTr("Next dates")
        text: card.events.map(event => event.when).join("\n")
    }
}
