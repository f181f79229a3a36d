import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// Asks whether somebody is still there, before the visit ends by itself.
Rectangle {
    id: warning

    required property Idle idle
    required property Visit visit
    required property Aloud aloud
    // What had the focus, to give it back
    property Item before: null

    visible: idle.secondsLeft > 0
    color: Theme.ground
    Keys.onPressed: idle.start()
    onVisibleChanged: {
        if (visible) {
            before = Window.activeFocusItem;
            stay.forceActiveFocus();
            aloud.announce(question.text + " " + consequence.text);
        } else {
            before?.forceActiveFocus();
        }
    }

    MouseArea {
        anchors.fill: parent
        onClicked: warning.idle.start()
        Accessible.ignored: true
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.apart, 180 * Theme.unit)
        spacing: Theme.apart

        Heading {
            id: question

            width: parent.width
            text: qsTr("Are you still there?")
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            id: consequence

            width: parent.width
            text: qsTr("The visit ends in %n second(s), and everything you entered is deleted.", "", warning.idle.secondsLeft)
            font.pixelSize: Theme.lead
            horizontalAlignment: Text.AlignHCenter
        }
        Action {
            id: stay

            anchors.horizontalCenter: parent.horizontalCenter
            strong: true
            text: qsTr("Go on")
            onClicked: warning.idle.start()
            KeyNavigation.tab: end
            KeyNavigation.backtab: end
        }
        Action {
            id: end

            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("End visit")
            glyph: "end"
            onClicked: warning.visit.end()
            KeyNavigation.tab: stay
            KeyNavigation.backtab: stay
        }
    }
}
