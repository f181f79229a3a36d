pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// What this is, what happens to what a visitor does here, and where the content comes from.
Page {
    id: screen

    required property Visit visit
    required property About about

    measure: Math.round(200 * Theme.unit)

    Heading {
        width: parent.width
        text: qsTr("About this place")
    }
    Notice {
        width: parent.width
        glyph: "language"
        text: screen.about.note
    }
    Words {
        width: parent.width
        text: qsTr("This screen helps you find help near you. It is free of charge, needs no registration and works without the internet.")
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Read more about this place")
        glyph: "guide"
        onClicked: screen.visit.open("guide", "help:about-this-place")
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        text: qsTr("If you cannot see the screen")
    }
    Words {
        width: parent.width
        text: qsTr("The screen can say what lies below your finger. Hold a finger in the upper right corner for two seconds, or use this button.")
    }
    Action {
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Explore by touch")
        glyph: "speak"
        onClicked: screen.visit.explore(true)
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        text: qsTr("If your hand shakes")
    }
    Words {
        width: parent.width
        text: qsTr("A key that you touch twice within half a second then counts once.")
    }
    Chip {
        anchors.left: parent.left
        text: qsTr("Steady keys")
        glyph: "keyboard"
        checked: screen.visit.steady
        onClicked: screen.visit.steadyKeys(!checked)
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        text: qsTr("Your privacy")
    }
    Repeater {
        model: [
            qsTr("Nobody asks for your name. There is no account and no cookie."),
            qsTr("When the visit ends, everything you typed or chose is deleted: words, language, text size."),
            qsTr("What you search for is not recorded, unless you send it to the city yourself."),
            qsTr("Each day it is counted how often a topic is opened. Nobody can be recognised by that."),
            qsTr("If nobody touches the screen for a while, the visit ends by itself. You are warned before.")
        ]

        FactLine {
            required property string modelData

            width: parent.width
            glyph: "check"
            label: ""
            text: modelData
        }
    }
    Heading {
        width: parent.width
        topPadding: Theme.gap
        level: 2
        text: qsTr("Where the content comes from")
    }
    Repeater {
        model: screen.about.feeds

        FactLine {
            required property var modelData

            width: parent.width
            glyph: "source"
            label: modelData.asOf
            text: "\u2068" + modelData.name + "\u2069 · " + qsTr("%n record(s)", "", modelData.records)
        }
    }
    Words {
        width: parent.width
        topPadding: Theme.gap
        color: Theme.quiet
        font.pixelSize: Theme.small
        text: qsTr("Anlaufstelle %1 for %2. Free software under the GNU General Public License 3 or later. Icons: Material Design Icons (Apache 2.0). Type: Noto (Open Font License).").arg(screen.about.version).arg(screen.about.city)
    }
    Touchable {
        anchors.left: parent.left
        framed: false
        fill: "transparent"
        horizontalPadding: 0
        text: qsTr("For staff")
        onClicked: screen.visit.open("keeper", "")

        contentItem: RowLayout {
            spacing: Theme.near

            Glyph {
                name: "keeper"
                color: Theme.quiet
                size: Theme.body
            }
            Words {
                text: qsTr("For staff")
                color: Theme.quiet
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
