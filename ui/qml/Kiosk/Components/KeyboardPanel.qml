import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Kiosk.Theme

// Qt Virtual Keyboard with the layouts of the interface's languages.
InputPanel {
    id: panel

    property string language: "de"
    property bool steady: false
    // The key below the finger, and the last one there was
    readonly property Item held: panel.keyboard.activeKey
    property Item struck: null
    readonly property var layouts: ({
        "de": "de_DE", "de-simple": "de_DE", "en": "en_GB", "tr": "tr_TR", "ar": "ar_AR", "fa": "fa_FA",
        "uk": "uk_UA", "ru": "ru_RU", "pl": "pl_PL", "ro": "ro_RO"
    })

    Binding {
        target: Theme
        property: "keyboardWidth"
        value: panel.width
    }

    visible: active
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    function choose(): void {
        const layout = layouts[language] ?? "de_DE";
        VirtualKeyboardSettings.activeLocales = layout === "de_DE" ? [layout, "en_GB"] : [layout, "de_DE"];
        VirtualKeyboardSettings.locale = layout;
    }

    onLanguageChanged: choose()
    onHeldChanged: {
        if (!held && struck)
            shield.cover(struck);
        struck = held;
    }
    Component.onCompleted: choose()

    Shield {
        id: shield

        steady: panel.steady
    }
}
