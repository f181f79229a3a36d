import QtQuick
import Kiosk.Theme

// Where the facts come from and how old they are.
Column {
    id: line

    required property string asOf
    required property string source
    // Whether there is somewhere to go, and somebody to call
    property bool reachable: false

    topPadding: Theme.gap
    spacing: Theme.tiny

    FactLine {
        width: parent.width
        glyph: "source"
        label: line.reachable ? qsTr("Please call before you go: details may have changed.") : ""
        text: line.asOf
    }
    Words {
        width: parent.width
        visible: line.source !== ""
        text: qsTr("Source: %1").arg("\u2066" + line.source.replace(/^https?:\/\//, "") + "\u2069")
        font.pixelSize: Theme.small
        color: Theme.quiet
        horizontalAlignment: Text.AlignLeft
    }
}
