import QtQuick
import Kiosk.Theme

// A piece of running text: plain, wrapped, in the reader's own direction.
Text {
    id: words

    // Whether it may end in "…": only where the whole text is one touch away
    property bool excerpt: false
    // The language it is in, where it may be another than the visitor's
    property string language: ""
    // Whether it is told by itself when it changes
    property bool live: false

    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.ink
    lineHeight: Theme.lineHeight
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    onTextChanged: if (live && words.text !== "") News.told(words.text)
}
