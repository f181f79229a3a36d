import QtQuick
import Kiosk.ViewModels

// Lies over a screen and lets every touch through: while the screen is read, a touched text is read on from there.
Item {
    id: over

    required property Aloud aloud

    Accessible.ignored: true

    TapHandler {
        enabled: over.aloud.active
        onTapped: eventPoint => over.aloud.touch(eventPoint.scenePosition.x, eventPoint.scenePosition.y)
    }
}
