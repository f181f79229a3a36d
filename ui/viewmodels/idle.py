"""When nobody touches the screen: first a warning that any touch answers, then the end of the visit."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.qml import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_STIRRING = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress,
             QEvent.Type.Wheel}


# So long, in ms, a visitor may listen without a touch before it is asked whether they are still there
LISTENING = 600_000


@QmlElement
@QmlUncreatable("made by the program")
class Idle(QObject):
    """Watches for touches and keys (install it as the window's event filter) while a visit goes on.

    Times in seconds. WCAG 2.2.1: the warning lasts at least 20 s, one simple action extends it, without limit.
    """

    secondsLeftChanged = Signal()
    expired = Signal()

    def __init__(self, idle: int, warning: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warning = warning
        self._left = 0
        self._stirred = QElapsedTimer()
        self._patience = QTimer(self, singleShot=True, interval=idle * 1000)
        self._patience.timeout.connect(self.warn)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count)

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        """Seconds until the visit ends; 0 while no warning is shown."""
        return self._left

    @Slot()
    def start(self) -> None:
        """A visit goes on, or somebody stirred: wait anew."""
        self._stirred.start()
        self._second.stop()
        self._set(0)
        self._patience.start()

    @Slot()
    def listen(self) -> None:
        """Something is being read aloud: wait anew, unless nobody stirred for ten minutes."""
        if self._patience.isActive() and self._stirred.elapsed() < LISTENING:
            self._patience.start()

    @Slot()
    def stop(self) -> None:
        """There is no visit to end."""
        self._patience.stop()
        self._second.stop()
        self._set(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch or key counts as a sign of life; none is swallowed. The warning answers its touches itself:
        if it went before they arrive, they would reach what lies below it."""
        if event.type() in _STIRRING and self._patience.isActive():
            self.start()
        return super().eventFilter(watched, event)

    @Slot()
    def warn(self) -> None:
        """Nobody stirred for long: ask whether somebody is still there."""
        self._set(self._warning)
        self._second.start()

    def _count(self) -> None:
        self._set(self._left - 1)
        if self._left == 0:
            self._second.stop()
            self.expired.emit()

    def _set(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.secondsLeftChanged.emit()
