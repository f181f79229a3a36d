pragma Singleton

import QtQuick

// The one system of type, colour, space and size. Lengths are in millimetres as they appear to a reader at 400 mm;
// a screen read from farther away is drawn larger by the same rule.
QtObject {
    id: theme

    // Set once by the window
    property real dotsPerMillimetre: 5.87
    property real distance: 400
    property real textScale: 1
    property string name: "light"
    property string family: "Noto Sans"
    property string iconFamily: ""
    // Set by the on-screen keyboard, for its style
    property int keyboardWidth: 1

    readonly property real unit: dotsPerMillimetre * distance / 400

    // Type. At 200 % a capital letter of body text is 0.7 degrees high (EN 301 549, 5.1.4).
    readonly property int small: Math.round(3.3 * unit * textScale)
    readonly property int body: Math.round(4.0 * unit * textScale)
    readonly property int lead: Math.round(4.8 * unit * textScale)
    readonly property int title: Math.round(6.2 * unit * textScale)
    readonly property int display: Math.round(Math.min(8.6 * textScale, 12.5) * unit)
    // In lines of the type as it is made, which for Noto Sans is 1.36 of its size: 1.5 and more (WCAG 1.4.12)
    readonly property real lineHeight: 1.15
    readonly property real headingLineHeight: 1

    // Space and size
    readonly property int hair: Math.max(1, Math.round(0.25 * unit))
    readonly property int tiny: Math.round(1 * unit)
    readonly property int near: Math.round(2 * unit)
    readonly property int gap: Math.round(3 * unit)
    readonly property int apart: Math.round(5 * unit)
    readonly property int wide: Math.round(9 * unit)
    readonly property int radius: Math.round(2.4 * unit)
    readonly property int target: Math.ceil(Math.max(12 * dotsPerMillimetre, 12 * unit))
    readonly property int focusWidth: Math.max(3, Math.round(0.7 * unit))
    readonly property int icon: Math.round(6.5 * unit * Math.min(textScale, 1.5))
    readonly property int keyLetter: Math.round(Math.min(lead, target / 2))
    readonly property int measure: Math.round(150 * unit)

    // Colour: every text colour is at least 7:1 on every ground it is used on
    readonly property color ground: ({light: "#F7F2E9", dark: "#14191D", contrast: "#000000"})[name]
    readonly property color surface: ({light: "#FFFFFF", dark: "#20282D", contrast: "#000000"})[name]
    readonly property color pressed: ({light: "#EAE2D3", dark: "#2E393F", contrast: "#333333"})[name]
    readonly property color ink: ({light: "#1B2429", dark: "#F5F0E6", contrast: "#FFFFFF"})[name]
    readonly property color quiet: ({light: "#434E54", dark: "#C5CED2", contrast: "#FFFFFF"})[name]
    readonly property color line: ({light: "#DDD3C1", dark: "#3A464D", contrast: "#FFFFFF"})[name]
    readonly property color strong: ({light: "#0B4654", dark: "#9ADBE6", contrast: "#FFE500"})[name]
    readonly property color inkOnStrong: ({light: "#FFFFFF", dark: "#0A2027", contrast: "#000000"})[name]
    readonly property color urgent: ({light: "#8C1D18", dark: "#FFB4A8", contrast: "#FFE500"})[name]
    readonly property color inkOnUrgent: ({light: "#FFFFFF", dark: "#3B0906", contrast: "#000000"})[name]
    readonly property color open: ({light: "#14532D", dark: "#9BE3B4", contrast: "#FFFFFF"})[name]
    readonly property color notice: ({light: "#FFEFC4", dark: "#3B3114", contrast: "#000000"})[name]
    readonly property color focus: ({light: "#0B4654", dark: "#FFD54A", contrast: "#00E5FF"})[name]
    readonly property color doorLight: ({light: "#F2B441", dark: "#14191D", contrast: "#000000"})[name]
    readonly property color paper: "#FFFFFF" // under a QR code: cameras expect dark on light
    readonly property var tints: ({
        light: ["#F6DDD3", "#D5E8EA", "#E3EAD3", "#F6E6C2", "#E6DFEE"],
        dark: ["#4A2A20", "#1D3F46", "#2F3B22", "#43381A", "#372E45"],
        contrast: ["#000000", "#000000", "#000000", "#000000", "#000000"]
    })[name]

    // Behind what is being read aloud, letters of any colour standing out by 7:1 still: softly its sentence, the word
    // strongly. `bright`: the letters are light
    function heardSentence(bright: bool): color {
        return bright === (name === "light") ? (bright ? "#73000000" : "#8CFFFFFF")
             : ({light: "#FFF1C2", dark: "#332C12", contrast: "#06204D"})[name];
    }
    function heardWord(bright: bool): color {
        return bright === (name === "light") ? (bright ? "#000000" : "#FFFFFF")
             : ({light: "#FFE891", dark: "#3F3300", contrast: "#0A3A8C"})[name];
    }

    function tint(index: int): color {
        return tints[index % tints.length];
    }
}
