"""The pieces of text a window shows, and where their letters really stand."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

from ui.sight import Seen

# Space above and below the letters that belongs to a line (in heights of the type): no ink stands there.
LEAD = 0.2
_LEFT, _RIGHT, _CENTRE, _TOP, _BOTTOM, _MIDDLE = 1, 2, 4, 32, 64, 128
_BEFORE = {_LEFT: 0.0, _RIGHT: 1.0, _CENTRE: 0.5, _TOP: 0.0, _BOTTOM: 1.0, _MIDDLE: 0.5}


class Writing(NamedTuple):
    """A piece of text: the item, its words, its type with its size (px) and colour, how many lines it has, and
    the area its letters take in the window."""

    seen: Seen
    words: str
    font: QFont
    size: int
    colour: QColor
    lines: int
    painted: QRectF

    @property
    def shown(self) -> QRectF:
        """The part of the letters that is in sight."""
        return self.painted & self.seen.shown


def writings(seen: Iterable[Seen]) -> list[Writing]:
    """Every piece of text with at least one letter."""
    return [_writing(one) for one in seen if _is_text(one.item) and str(one.item.property("text")).strip()]


def _is_text(item: QQuickItem) -> bool:
    return any(item.inherits(kind) for kind in ("QQuickText", "QQuickTextInput", "QQuickTextEdit"))


def _writing(one: Seen) -> Writing:
    item = one.item
    words = str(item.property("text")).replace("\n", " ").strip()
    font = item.property("font")
    size = QFontInfo(font).pixelSize()
    lines = max(1, item.property("lineCount") or 1)
    return Writing(one, words, font, size, item.property("color"), lines, _painted(item, size))


def _painted(item: QQuickItem, size: int) -> QRectF:
    """The area of the letters in the window: the lines, as they are aligned, without the lead around them; of a
    field what fits between its paddings, for it scrolls what was typed."""
    width, height = item.property("contentWidth"), item.property("contentHeight")
    left, top = item.property("leftPadding") or 0, item.property("topPadding") or 0
    spare = item.width() - left - (item.property("rightPadding") or 0) - width
    below = item.height() - top - (item.property("bottomPadding") or 0) - height
    across, down = _alignment(item, "effectiveHorizontalAlignment"), _alignment(item, "verticalAlignment")
    lead = min(LEAD * size, height / 4)
    area = QRectF(left + across * spare, top + down * below, width, height).adjusted(0, lead, 0, -lead)
    if item.inherits("QQuickTextInput"):
        area &= QRectF(left, 0, max(0, spare + width), item.height())
    return item.mapRectToScene(area)


def _alignment(item: QQuickItem, name: str) -> float:
    """How much of the spare room stands before the text: 0, 0.5 or 1. (Python cannot read Qt Quick's enums.)"""
    context = QQmlEngine.contextForObject(item)
    value = QQmlExpression(context, item, f"Number({name})").evaluate()
    number = value[0] if isinstance(value, tuple) else value
    return _BEFORE.get(int(number), 0.0)
