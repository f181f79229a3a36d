pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// Another language in the middle of a visit.
Page {
    id: screen

    required property Visit visit

    measure: Math.round(220 * Theme.unit)

    Heading {
        width: parent.width
        text: qsTr("Please choose your language")
    }
    TileGrid {
        width: parent.width
        least: 60
        count: screen.visit.languages.length

        Repeater {
            model: screen.visit.languages

            Action {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: modelData.name
                language: modelData.code
                strong: modelData.code === screen.visit.language
                Accessible.checked: strong
                onClicked: {
                    screen.visit.speak(modelData.code);
                    screen.visit.back();
                }
            }
        }
    }
}
