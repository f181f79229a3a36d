import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// Lets a visitor tell the city what is missing; their words go along only if they say so.
Card {
    id: card

    required property Visit visit
    required property Wish wish
    required property string words
    readonly property bool told: wish.told === words
    property bool asked: false

    onWordsChanged: asked = false

    Words {
        width: parent.width
        live: visible
        text: card.wish.failed ? qsTr("That did not work. Please tell the people who work here.")
            : card.told ? qsTr("Thank you. The city will learn that something is missing here.")
            : card.asked ? qsTr("May your words be sent along? Please no names.")
            : qsTr("Should the city know that something is missing here?")
    }
    Flow {
        width: parent.width
        spacing: Theme.near
        visible: !card.told && !card.wish.failed

        Action {
            visible: !card.asked
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Yes, tell the city")
            glyph: "notice"
            onClicked: card.asked = true
        }
        Action {
            visible: card.asked
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("With my words: %1").arg(card.words)
            secret: true
            onClicked: card.wish.tell(card.visit.language, card.words, true)
        }
        Action {
            visible: card.asked
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Without my words")
            onClicked: card.wish.tell(card.visit.language, card.words, false)
        }
    }
}
