import QtQuick
import Kiosk.Theme

// A heading; level 1 is the title of a screen.
Words {
    id: heading

    property int level: 1
    property real size: level === 1 ? Theme.title : level === 2 ? Theme.lead : Theme.body
    // Rather smaller than a word torn apart
    readonly property real longest: Math.max(...text.split(/[\s\/–—-]+/).map(word => metrics.advanceWidth(word)))

    font.pixelSize: Math.floor(size * (width > 0 && longest > width ? Math.max(0.5, width / longest) : 1))
    font.bold: true
    lineHeight: Theme.headingLineHeight
    Accessible.role: Accessible.Heading

    FontMetrics {
        id: metrics

        font.family: heading.font.family
        font.bold: heading.font.bold
        font.pixelSize: heading.size
    }
}
