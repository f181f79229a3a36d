"""USB sticks: content that comes without a network, and the outbox that leaves with it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.upkeep.errand import PATIENCE, Errand, Told
from ui.report import StickState

log = logging.getLogger(__name__)

LOOK = 2000  # ms; a mount is no change of a folder, so nothing in this world tells of it on every system
_STATES: Mapping[str, StickState] = {
    "imported": "done", "current": "older", "older": "older", "none": "empty", "untrusted": "unfit",
    "unprovisioned": "unfit"}


class Sticks(QObject):
    """Watches the folder in which the system shows sticks (each a folder in it, ready to be read), and exchanges
    content and outbox with each that comes, once, in a child of its own. `start` is how a child is started for one."""

    changed = Signal()
    read = Signal()  # the copy may be a new one

    def __init__(self, folder: str, start: Callable[[Path], Sequence[str]], patience: float = PATIENCE) -> None:
        super().__init__()
        self._folder = Path(folder)
        self._start = start
        self._seen: set[Path] = set()
        self._known: set[Path] = set()
        self._current: Path | None = None
        self._answer: Told = {}
        self._errand = Errand(patience, self)
        self._errand.told.connect(self._hear)
        self._errand.ended.connect(self._end)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self.state: StickState = ""
        self.message = ""

    def watch(self) -> None:
        """From now on."""
        self._timer.start()

    def look(self) -> None:
        """What has come and gone? Who comes is taken at the second look: by then it is not only a place for a stick."""
        seen = self._sticks()
        came = seen & self._seen - self._known
        self._seen, self._known = seen, self._known & seen
        if self._current and self._current not in seen and not self._errand.running:
            self._current = None
            self._set("")
        if came and not self._errand.running:
            self._take(min(came))

    def close(self) -> None:
        """No more. A stick that is being read stays unread: the copy is as it was."""
        self._timer.stop()
        self._errand.close()

    def _sticks(self) -> set[Path]:
        try:
            return {entry for entry in self._folder.iterdir() if entry.is_dir()}
        except OSError:
            return set()

    def _take(self, stick: Path) -> None:
        log.info("a stick is there")
        self._known.add(stick)
        self._current, self._answer = stick, {}
        self._set("reading")
        self._errand.send(self._start(stick))

    def _hear(self, told: Told) -> None:
        if told.get("event") == "bundle":
            self._answer = told

    def _end(self) -> None:
        self._set(_STATES.get(str(self._answer.get("outcome")), "failed"), str(self._answer.get("message", "")))
        if self.state == "done":
            self.read.emit()

    def _set(self, state: StickState, message: str = "") -> None:
        self.state, self.message = state, message
        self.changed.emit()
