pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// How loud it is, as a stair.
Row {
    id: level

    required property int volume
    readonly property int steps: 5

    spacing: Theme.hair * 2

    Repeater {
        model: level.steps

        Rectangle {
            required property int index

            anchors.bottom: parent?.bottom
            width: Math.round(1.6 * Theme.unit)
            height: Math.round((index + 2) * 1.1 * Theme.unit)
            radius: Theme.hair
            color: index < level.volume ? Theme.strong : "transparent"
            border.width: Theme.hair
            border.color: Theme.strong
        }
    }
}
