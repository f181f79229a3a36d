import QtQuick
import Kiosk.Theme

// A piece of running text: plain, wrapped, in the reader's own direction.
Text {
    id: words

    // Whether it may end in "…": only where the whole text is one touch away
    property bool excerpt: false
    // How it is read aloud: in which language ("": the visitor's), as what kind of block (with its number); whether the
    // visitor typed it, so that others shall not hear it; what is said (a function) if that is not what is written
    property string language: ""
    property string kind: "paragraph"
    property int number: 0
    property bool secret: false
    property var says: null
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
