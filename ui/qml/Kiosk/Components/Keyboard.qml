import QtQuick

// The on-screen keyboard: made when a text field first has the focus, in the visitor's language.
Item {
    id: keyboard

    property string locale: "de"
    readonly property bool wanted: Qt.inputMethod.visible || Window.activeFocusItem instanceof TextInput
    readonly property real shownHeight: loader.item && loader.item.active ? loader.item.height : 0

    height: shownHeight
    onWantedChanged: if (wanted) loader.active = true

    Loader {
        id: loader

        active: false
        width: parent.width
        source: "KeyboardPanel.qml"
        onLoaded: item.language = Qt.binding(() => keyboard.locale)
    }
}
