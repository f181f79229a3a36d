"""Frames of a window: wait for them, and what the time until then was spent on."""

from collections.abc import Callable
from time import perf_counter, process_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow

MILLISECONDS = 1000
QUIET = 60  # ms without a frame after which nothing more is expected
PATIENCE = 5000  # ms


class Frames:
    """The frames of one window that is shown."""

    def __init__(self, window: QQuickWindow) -> None:
        self._loop = QEventLoop()
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._loop.quit)
        window.frameSwapped.connect(self._loop.quit)

    def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from before `act` until the next frame is drawn."""
        started = perf_counter()
        act()
        if not self._next(PATIENCE):
            raise TimeoutError("no frame was drawn")
        return (perf_counter() - started) * MILLISECONDS

    def settled(self) -> None:
        """Wait until nothing is drawn any more."""
        while self._next(QUIET):
            pass

    def work(self, act: Callable[[], object]) -> float:
        """Milliseconds of processor time from before `act` until the next frame is drawn."""
        started = process_time()
        self.after(act)
        return (process_time() - started) * MILLISECONDS

    def _next(self, patience: int) -> bool:
        self._timer.start(patience)
        self._loop.exec()
        return self._timer.isActive()
