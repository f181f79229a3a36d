pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// A few offers or guides below a heading.
ColumnLayout {
    id: list

    required property Visit visit
    required property string title
    required property var entries

    spacing: Theme.near
    visible: entries.length > 0

    Heading {
        Layout.fillWidth: true
        level: 2
        text: list.title
    }
    Repeater {
        model: list.entries

        EntryRow {
            required property var modelData

            Layout.fillWidth: true
            entry: modelData
            brief: true
            onClicked: list.visit.open(modelData.kind, modelData.id)
        }
    }
}
