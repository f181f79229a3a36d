import QtQuick

// The on-screen keyboard: made when a text field first has the focus, in the visitor's language.
Item {
    id: keyboard

    property string locale: "de"
    required property bool steady
    // Neither Qt.inputMethod nor the panel has a type to check here: naming the panel's would load it at the start
    // qmllint disable missing-property
    readonly property bool wanted: Qt.inputMethod.visible || Window.activeFocusItem instanceof TextInput
                                   || Window.activeFocusItem instanceof TextEdit
    readonly property real shownHeight: loader.item && loader.item.active ? loader.item.height : 0
    // qmllint enable missing-property

    height: shownHeight
    onWantedChanged: if (wanted) loader.active = true

    Loader {
        id: loader

        active: false
        width: parent.width
        source: "KeyboardPanel.qml"
        // qmllint disable missing-property
        onLoaded: {
            item.language = Qt.binding(() => keyboard.locale);
            item.steady = Qt.binding(() => keyboard.steady);
        }
        // qmllint enable missing-property
    }
}
