import QtQuick
import Kiosk.Theme

// An icon; it never stands alone for a meaning, so the name is on the control it belongs to.
Text {
    required property string name
    property int size: Theme.icon

    text: Icons.glyph(name)
    font.family: Theme.iconFamily
    font.pixelSize: size
    color: Theme.ink
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
