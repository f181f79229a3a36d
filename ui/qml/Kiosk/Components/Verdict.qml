import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Whether all is well, first and in one sentence.
Rectangle {
    id: verdict

    required property bool well
    required property string text
    readonly property color ink: well ? Theme.open : Theme.ink

    visible: text !== ""
    implicitHeight: content.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: well ? Theme.surface : Theme.notice
    border.width: Theme.hair
    border.color: well ? Theme.open : Theme.line

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Glyph {
            name: verdict.well ? "check" : "notice"
            color: verdict.ink
        }
        Heading {
            Layout.fillWidth: true
            level: 2
            text: verdict.text
            color: verdict.ink
        }
    }
}
