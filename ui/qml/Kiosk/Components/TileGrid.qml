import QtQuick.Layouts
import Kiosk.Theme

// Tiles of one width in as many columns as fit. `least` is the least width of a tile in millimetres at 100 %; given
// how many there are (`count`), the columns are fewer if that leaves no gap in the last row.
GridLayout {
    property real least: 46
    property int count: 0
    readonly property int fitting: Math.max(1, Math.floor((width + columnSpacing)
                                                          / (least * Theme.unit * Theme.textScale + columnSpacing)))

    function even(most: int): int {
        for (let columns = most; columns > 1; columns--) {
            if (count % columns === 0)
                return columns;
        }
        return most;
    }

    columns: even(fitting)
    uniformCellWidths: true
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
}
