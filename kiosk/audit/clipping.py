"""Text and controls of which a part can never be seen, and words that are torn apart."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.targets import Control
from kiosk.audit.text import Writing
from ui.sight import above, kind_of, scene_area, scrolls

# Where a line may end; and what an address, which ends anywhere, is known by
_PARTS = re.compile(r"[\s/–—-]+")
_ADDRESS = re.compile(r"[@_=]|\w\.\w")
# Layouts round to whole pixels
SLACK = 1.5
# How far a line may hang over its end (in sizes of the type): Qt counts the space at a break and the last letter's
# swash to the line
BEARING = 0.1


def clipped(texts: Iterable[Writing], controls: Iterable[Control], window: QQuickWindow) -> Iterator[Problem]:
    """Text cut short, larger than its own item, sticking out of its frame, or cut off; controls cut off.

    Text may end in "…" only where the QML says that it is an excerpt (`property bool excerpt`).
    """
    for text in texts:
        item = text.seen.item
        ink = text.painted.adjusted(BEARING * text.size, 0, -BEARING * text.size, 0)
        message = (_cut_short(item) or _sticks_out(ink, item, "its item") or _sticks_out(ink, _frame(item), "its frame")
                   or _cut_off(item, ink, window))
        if message:
            yield fault("clipped", item, text.words, text.painted, message)
    for control in controls:
        message = _cut_off(control.seen.item, control.seen.area, window)
        if message:
            yield fault("clipped", control.seen.item, control.name, control.seen.area, message)


def _cut_short(item: QQuickItem) -> str:
    return "cut short" if item.property("truncated") and not item.property("excerpt") else ""


def broken(texts: Iterable[Writing]) -> Iterator[Problem]:
    """Words too long for their line, which Qt then breaks anywhere. Addresses may be broken."""
    for text in texts:
        metrics = QFontMetricsF(text.font)
        widest = max(_PARTS.split(text.words), key=metrics.horizontalAdvance)
        room = text.seen.item.width()
        if text.lines > 1 and metrics.horizontalAdvance(widest) > room + SLACK and not _ADDRESS.search(widest):
            yield fault("broken", text.seen.item, text.words, text.painted,
                        f"“{widest}” needs {metrics.horizontalAdvance(widest):.0f} px and has {room:.0f}")


def _frame(item: QQuickItem) -> QQuickItem | None:
    """The nearest button or coloured rectangle the item stands in."""
    return next((one for one in above(item) if one.inherits("QQuickAbstractButton")
                 or (one.inherits("QQuickRectangle") and one.property("color").alpha())), None)


def _sticks_out(area: QRectF, holder: QQuickItem | None, name: str) -> str:
    if holder is None or holder.inherits("QQuickTextInput"):
        return ""
    beyond = _beyond(area, scene_area(holder))
    return f"sticks out of {name} ({kind_of(holder)}) by {beyond:.0f} px" if beyond else ""


def _cut_off(item: QQuickItem, area: QRectF, window: QQuickWindow) -> str:
    """What cuts the area off: an ancestor that clips, the end of what can be scrolled to, or the window."""
    for one in above(item):
        if scrolls(one):
            if _beyond(area, _reach(one)):
                return f"beyond what {kind_of(one)} can scroll to"
            area = scene_area(one)
        elif one.clip() and (beyond := _beyond(area, scene_area(one))):
            return f"cut off by {kind_of(one)} by {beyond:.0f} px"
    beyond = _beyond(area, QRectF(0, 0, window.width(), window.height()))
    return f"beyond the window by {beyond:.0f} px" if beyond else ""


def _reach(scroller: QQuickItem) -> QRectF:
    """All of the content a finger can bring into sight, as it lies now."""
    get = scroller.property
    across = max(get("contentWidth"), scroller.width() - get("leftMargin") - get("rightMargin"))
    content = QRectF(get("originX"), get("originY"), across, get("contentHeight")).adjusted(
        -get("leftMargin"), -get("topMargin"), get("rightMargin"), get("bottomMargin"))
    return content.translated(scene_area(scroller).topLeft()).translated(-get("contentX"), -get("contentY"))


def _beyond(area: QRectF, room: QRectF) -> float:
    """By how many pixels the area leaves the room; 0 within the slack."""
    most = max(room.left() - area.left(), area.right() - room.right(), room.top() - area.top(),
               area.bottom() - room.bottom())
    return most if most > SLACK else 0
