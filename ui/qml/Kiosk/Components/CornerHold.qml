import QtQuick
import Kiosk.ViewModels

// The corner that is found without seeing it: a finger held there switches exploring by touch on. What lies below gets
// its touches as ever.
Item {
    id: corner

    required property Exploring exploring
    required property Visit visit

    implicitWidth: exploring.corner
    implicitHeight: exploring.corner

    PointHandler {
        id: finger

        readonly property bool strayed: Math.max(Math.abs(point.position.x - point.pressPosition.x),
                                                 Math.abs(point.position.y - point.pressPosition.y)) > parent.width / 4

        acceptedButtons: Qt.LeftButton
    }
    Timer {
        interval: corner.exploring.hold
        running: finger.active && !finger.strayed
        onTriggered: corner.visit.explore(true)
    }
}
