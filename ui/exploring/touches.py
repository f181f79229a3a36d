"""Takes the touches of a window before the screen sees them."""

from time import monotonic_ns

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPointerEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from ui.exploring.finger import Finger, Gesture, Point

_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
_CLICKS = {QEvent.Type.MouseButtonPress: "press", QEvent.Type.MouseButtonDblClick: "press",
           QEvent.Type.MouseMove: "move", QEvent.Type.MouseButtonRelease: "release"}
_STATES = {"Pressed": "press", "Updated": "move", "Stationary": "move", "Released": "release"}


class Touches(QObject):
    """The event filter of a window that is explored. Fingers and the mouse make gestures and reach nothing else; keys
    do. One finger counts: with a second one on the glass nothing is meant until all have left it."""

    pressed = Signal()
    made = Signal(object)  # a Gesture

    def __init__(self, finger: Finger) -> None:
        super().__init__()
        self._finger = finger
        self._followed: int | None = None
        self._passing = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._wait)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Swallow touches and clicks."""
        del watched
        if self._passing:
            return False
        kind = event.type()
        if kind in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
        elif kind in _CLICKS and isinstance(event, QMouseEvent):
            self._click(event, _CLICKS[kind])
        else:
            return False
        event.accept()
        return True

    def drop(self) -> None:
        """Let the present touch mean nothing."""
        self._finger.lift()
        self._followed = None
        self._patience.stop()

    def send(self, window: QQuickWindow, at: QPointF) -> None:
        """Touch the screen there, as a visitor who sees it would."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._passing = True
        for kind, buttons in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            click = QMouseEvent(kind, at, window.mapToGlobal(at), left, buttons, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(window, click)
        self._passing = False

    def _touch(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel or len(points) > 1:
            self.drop()
        elif points:
            self._do(event, _STATES.get(points[0].state().name, ""), points[0].id(), points[0].position())

    def _click(self, event: QMouseEvent, what: str) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton or event.button() == Qt.MouseButton.LeftButton:
            self._do(event, what, 0, event.position())

    def _do(self, event: QPointerEvent, what: str, number: int, at: QPointF) -> None:
        if what == "press":
            self._followed = number
            self.pressed.emit()
        if number != self._followed:
            _release(event)
            return
        self._tell(getattr(self._finger, what)(Point(at.x(), at.y()), _now()))
        if what == "release":
            self._followed = None

    def _wait(self) -> None:
        self._tell(self._finger.wait(_now()))

    def _tell(self, gestures: list[Gesture]) -> None:
        for gesture in gestures:
            self.made.emit(gesture)
        due = self._finger.due
        if due is None:
            self._patience.stop()
        else:
            self._patience.start(max(0, due - _now()))


def _release(event: QPointerEvent) -> None:
    """A touch from before the filter: what it pressed lets go of it."""
    for point in event.points():
        event.setExclusiveGrabber(point, None)  # type: ignore[arg-type]
        event.clearPassiveGrabbers(point)


def _now() -> int:
    return monotonic_ns() // 1_000_000
