"""The keeper's screen: whether this kiosk is well, in sentences a librarian understands."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.report import Report
from ui.viewmodels.findings import content_rows, device_rows, outbox_rows, pass_rows, step, verdict
from ui.viewmodels.lock import Lock
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList, QVariantMap
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Keeper(QObject):
    """What the people who work here see behind the lock; in front of it everything is empty.

    `read` tells how the kiosk is now, `sync` starts a pass. Whoever starts passes calls `began`, `hear` and `ended`.
    """

    changed = Signal()
    progressChanged = Signal()

    def __init__(self, lock: Lock, read: Callable[[], Report], sync: Callable[[], None]) -> None:
        super().__init__()
        self._lock = lock
        self._read = read
        self._sync = sync
        self._wording: Wording | None = None
        self._verdict: Row = {}
        self._cards: list[Row] = []
        self._steps: list[Row] = []
        self._running = False
        lock.changed.connect(self.refresh)

    @Property(QVariantMap, notify=changed)
    def verdict(self) -> Row:
        """Whether it is `well`, and the sentence (`text`)."""
        return self._verdict

    @Property(QVariantList, notify=changed)
    def cards(self) -> list[Row]:
        """Groups of facts: `title`, and `rows` with glyph, label, text and whether it is `well`."""
        return self._cards

    @Property(QVariantList, notify=progressChanged)
    def steps(self) -> list[Row]:
        """What the present or last pass did so far, since the screen is open: label, text, well."""
        return self._steps

    @Property(bool, notify=progressChanged)
    def running(self) -> bool:
        """Whether a pass is under way."""
        return self._running

    def show(self, target: str, wording: Wording) -> None:
        """Show how the kiosk is, once the lock is open."""
        del target
        self._wording = wording
        self._lock.look()

    @Slot()
    def sync(self) -> None:
        """Somebody behind the lock wants a pass now."""
        if self._lock.open:
            self._sync()

    @Slot()
    def refresh(self) -> None:
        """Read anew how it is."""
        self._verdict, self._cards = {}, []
        if self._lock.open and self._wording:
            report = self._read()
            self._verdict = verdict(report, self._wording)
            self._cards = [card for card in (
                content_rows(report, self._wording), outbox_rows(report, self._wording),
                pass_rows(report, self._wording), device_rows(report, self._wording)) if card["rows"]]
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._steps = []
        self.progressChanged.emit()
        self._lock.close()

    def began(self) -> None:
        """A pass is under way."""
        self._running, self._steps = True, []
        self.progressChanged.emit()

    def hear(self, event: Mapping[str, Any]) -> None:
        """A pass did something."""
        if self._lock.open and self._wording and (row := step(event, self._wording)):
            self._steps = [*self._steps, row]
            self.progressChanged.emit()

    def ended(self) -> None:
        """The pass is over."""
        self._running = False
        self.progressChanged.emit()
        self.refresh()
