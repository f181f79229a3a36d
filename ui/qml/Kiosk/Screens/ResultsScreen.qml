pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A list: the offers of a topic, or what fits the typed words; narrowed by filters.
ListView {
    id: list

    required property Visit visit
    required property Results results

    leftMargin: Theme.apart
    rightMargin: Theme.apart
    topMargin: Theme.apart
    bottomMargin: Theme.apart
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    spacing: Theme.near
    model: results.rows
    reuseItems: true
    cacheBuffer: 0
    keyNavigationEnabled: false
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Results")

    header: ResultsHeader {
        width: list.width - 2 * Theme.apart
        visit: list.visit
        results: list.results
    }
    delegate: EntryRow {
        required property int index

        width: list.width - 2 * Theme.apart
        onClicked: list.visit.open(entry.kind, entry.id)
        onActiveFocusChanged: if (activeFocus) list.positionViewAtIndex(index, ListView.Contain)
    }

    T.ScrollBar.vertical: Scroll {}
}
