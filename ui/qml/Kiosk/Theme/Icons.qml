pragma Singleton

import QtQuick

// The glyphs of Material Design Icons 7 (Apache-2.0): by what they mean here, and by their own name for topics.
QtObject {
    readonly property var glyphs: ({
        "shift": String.fromCodePoint(0xF0636), // apple-keyboard-shift
        "caps": String.fromCodePoint(0xF0632), // apple-keyboard-caps
        "backspace": String.fromCodePoint(0xF0B5C), // backspace-outline
        "enter": String.fromCodePoint(0xF0311), // keyboard-return
        "keyboard": String.fromCodePoint(0xF030C), // keyboard
        "keyboard-close": String.fromCodePoint(0xF030F), // keyboard-close
        "home": String.fromCodePoint(0xF02DE), // home-variant
        "back": String.fromCodePoint(0xF004D), // arrow-left
        "forward": String.fromCodePoint(0xF0142), // chevron-right
        "language": String.fromCodePoint(0xF05CA), // translate
        "text-size": String.fromCodePoint(0xF027F), // format-size
        "theme": String.fromCodePoint(0xF050E), // theme-light-dark
        "speak": String.fromCodePoint(0xF057E), // volume-high
        "play": String.fromCodePoint(0xF040A), // play
        "pause": String.fromCodePoint(0xF03E4), // pause
        "stop": String.fromCodePoint(0xF04DB), // stop
        "previous": String.fromCodePoint(0xF04AE), // skip-previous
        "next": String.fromCodePoint(0xF04AD), // skip-next
        "again": String.fromCodePoint(0xF0459), // replay
        "speed": String.fromCodePoint(0xF04C5), // speedometer
        "softer": String.fromCodePoint(0xF075E), // volume-minus
        "louder": String.fromCodePoint(0xF075D), // volume-plus
        "silent": String.fromCodePoint(0xF0581), // volume-off
        "headphones": String.fromCodePoint(0xF02CB), // headphones
        "emergency": String.fromCodePoint(0xF0F1A), // phone-alert
        "end": String.fromCodePoint(0xF0A48), // exit-run
        "search": String.fromCodePoint(0xF0349), // magnify
        "close": String.fromCodePoint(0xF0156), // close
        "clock": String.fromCodePoint(0xF0150), // clock-outline
        "place": String.fromCodePoint(0xF07D9), // map-marker-outline
        "service": String.fromCodePoint(0xF157E), // hand-heart-outline
        "event": String.fromCodePoint(0xF00ED), // calendar
        "guide": String.fromCodePoint(0xF15D6), // book-open-page-variant-outline
        "phone": String.fromCodePoint(0xF03F2), // phone
        "wheelchair": String.fromCodePoint(0xF05A4), // wheelchair-accessibility
        "free": String.fromCodePoint(0xF1262), // cash-remove
        "info": String.fromCodePoint(0xF02FD), // information-outline
        "check": String.fromCodePoint(0xF0E1E), // check-bold
        "web": String.fromCodePoint(0xF059F), // web
        "mail": String.fromCodePoint(0xF01F0), // email-outline
        "people": String.fromCodePoint(0xF0B58), // account-group-outline
        "speech": String.fromCodePoint(0xF05CB), // account-voice
        "notice": String.fromCodePoint(0xF002A), // alert-outline
        "help": String.fromCodePoint(0xF087E), // lifebuoy
        "image": String.fromCodePoint(0xF0976), // image-outline
        "circle": String.fromCodePoint(0xF0766), // circle-outline
        "toilet": String.fromCodePoint(0xF138D), // human-wheelchair
        "district": String.fromCodePoint(0xF0982), // map-outline
        "source": String.fromCodePoint(0xF137B), // bookmark-check-outline
        "lesson": String.fromCodePoint(0xF027B), // format-list-numbered
        "helpful": String.fromCodePoint(0xF0514), // thumb-up-outline
        "unhelpful": String.fromCodePoint(0xF0512), // thumb-down-outline
        "write": String.fromCodePoint(0xF0CB6), // pencil-outline
        "send": String.fromCodePoint(0xF048A), // send
        "sync": String.fromCodePoint(0xF04E6), // sync
        "stick": String.fromCodePoint(0xF129F), // usb-flash-drive-outline
        "keeper": String.fromCodePoint(0xF030B), // key-variant
        "cellphone": String.fromCodePoint(0xF011C),
        "cash-multiple": String.fromCodePoint(0xF0116),
        "stethoscope": String.fromCodePoint(0xF04D9),
        "human-cane": String.fromCodePoint(0xF1581),
        "human-male-female-child": String.fromCodePoint(0xF1823),
        "hand-wave": String.fromCodePoint(0xF1821),
        "book-open-page-variant": String.fromCodePoint(0xF05DA),
        "briefcase": String.fromCodePoint(0xF00D6),
        "file-document-edit": String.fromCodePoint(0xF0DC8),
        "scale-balance": String.fromCodePoint(0xF05D1),
        "account-group": String.fromCodePoint(0xF0849),
        "bus": String.fromCodePoint(0xF00E7),
        "lifebuoy": String.fromCodePoint(0xF087E),
    })

    function glyph(name: string): string {
        return glyphs[name] ?? glyphs["circle"];
    }
}
