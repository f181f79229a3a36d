"""Where a stretch of a text stands on the screen.

Qt Quick's `Text` does not tell. It breaks its lines with `QTextLayout`; so the same is done here once more, with the
same font, width and options, for the one text that is being read. Letters that run from right to left, and lines in
which both directions meet, come out where they are drawn.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem

# Areas of one line that lie no farther apart (in pixels) are one: letters of several fonts, the space between words
TOUCHING = 1.0
_BELOW = {32: 0.0, 64: 1.0, 128: 0.5}  # how much of the spare room stands above the text: top, bottom, middle


def areas(item: QQuickItem, start: int, length: int) -> list[QRectF]:
    """The areas of `length` characters from `start` of what a `Text` shows, line by line, in the item's coordinates.
    What it does not show, as the end of an excerpt, has none."""
    text = str(item.property("text"))
    begin, end = _units(text[:start]), _units(text[:start + length])
    layout = QTextLayout(text.replace("\n", "\u2028"), item.property("font"))
    lines = list(_lines(layout, item))[:item.property("lineCount")]
    top = item.property("topPadding")
    spare = item.height() - top - item.property("bottomPadding") - item.property("contentHeight")
    down = top + spare * _BELOW.get(int(_asked(item, "Number(verticalAlignment)")), 0.0)
    across = item.property("leftPadding")
    return [area.translated(across, down) for line in lines for area in _joined(_runs(line, begin, end))]


def _lines(layout: QTextLayout, item: QQuickItem) -> Iterator[QTextLine]:
    """The lines as `Text` breaks and stacks them."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode(int(_asked(item, "Number(wrapMode)"))))
    option.setAlignment(Qt.AlignmentFlag(int(_asked(item, "Number(effectiveHorizontalAlignment)"))))
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    width = item.width() - item.property("leftPadding") - item.property("rightPadding")
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * item.property("lineHeight")
        yield line
    layout.endLayout()


def _runs(line: QTextLine, begin: int, end: int) -> Iterator[QRectF]:
    """Where the glyphs of a stretch stand in a line."""
    begin, end = max(begin, line.textStart()), min(end, line.textStart() + line.textLength())
    if begin < end:
        yield from (run.boundingRect() for run in line.glyphRuns(begin, end - begin))


def _joined(areas: Iterable[QRectF]) -> list[QRectF]:
    """The areas of a line from the left, those that touch as one, all as high as the highest."""
    joined: list[QRectF] = []
    for area in sorted(areas, key=QRectF.left):
        if joined and area.left() <= joined[-1].right() + TOUCHING:
            joined[-1] = joined[-1].united(area)
        else:
            joined.append(area)
    top, bottom = min((a.top() for a in joined), default=0.0), max((a.bottom() for a in joined), default=0.0)
    return [QRectF(area.left(), top, area.width(), bottom - top) for area in joined]


def _units(text: str) -> int:
    """How many characters that is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _asked(item: QQuickItem, expression: str) -> Any:
    """A value Python cannot read otherwise: Qt Quick's own enumerations."""
    value = QQmlExpression(QQmlEngine.contextForObject(item), item, expression).evaluate()
    return value[0] if isinstance(value, tuple) else value
