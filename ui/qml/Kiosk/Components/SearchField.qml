import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// Where a visitor types what they look for.
T.TextField {
    id: field

    implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.near)
    leftPadding: mirrored ? clear.width + Theme.near : Theme.apart + Theme.icon
    rightPadding: mirrored ? Theme.apart + Theme.icon : clear.width + Theme.near
    verticalAlignment: Text.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.lead
    color: Theme.ink
    selectionColor: Theme.strong
    selectedTextColor: Theme.inkOnStrong
    placeholderTextColor: Theme.quiet
    maximumLength: 120
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText

    readonly property bool mirrored: LayoutMirroring.enabled

    Glyph {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.strong
    }
    Words {
        anchors.fill: parent
        anchors.leftMargin: field.LayoutMirroring.enabled ? field.rightPadding : field.leftPadding
        anchors.rightMargin: field.LayoutMirroring.enabled ? field.leftPadding : field.rightPadding
        visible: field.text === "" && field.preeditText === ""
        text: field.placeholderText
        font: field.font
        color: field.placeholderTextColor
        wrapMode: Text.NoWrap
        lineHeight: 1
        excerpt: true
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Touchable {
        id: clear

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        framed: false
        fill: "transparent"
        text: qsTr("Clear")
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }

        contentItem: Glyph {
            name: "close"
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.focusWidth : Theme.hair * 2
        border.color: field.activeFocus ? Theme.focus : Theme.quiet
    }
}
