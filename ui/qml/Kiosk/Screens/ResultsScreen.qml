pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme
import Kiosk.Components
import Kiosk.ViewModels

// A list: the offers of a topic, or what fits the typed words; the words stay in sight while the list scrolls.
FocusScope {
    id: screen

    required property Visit visit
    required property Results results
    required property Wish wish
    readonly property bool searching: results.title === ""

    Component.onCompleted: {
        if (searching) {
            field.text = results.query;
            (results.query === "" ? field : list).forceActiveFocus();
        }
    }

    // Keep what has the focus above the rows in view
    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: {
        for (let item = focused; item && item !== screen; item = item.parent) {
            if (item === list.headerItem)
                list.reveal(focused);
        }
    }

    // Who puts the keyboard away has typed enough
    Connections {
        target: Qt.inputMethod

        function onVisibleChanged(): void {
            if (!Qt.inputMethod.visible && field.activeFocus) // qmllint disable missing-property
                list.forceActiveFocus();
        }
    }

    Heading {
        id: title

        x: Theme.apart
        y: Theme.apart
        width: parent.width - 2 * Theme.apart
        visible: !screen.searching
        text: screen.results.title
    }
    SearchField {
        id: field

        x: Theme.apart
        y: Theme.gap
        width: parent.width - 2 * Theme.apart
        visible: screen.searching
        placeholderText: qsTr("Search: say what you need in your own words")
        onTextChanged: screen.look()
        onPreeditTextChanged: screen.look()
        onAccepted: list.forceActiveFocus()
    }

    ListView {
        id: list

        // Whether the visitor scrolled: else the list stays at its beginning, however its header grows
        property bool moved: false

        anchors.fill: parent
        anchors.topMargin: (screen.searching ? field.y + field.height : title.y + title.height) + Theme.gap
        leftMargin: Theme.apart
        rightMargin: Theme.apart
        bottomMargin: Theme.apart
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        spacing: Theme.near
        model: screen.results.rows
        reuseItems: true
        cacheBuffer: 0
        keyNavigationEnabled: false
        currentIndex: -1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Results")
        onMovementStarted: forceActiveFocus()
        onMovementEnded: moved = !atYBeginning

        header: ResultsHeader {
            width: list.width - 2 * Theme.apart
            visit: screen.visit
            results: screen.results
            wish: screen.wish
            typing: field.activeFocus
            onCompleted: text => {
                field.text = text;
                list.forceActiveFocus();
            }
            onHeightChanged: if (typing || !list.moved) Qt.callLater(list.positionViewAtBeginning)
        }
        delegate: EntryRow {
            required property int index

            width: list.width - 2 * Theme.apart
            onClicked: screen.visit.open(entry.kind, entry.id)
            onActiveFocusChanged: if (activeFocus) list.positionViewAtIndex(index, ListView.Contain)
        }

        T.ScrollBar.vertical: Scroll {}

        function reveal(item: Item): void {
            const place = item.mapToItem(contentItem, 0, 0).y;
            contentY = Math.max(place + item.height + spacing - height, Math.min(place - spacing, contentY));
        }
    }

    // Where a visitor was when they left, and back to it: the row in the middle or below it, -1 for the top
    function position(): real {
        const middle = list.contentY + list.height / 2;
        return list.atYBeginning ? -1 : Math.max(list.indexAt(1, middle), list.indexAt(1, middle + list.spacing));
    }
    function restore(place: real): void {
        Qt.callLater(() => {
            list.moved = place >= 0;
            if (list.moved)
                list.positionViewAtIndex(place, ListView.Center);
        });
    }

    function look(): void {
        results.type(field.text + field.preeditText);
        list.positionViewAtBeginning();
    }
}
