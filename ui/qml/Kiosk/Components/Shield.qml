import QtQuick

// Lies over a key that was struck just now and takes its touches: a shaky hand meant one stroke. EN 301 549, 5.8 asks for a
// time of up to 0.5 s, to be adjusted: a visitor who says that their hand shakes has it. All others have 0.15 s, in which
// nobody strikes a key twice on purpose (the quickest fingers tap six times a second).
MultiPointTouchArea {
    id: shield

    required property bool steady

    function cover(key: Item): void {
        const area = key.mapToItem(parent, 0, 0, key.width, key.height);
        x = area.x;
        y = area.y;
        width = area.width;
        height = area.height;
        time.restart();
    }

    objectName: "shield"
    z: 1
    visible: time.running
    Accessible.ignored: true

    Timer {
        id: time

        interval: shield.steady ? 500 : 150
    }
}
