"""Holding still before a picture is taken, and showing all parts of a screen that scrolls."""

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickWindow

from ui.exploring.scroll import page_of, scroll

# The window rests when no frame was drawn for three frames' time; in ms
STILL = 50
PATIENCE = 10_000
# How much of a screenful is scrolled at once: what is cut through at the end is whole on the next picture.
STEP = 0.85


class Restless(RuntimeError):
    """The window goes on changing; no picture of it would be the same twice."""


def settle(window: QQuickWindow, patience: int = PATIENCE) -> None:
    """Wait until nothing moves any more. Raises `Restless` if that takes more than `patience` ms."""
    loop = QEventLoop()
    still = QTimer(singleShot=True, interval=STILL)
    still.timeout.connect(loop.quit)
    late = QTimer(singleShot=True, interval=patience)
    late.timeout.connect(lambda: loop.exit(1))
    window.frameSwapped.connect(still.start)
    still.start()
    late.start()
    restless = loop.exec()
    window.frameSwapped.disconnect(still.start)
    if restless:
        raise Restless(f"does not come to rest within {patience} ms")


def parts(window: QQuickWindow, most: int) -> Iterator[None]:
    """Show the top of the window's page, then part after part to its end, at most that many; one at each step."""
    yield
    scroller = page_of(window)
    for _ in range(most - 1):
        if scroller is None or not scroll(scroller, STEP * scroller.height()):
            return
        yield
