pragma ComponentBehavior: Bound

import QtQuick

// Somebody to turn to.
Card {
    id: card

    required property var contact
    // Of the contact's name
    property string language: ""

    FactLine {
        width: parent.width
        glyph: "speech"
        label: qsTr("Contact")
        text: card.contact.name
        language: card.language
    }
    Repeater {
        model: card.contact.phones

        FactLine {
            required property string modelData

            width: parent.width
            glyph: "phone"
            label: qsTr("Telephone")
            text: "\u2066" + modelData + "\u2069"
            weighty: true
        }
    }
    FactLine {
        width: parent.width
        glyph: "clock"
        label: qsTr("Reachable")
        text: card.contact.hours
    }
    FactLine {
        width: parent.width
        glyph: "speech"
        label: qsTr("Languages spoken")
        text: card.contact.languages
    }
    LinkCard {
        width: parent.width
        visible: card.contact.email !== ""
        framed: false
        url: "mailto:" + card.contact.email
        text: qsTr("E-mail")
    }
    LinkCard {
        width: parent.width
        visible: card.contact.website !== ""
        framed: false
        url: card.contact.website
        text: qsTr("Website")
    }
}
