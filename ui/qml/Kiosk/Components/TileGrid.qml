import QtQuick
import Kiosk.Theme

// Tiles of one size in as many columns as fit; rows as high as their highest tile.
Item {
    id: grid

    property real least: 48
    property int spacing: Theme.gap
    readonly property int columns: Math.max(1, Math.floor((width + spacing) / (least * Theme.unit * Theme.textScale + spacing)))
    readonly property real cell: (width - (columns - 1) * spacing) / columns

    onCellChanged: Qt.callLater(arrange)
    onChildrenChanged: Qt.callLater(arrange)
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.onEnabledChanged: Qt.callLater(arrange)

    function arrange(): void {
        let y = 0;
        const tiles = Array.from(children).filter(child => child.visible && child.implicitHeight > 0);
        for (let first = 0; first < tiles.length; first += columns) {
            const row = tiles.slice(first, first + columns);
            for (const tile of row)
                tile.width = cell;
            const height = Math.max(...row.map(tile => tile.implicitHeight));
            row.forEach((tile, column) => {
                const place = LayoutMirroring.enabled ? columns - 1 - column : column;
                tile.x = place * (cell + spacing);
                tile.y = y;
                tile.height = height;
            });
            y += height + spacing;
        }
        implicitHeight = Math.max(0, y - spacing);
    }
}
