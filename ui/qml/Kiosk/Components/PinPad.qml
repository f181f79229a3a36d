pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// A number pad with large keys; what was typed shows as dots and is gone as soon as it was tried. Which key is explored
// is for the ears of who has headphones on; how many digits were typed, and that they were wrong, is for all.
Column {
    id: pad

    required property Lock lock
    required property bool steady
    property string typed: ""
    readonly property string count: qsTr("%n digit(s) typed", "", typed.length)
    readonly property bool ready: lock.known && lock.wait === 0

    spacing: Theme.gap
    Component.onCompleted: forceActiveFocus()
    onTypedChanged: if (typed) News.told(count)

    function strike(key: Item): void {
        press((key as Action).text);
        shield.cover(key);
    }
    function press(digit: string): void {
        if (ready && typed.length < 12)
            typed += digit;
    }
    function remove(): void {
        typed = typed.slice(0, -1);
    }
    function enter(): void {
        const pin = typed, wrong = notice, tried = lock;
        typed = "";
        if (ready && pin) {
            tried.enter(pin);
            if (tried.wrong)
                News.told(wrong.text);
        }
    }

    Keys.onDigit0Pressed: press("0")
    Keys.onDigit1Pressed: press("1")
    Keys.onDigit2Pressed: press("2")
    Keys.onDigit3Pressed: press("3")
    Keys.onDigit4Pressed: press("4")
    Keys.onDigit5Pressed: press("5")
    Keys.onDigit6Pressed: press("6")
    Keys.onDigit7Pressed: press("7")
    Keys.onDigit8Pressed: press("8")
    Keys.onDigit9Pressed: press("9")
    Keys.onReturnPressed: enter()
    Keys.onEnterPressed: enter()

    Notice {
        id: notice

        width: parent.width
        visible: pad.lock.wrong || pad.lock.wait > 0
        text: pad.lock.wait > 0 ? qsTr("That was not the right PIN. Please wait %n second(s).", "", pad.lock.wait)
                                : qsTr("That was not the right PIN. Please try again.")
    }
    Words {
        width: parent.width
        height: Theme.target
        text: "●".repeat(pad.typed.length)
        color: Theme.strong
        font.pixelSize: Theme.title
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignHCenter
        Accessible.name: pad.count
    }
    Item {
        // Keys are there to be pressed and not to be read
        readonly property bool unspoken: true

        width: parent.width
        height: keys.height

        Grid {
            id: keys

            readonly property int wide: Math.floor((pad.width - 2 * spacing) / 3)

            width: parent.width
            columns: 3
            spacing: Theme.near
            // A pad of numbers is the same in every language
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                Action {
                    id: key

                    required property string modelData

                    width: keys.wide
                    height: Math.round(Theme.target * 1.3)
                    enabled: pad.ready
                    text: modelData
                    size: Math.round(Math.min(Theme.title, Theme.target * 0.6))
                    secret: true
                    onClicked: pad.strike(key)
                }
            }
            Touchable {
                id: back

                width: keys.wide
                height: Math.round(Theme.target * 1.3)
                enabled: pad.ready && pad.typed !== ""
                text: qsTr("Delete the last digit")
                onClicked: pad.remove()

                contentItem: Glyph {
                    opacity: back.enabled ? 1 : 0.3
                    name: "backspace"
                    color: Theme.strong
                }
            }
            Action {
                id: zero

                width: keys.wide
                height: Math.round(Theme.target * 1.3)
                enabled: pad.ready
                text: "0"
                size: Math.round(Math.min(Theme.title, Theme.target * 0.6))
                secret: true
                onClicked: pad.strike(zero)
            }
            Touchable {
                id: open

                width: keys.wide
                height: Math.round(Theme.target * 1.3)
                enabled: pad.ready && pad.typed !== ""
                fill: enabled ? Theme.strong : Theme.surface
                text: qsTr("Open", "the keeper's screen")
                onClicked: pad.enter()

                contentItem: Glyph {
                    opacity: open.enabled ? 1 : 0.3
                    name: "check"
                    color: open.down || !open.enabled ? Theme.strong : Theme.inkOnStrong
                }
            }
        }
        Shield {
            id: shield

            steady: pad.steady
        }
    }
}
