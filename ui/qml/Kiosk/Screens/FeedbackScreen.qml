import QtQuick
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A sentence about an offer or guide, for the city; what stands here is gone with the screen.
Page {
    id: screen

    required property Visit visit
    required property Feedback feedback
    readonly property var subject: feedback.subject
    readonly property bool failed: feedback.states[subject.id] === "failed"

    measure: Math.round(200 * Theme.unit)
    Component.onCompleted: field.forceActiveFocus()

    Heading {
        id: question

        width: parent.width
        text: screen.subject.answer === "wrong" ? qsTr("What is wrong here?") : qsTr("What would you like to say?")
    }
    Words {
        width: parent.width
        text: screen.subject.title ?? ""
        color: Theme.quiet
    }
    SentenceField {
        id: field

        width: parent.width
        label: question.text
        longest: screen.feedback.longest
        // The keyboard goes, and what to do next comes into sight
        onFinished: send.forceActiveFocus()
        KeyNavigation.tab: send
        KeyNavigation.backtab: decline
    }
    Notice {
        width: parent.width
        live: screen.failed
        text: screen.failed ? qsTr("That did not work. Please tell the people who work here.")
                            : qsTr("Please no names and no telephone numbers.")
    }
    Flow {
        width: parent.width
        spacing: Theme.near

        Action {
            id: send

            width: Math.min(implicitWidth, parent.width)
            visible: !screen.failed
            enabled: field.length + field.preeditText.length > 0
            strong: true
            text: qsTr("Send")
            glyph: "send"
            onClicked: {
                Qt.inputMethod.commit(); // qmllint disable missing-property
                screen.feedback.say(screen.subject.id, screen.visit.language, field.text);
                screen.visit.back();
            }
        }
        Action {
            id: decline

            width: Math.min(implicitWidth, parent.width)
            text: qsTr("No, thanks")
            onClicked: {
                screen.feedback.decline(screen.subject.id);
                screen.visit.back();
            }
        }
    }
}
