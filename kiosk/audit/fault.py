"""How a check says what it found."""

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.audit.report import Kind, Problem
from ui.sight import path_of

WORDS_QUOTED = 80


def fault(kind: Kind, item: QQuickItem, words: str, area: QRectF, message: str) -> Problem:
    """A problem with an item whose area in the window is known."""
    place = area.toAlignedRect()
    return Problem(kind, path_of(item), words[:WORDS_QUOTED], message,
                   (place.x(), place.y(), place.width(), place.height()))
