import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// Was this helpful? Two thumbs, or that something is wrong; once for a record and visit, then words if one likes.
Card {
    id: card

    required property Visit visit
    required property Feedback feedback
    required property string record
    readonly property string how: feedback.states[record] ?? ""
    readonly property bool asking: how === "" || how === "keeping"

    visible: record !== ""

    function answer(answer: string): void {
        feedback.answer(record, visit.language, answer);
    }

    Heading {
        id: said

        width: parent.width
        level: 2
        text: card.asking ? qsTr("Was this helpful?")
            : card.how === "failed" ? qsTr("That did not work. Please tell the people who work here.")
            : card.how === "done" ? qsTr("Thank you.")
            : qsTr("Thank you. Would you like to say something about it?")
        onTextChanged: if (!card.asking) News.told(said.text)
    }
    TileGrid {
        width: parent.width
        least: 44
        count: 3
        visible: card.asking

        Action {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Math.round(Theme.target * 1.3)
            text: qsTr("Yes", "helpful")
            Accessible.name: qsTr("Yes, this was helpful")
            glyph: "helpful"
            onClicked: card.answer("up")
        }
        Action {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Math.round(Theme.target * 1.3)
            text: qsTr("No", "not helpful")
            Accessible.name: qsTr("No, this was not helpful")
            glyph: "unhelpful"
            onClicked: card.answer("down")
        }
        Action {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("Something is wrong here")
            glyph: "notice"
            onClicked: {
                card.answer("wrong");
                card.visit.open("feedback", card.record);
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.near
        visible: card.how === "kept"

        Action {
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Write a sentence")
            glyph: "write"
            onClicked: card.visit.open("feedback", card.record)
        }
        Action {
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("No, thanks")
            onClicked: card.feedback.decline(card.record)
        }
    }
}
