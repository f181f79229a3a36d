import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

// Shows how far a screen has scrolled; it is moved by the page, not by the finger.
T.ScrollBar {
    id: bar

    interactive: false
    minimumSize: 0.08
    implicitWidth: Theme.near
    padding: Theme.hair
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.tiny
        radius: width / 2
        color: Theme.quiet
    }
}
