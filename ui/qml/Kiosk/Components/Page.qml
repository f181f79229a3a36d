import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// A screen that scrolls: one column, no wider than can be read with ease.
Flickable {
    id: page

    default property alias content: column.data
    property int measure: Theme.measure
    property alias spacing: column.spacing
    property bool centred: false

    contentWidth: width
    contentHeight: column.height + 2 * Theme.apart
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: false

    // Keep what has the focus in view
    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: follow()
    onHeightChanged: follow()

    // Where a visitor was when they left, and back to it
    function position(): real {
        return contentY;
    }
    function restore(place: real): void {
        contentY = place;
    }

    function follow(): void {
        for (let item = focused; item; item = item.parent) {
            if (item === column) {
                reveal(focused);
                return;
            }
        }
    }

    function reveal(item: Item): void {
        const top = item.mapToItem(contentItem, 0, 0).y - Theme.gap;
        const bottom = top + item.height + 2 * Theme.gap;
        if (top < contentY || bottom > contentY + height)
            contentY = Math.max(0, Math.min(top, contentHeight - height));
    }

    Keys.onPressed: event => {
        const step = event.key === Qt.Key_PageDown ? height * 0.8 : event.key === Qt.Key_PageUp ? -height * 0.8
                   : event.key === Qt.Key_Down ? Theme.target : event.key === Qt.Key_Up ? -Theme.target : 0;
        if (step) {
            contentY = Math.max(0, Math.min(contentY + step, contentHeight - height));
            event.accepted = true;
        }
    }

    Column {
        id: column

        y: page.centred ? Math.max(Theme.apart, (page.height - height) / 2) : Theme.apart
        width: Math.min(page.width - 2 * Theme.apart, page.measure)
        anchors.horizontalCenter: parent?.horizontalCenter
        spacing: Theme.gap
    }

    T.ScrollBar.vertical: Scroll {}
}
