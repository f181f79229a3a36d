"""Holding still before a picture is taken, and showing all parts of a screen that scrolls."""

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.audit.walk import scrolls, visible

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
    scroller = _page(window)
    for _ in range(most - 1):
        if scroller is None or not _scrolled(scroller):
            return
        yield


def _page(window: QQuickWindow) -> QQuickItem | None:
    """The largest thing in sight that scrolls."""
    found = [one.item for one in visible(window) if scrolls(one.item)]
    return max(found, key=lambda item: item.width() * item.height(), default=None)


def _scrolled(scroller: QQuickItem) -> bool:
    """Scroll on by a screenful; whether there was anything left."""
    get = scroller.property
    last = get("originY") + get("contentHeight") + get("bottomMargin") - scroller.height()
    if get("contentY") >= last - 1:
        return False
    return scroller.setProperty("contentY", min(get("contentY") + STEP * scroller.height(), last))
