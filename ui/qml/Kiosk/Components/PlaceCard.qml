import QtQuick

// Where an offer is found, and how to get in.
Card {
    id: card

    required property var place
    // Of names and addresses
    property string language: ""

    FactLine {
        width: parent.width
        glyph: "place"
        label: [qsTr("Where"), card.place.distance].filter(part => part).join(" · ")
        text: [card.place.name, card.place.address, card.place.district].filter(part => part).join("\n")
        language: card.language
    }
    FactLine {
        width: parent.width
        glyph: "wheelchair"
        label: qsTr("Accessibility")
        text: [card.place.wheelchair, card.place.toilet, card.place.accessibility].filter(part => part).join("\n")
              || qsTr("Not known. Please ask before you go.")
    }
    LinkCard {
        width: parent.width
        visible: card.place.geo !== ""
        framed: false
        url: card.place.geo
        text: qsTr("Show on your phone's map")
    }
}
