import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// Where a visitor writes a sentence or two; the lines wrap, so that all that was written stays in sight.
T.TextArea {
    id: field

    required property int longest
    required property string label
    signal finished

    implicitHeight: Math.max(Theme.target * 2, contentHeight + 2 * Theme.near)
    padding: Theme.near
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.family: Theme.family
    font.pixelSize: Theme.lead
    color: Theme.ink
    selectionColor: Theme.strong
    selectedTextColor: Theme.inkOnStrong
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onReturnPressed: finished()
    Keys.onEnterPressed: finished()
    onTextChanged: if (length > longest) remove(longest, length)

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.focusWidth : Theme.hair * 2
        border.color: field.activeFocus ? Theme.focus : Theme.quiet
    }
}
