import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Kiosk.Theme

// One key: its letter, word or icon; an alternative letter is shown only if there is room above.
KeyPanel {
    id: cap

    property string glyph: ""
    property string words: control ? control.displayText : ""
    property bool strong: false
    property bool lit: false
    readonly property bool pressed: control?.pressed ?? false
    readonly property bool special: glyph !== "" || (control?.functionKey ?? false)

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair * 2
        radius: Theme.tiny
        color: cap.pressed ? Theme.pressed : cap.strong || cap.lit ? Theme.strong : cap.special ? Theme.ground : Theme.surface
        border.width: Theme.name === "contrast" ? Theme.hair : 0
        border.color: Theme.line

        Text {
            anchors.centerIn: parent
            width: parent.width - Theme.tiny
            text: cap.glyph !== "" ? Icons.glyph(cap.glyph)
                : cap.control?.uppercased ? cap.words.toUpperCase() : cap.words
            color: (cap.strong || cap.lit) && !cap.pressed ? Theme.inkOnStrong : Theme.ink
            font.family: cap.glyph !== "" ? Theme.iconFamily : Theme.family
            font.pixelSize: Math.round(Math.min(parent.height * 0.5, 6.5 * Theme.unit))
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(2.5 * Theme.unit)
            horizontalAlignment: Text.AlignHCenter
            opacity: cap.control?.enabled ?? true ? 1 : 0.4
            Accessible.ignored: true
        }
    }
}
