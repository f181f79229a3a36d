"""What visitors are told when somebody plugs in a stick."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from ui.report import StickState
from ui.viewmodels.qml import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 60_000  # ms, for a stick that stays plugged in


@QmlElement
@QmlUncreatable("made by the program")
class Stick(QObject):
    """How a stick fares, for as long as that is news."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: StickState = ""
        self._news = QTimer(self, singleShot=True, interval=SHOWN)
        self._news.timeout.connect(lambda: self.tell(""))

    @Property(str, notify=changed)
    def state(self) -> StickState:
        """One of `StickState`."""
        return self._state

    def tell(self, state: StickState) -> None:
        """It fares like that now."""
        self._state = state
        if state in {"", "reading"}:
            self._news.stop()
        else:
            self._news.start()
        self.changed.emit()
