pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import Kiosk.Theme
import Kiosk.Components

// The on-screen keyboard as the rest of the interface looks: its colours, its type, keys of at least 12 mm in height.
// (Qt finds a style by this folder's name.)
KeyboardStyle {
    id: keys

    // All layouts of the interface's languages have four rows
    readonly property int rows: 4

    keyboardDesignWidth: Theme.keyboardWidth
    keyboardDesignHeight: rows * Math.round(Theme.target * 1.05) + Theme.near
    keyboardRelativeLeftMargin: Theme.tiny / keyboardDesignWidth
    keyboardRelativeRightMargin: Theme.tiny / keyboardDesignWidth
    keyboardRelativeTopMargin: Theme.tiny / keyboardDesignHeight
    keyboardRelativeBottomMargin: Theme.tiny / keyboardDesignHeight

    component Face: KeyPanel {
        id: face

        property string glyph: ""
        property string words: ""
        property string spoken: words
        property bool lit: control?.pressed ?? false
        // For who explores by touch: the letters kept below this one, and how one of them is typed
        readonly property var others: control?.effectiveAlternativeKeys ?? []
        readonly property color ink: lit ? Theme.inkOnStrong : Theme.ink

        Accessible.role: Accessible.StaticText
        Accessible.name: spoken

        function type(other: string): void {
            const large = face.control?.uppercased ?? false;
            InputContext.inputEngine.virtualKeyClick(face.control?.key ?? 0, large ? other.toUpperCase() : other,
                                                     large ? Qt.ShiftModifier : Qt.NoModifier);
        }

        // No key repeats (EN 301 549, 5.7)
        Binding {
            target: face.control
            property: "repeat"
            value: false
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.tiny / 2
            radius: Theme.tiny
            color: face.lit ? Theme.strong : face.control?.highlighted ? Theme.ground : Theme.surface
            border.width: Theme.hair
            border.color: Theme.line

            Glyph {
                anchors.centerIn: parent
                visible: face.glyph !== ""
                name: face.glyph
                size: Math.round(Theme.keyLetter * 1.2)
                color: face.ink
            }
            Text {
                anchors.fill: parent
                visible: face.glyph === ""
                text: face.words
                color: face.ink
                font.family: Theme.family
                font.pixelSize: Theme.keyLetter
                font.capitalization: face.control?.uppercased ?? false ? Font.AllUppercase : Font.MixedCase
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tiny
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    keyboardBackground: Rectangle {
        color: Theme.pressed
    }
    keyPanel: Face {
        words: control?.displayText ?? ""
        spoken: control?.text === "\u200c" ? qsTr("half space") : words
    }
    symbolKeyPanel: Face {
        words: control?.displayText ?? ""
        spoken: qsTr("Digits and signs, or letters")
    }
    modeKeyPanel: Face {
        words: control?.displayText ?? ""
        lit: control?.mode ?? false // qmllint disable missing-property
    }
    spaceKeyPanel: Face {
        words: Qt.locale(InputContext.locale).nativeLanguageName
        spoken: qsTr("space")
    }
    backspaceKeyPanel: Face {
        glyph: "backspace"
        spoken: qsTr("Delete the last character")
    }
    languageKeyPanel: Face {
        glyph: "language"
        spoken: qsTr("Keyboard of another language")
    }
    enterKeyPanel: Face {
        glyph: "enter"
        spoken: qsTr("Done typing")
    }
    hideKeyPanel: Face {
        glyph: "keyboard-close"
        spoken: qsTr("Close the keyboard")
    }
    shiftKeyPanel: Face {
        glyph: InputContext.capsLockActive ? "caps" : "shift"
        lit: InputContext.capsLockActive || InputContext.shiftActive
        spoken: lit ? qsTr("Capital letters, on") : qsTr("Capital letters, off")
    }

    // Letters kept below a letter: shown when it is held
    alternateKeysListItemWidth: Theme.target
    alternateKeysListItemHeight: Theme.target
    alternateKeysListBottomMargin: Theme.near
    alternateKeysListLeftMargin: Theme.tiny
    alternateKeysListRightMargin: Theme.tiny
    alternateKeysListBackground: Rectangle {
        color: Theme.surface
        radius: Theme.tiny
        border.width: Theme.hair
        border.color: Theme.quiet
    }
    alternateKeysListHighlight: Rectangle {
        color: Theme.strong
        radius: Theme.tiny
    }
    alternateKeysListDelegate: Item {
        id: other

        required property var model

        width: keys.alternateKeysListItemWidth
        height: keys.alternateKeysListItemHeight

        Text {
            anchors.centerIn: parent
            text: other.model.text
            color: other.ListView.isCurrentItem ? Theme.inkOnStrong : Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.keyLetter
        }
    }
}
