"""The lock before the keeper's screen: a PIN, and after wrong ones a wait that grows."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.report import Pin
from ui.viewmodels.qml import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 60  # seconds


@QmlElement
@QmlUncreatable("made by the program")
class Lock(QObject):
    """Closed until the PIN is typed. After a wrong one it waits 1, 2, 4 … seconds, up to a minute; that outlives the
    visit, so that ending it helps nobody to guess."""

    changed = Signal()

    def __init__(self, pin: Pin) -> None:
        super().__init__()
        self._pin = pin
        self._open = self._known = self._wrong = False
        self._tries = self._wait = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count)

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether a PIN is set; without one the lock does not open."""
        return self._known

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the right PIN was typed."""
        return self._open

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether the last one was wrong."""
        return self._wrong

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until another one may be typed."""
        return self._wait

    @Slot(str)
    def enter(self, pin: str) -> None:
        """Somebody typed a PIN."""
        if self._wait:
            return
        self._open = self._pin.fits(pin)
        self._wrong = not self._open
        self._tries = 0 if self._open else self._tries + 1
        if self._wrong:
            self._wait = min(2 ** (self._tries - 1), LONGEST)
            self._second.start()
        self.changed.emit()

    def unlock(self) -> None:
        """Open it without the PIN, for who has the program itself at hand and not only its screen."""
        self._open = True
        self.changed.emit()

    def look(self) -> None:
        """The screen is shown: is there a PIN?"""
        self._known = self._pin.known()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Who opened it has gone."""
        self._open = self._wrong = False
        self.changed.emit()

    def _count(self) -> None:
        self._wait -= 1
        if self._wait == 0:
            self._second.stop()
        self.changed.emit()
