import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// A filter that is on or off; on shows a tick, not colour alone.
Touchable {
    id: control

    property string glyph: ""

    width: Math.min(implicitWidth, parent.width)
    checkable: false
    horizontalPadding: Theme.near
    fill: checked ? Theme.strong : Theme.surface
    edge: checked ? Theme.strong : Theme.quiet
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: RowLayout {
        spacing: Theme.near

        Glyph {
            name: control.checked ? "check" : control.glyph
            color: control.checked && !control.down ? Theme.inkOnStrong : Theme.strong
            size: Theme.lead
        }
        Words {
            Layout.fillWidth: true
            text: control.text
            color: control.checked && !control.down ? Theme.inkOnStrong : Theme.ink
            lineHeight: Theme.headingLineHeight
            Accessible.ignored: true
        }
    }
}
