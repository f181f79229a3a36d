import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// What all buttons are: at least 12 mm, reached by Tab, pressed by touch, Space or Enter, with a name.
T.AbstractButton {
    id: button

    property color fill: Theme.surface
    property color edge: Theme.line
    property bool framed: true
    // How its words are read aloud; see Words
    property string language: ""
    property bool secret: false
    property var says: null
    // What goes with its name for who explores by touch, in the same language
    property string details: ""

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.near
    horizontalPadding: Theme.gap
    // A touch leaves the focus where it is, so that nothing moves under the finger when the keyboard goes
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: click()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressed : button.fill
        border.width: button.framed ? Theme.hair : 0
        border.color: button.edge

        FocusRing {
            control: button
        }
    }
}
