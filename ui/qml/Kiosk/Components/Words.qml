import QtQuick
import Kiosk.Theme

// A piece of running text: plain, wrapped, in the reader's own direction.
Text {
    // Whether it may end in "…": only where the whole text is one touch away
    property bool excerpt: false

    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.ink
    lineHeight: Theme.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
