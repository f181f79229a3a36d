pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Before the first letter: what may be asked, to touch instead of typing it.
Flow {
    id: examples

    signal chosen(string text)

    spacing: Theme.near

    Words {
        height: Theme.target
        verticalAlignment: Text.AlignVCenter
        text: qsTr("For example:")
    }
    Repeater {
        model: [qsTr("Letter from an office"), qsTr("Help with my phone"), qsTr("Learning German")]

        Action {
            required property string modelData

            width: Math.min(implicitWidth, examples.width)
            text: modelData
            onClicked: examples.chosen(modelData)
        }
    }
}
