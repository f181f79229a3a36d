import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// Something a reader should know before reading on.
Rectangle {
    id: notice

    property string glyph: "info"
    required property string text
    property string language: ""
    // Whether it is told when it changes
    property bool live: false

    visible: text !== ""
    implicitHeight: content.implicitHeight + 2 * Theme.near
    radius: Theme.radius
    color: Theme.notice
    border.width: Theme.name === "contrast" ? Theme.hair : 0
    border.color: Theme.line

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.margins: Theme.near
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.near

        Glyph {
            name: notice.glyph
            size: Theme.lead
        }
        Words {
            Layout.fillWidth: true
            text: notice.text
            language: notice.language
            live: notice.live
        }
    }
}
