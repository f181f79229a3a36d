"""When the kiosk becomes current: the passes of `kiosk sync`, one child each, and what they said."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.upkeep.errand import Errand, Told

SOON = 5.0  # seconds: behind the first picture and the first touch, or until a network that came back is steady
SPREAD = 10.0  # seconds: kiosks that are switched on together do not ask together
JITTER = 0.1  # of an interval, either way
LEAST, MOST = 30.0, 24 * 3600.0  # seconds between two passes, whatever a child answers


class Passes(QObject):
    """Starts a pass when it is to be `soon`, then every `interval` seconds (or after as many as the last one answered),
    with jitter, and at once when somebody says `go`. Between passes there is no process. `chance` gives 0 to 1."""

    began = Signal()
    told = Signal(dict)
    ended = Signal(bool)  # whether the pass went well, as far as it can be known

    def __init__(self, start: Sequence[str], interval: float, now: Callable[[], datetime],
                 chance: Callable[[], float] = random.random) -> None:
        super().__init__()
        self._start = start
        self._interval = interval
        self._now = now
        self._chance = chance
        self._answer: Told = {}
        self._errand = Errand(parent=self)
        self._errand.told.connect(self._hear)
        self._errand.ended.connect(self._end)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.go)
        self.next: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether a pass is under way."""
        return self._errand.running

    @property
    def pid(self) -> int:
        """The number of the child's process; 0 between passes."""
        return self._errand.pid

    def soon(self) -> None:
        """The kiosk has started, or the network may be back: a pass within seconds, and from then on by themselves."""
        if not self.running:
            self._wait(min(SOON + self._chance() * SPREAD, self._left()))

    def go(self) -> None:
        """A pass now; nothing more while one is under way."""
        if self.running:
            return
        self._timer.stop()
        self.next, self._answer = None, {}
        self.began.emit()
        self._errand.send(self._start)

    def close(self) -> None:
        """No more passes. One under way is ended: what it did not finish it never did."""
        self._timer.stop()
        self._errand.close()

    def _hear(self, told: Told) -> None:
        if told.get("event") == "pass":
            self._answer = told
        self.told.emit(told)

    def _end(self, well: bool) -> None:
        seconds = self._answer.get("next")
        wanted = float(seconds) if isinstance(seconds, int | float) else self._interval
        self._wait(min(max(wanted, LEAST), MOST) * (1 + JITTER * (2 * self._chance() - 1)))
        self.ended.emit(well and self._answer.get("ok") is True)

    def _left(self) -> float:
        return self._timer.remainingTime() / 1000 if self._timer.isActive() else MOST

    def _wait(self, seconds: float) -> None:
        self.next = self._now() + timedelta(seconds=seconds)
        self._timer.start(round(seconds * 1000))
