import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A button with a word and, if it helps, an icon.
Touchable {
    id: control

    property string glyph: ""
    property bool strong: false
    // Not to be pressed because what it does is under way: its words say so
    property bool working: false
    property int size: Theme.body
    // What cannot be pressed does not look as if it could
    readonly property bool filled: strong && enabled
    readonly property color inked: filled && !down ? Theme.inkOnStrong : Theme.strong

    fill: filled ? Theme.strong : Theme.surface
    edge: filled ? Theme.strong : Theme.line

    contentItem: RowLayout {
        opacity: control.enabled || control.working ? 1 : 0.3
        spacing: Theme.near

        Item {
            Layout.fillWidth: true
        }
        Glyph {
            visible: control.glyph !== ""
            name: control.glyph
            color: control.inked
        }
        Words {
            Layout.maximumWidth: control.availableWidth
            Layout.fillWidth: implicitWidth > control.availableWidth - Theme.icon - Theme.near
            text: control.text
            language: control.language
            secret: control.secret
            says: control.says
            color: control.inked
            font.bold: true
            font.pixelSize: control.size
            lineHeight: Theme.headingLineHeight
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
