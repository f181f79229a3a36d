"""Pictures of a window that has come to rest, and of all parts of a screen that scrolls."""

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.audit.walk import scrolls, visible

# The window rests when no frame was drawn for three frames' time; in ms
STILL = 50
PATIENCE = 10_000
# How much of a screenful is scrolled at once: what is cut through at the end is whole on the next picture.
STEP = 0.85


class Restless(RuntimeError):
    """The window goes on changing; no picture of it would be the same twice."""


def picture(window: QQuickWindow, patience: int = PATIENCE) -> QImage:
    """The window as it is once nothing moves any more. Raises `Restless` if that takes more than `patience` ms."""
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
        raise Restless(f"the window did not come to rest within {patience} ms")
    return window.grabWindow()


def parts(window: QQuickWindow, most: int) -> Iterator[QImage]:
    """The window, and again after each scroll down to the end of its page; at most that many pictures."""
    yield picture(window)
    scroller = _page(window)
    for _ in range(most - 1):
        if scroller is None or not _scrolled(scroller):
            return
        yield picture(window)


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
