import QtQuick.Layouts
import Kiosk.Theme

// Tiles of one width in as many columns as fit. `least` is the least width of a tile in millimetres at 100 %.
GridLayout {
    property real least: 46

    columns: Math.max(1, Math.floor((width + columnSpacing) / (least * Theme.unit * Theme.textScale + columnSpacing)))
    uniformCellWidths: true
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
}
