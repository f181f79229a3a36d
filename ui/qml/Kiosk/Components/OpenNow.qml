pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme
import Kiosk.ViewModels

// Offers that are open now, nearest first.
ColumnLayout {
    id: open

    required property Visit visit
    required property Home home

    spacing: Theme.near

    Heading {
        Layout.fillWidth: true
        level: 2
        text: open.home.place ? qsTr("Open now near here") : qsTr("Open now")
    }
    Repeater {
        model: open.home.openNow

        EntryRow {
            required property var modelData

            Layout.fillWidth: true
            entry: modelData
            brief: true
            onClicked: open.visit.open("offer", modelData.id)
        }
    }
}
