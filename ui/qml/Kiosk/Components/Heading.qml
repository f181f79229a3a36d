import QtQuick
import Kiosk.Theme

// A heading; level 1 is the title of a screen.
Words {
    id: heading

    property int level: 1
    kind: "heading"
    property real size: level === 1 ? Theme.title : level === 2 ? Theme.lead : Theme.body
    // The width of its longest word, in sizes of the type
    readonly property real longest: Math.max(...text.split(/[\s\/–—-]+/).map(word => metrics.advanceWidth(word)))
                                    / metrics.font.pixelSize

    // Rather smaller than a word torn apart
    font.pixelSize: Math.floor(width > 0 && longest * size > width ? Math.max(size / 2, width / longest) : size)
    font.bold: true
    lineHeight: Theme.headingLineHeight
    Accessible.role: Accessible.Heading

    FontMetrics {
        id: metrics

        font.family: heading.font.family
        font.bold: heading.font.bold
        font.pixelSize: Theme.icon
    }
}
