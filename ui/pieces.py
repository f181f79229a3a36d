"""What a screen has to read aloud: its words in the order in which they stand there.

The rule is one for all screens: every `Words` is a piece; it says in which language it is (`language`, "" for the
visitor's), as what kind of block it is said (`kind`, `number`), whether the visitor typed it (`secret`) and, where that
is not what is written, what is said (`says`). An item with `unspoken` is left out with all that is in it.
"""

from collections.abc import Iterator
from typing import NamedTuple, cast

import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtQml import QJSValue, QQmlEngine, QQmlExpression, QQmlProperty
from PySide6.QtQuick import QQuickItem

from content.block import Block, BlockKind
from ui.voice import Part


class Piece(NamedTuple):
    """A part of what is read, the item that shows it, and the text it shows."""

    item: QQuickItem
    part: Part
    text: str

    @property
    def literal(self) -> bool:
        """Whether what is said is what is written."""
        return self.text == self.part.block.text

    @property
    def shown(self) -> bool:
        """Whether the item still shows it: screens change, and lists use their rows again."""
        return shiboken6.isValid(self.item) and self.item.isVisible() and self.item.property("text") == self.text

    def lies_at(self, point: QPointF) -> bool:
        """Whether the point of the window is on the item, and a touch there presses nothing."""
        return self.shown and self.item.contains(self.item.mapFromScene(point)) and not _in_button(self.item)


def pieces(root: QQuickItem, language: str) -> Iterator[Piece]:
    """The pieces of a screen or of any item in it, for a visitor who reads `language`."""
    if not root.isVisible() or root.opacity() == 0 or root.property("unspoken"):
        return
    if root.inherits("QQuickText") and QQmlProperty(root, "says").isValid():
        text = str(root.property("text"))
        said = _says(root) or text
        if said.strip():
            block = Block(cast("BlockKind", root.property("kind")), said, number=int(root.property("number")))
            yield Piece(root, Part(block, root.property("language") or language, bool(root.property("secret"))), text)
        return
    for child in _rows(root) if root.inherits("QQuickItemView") else root.childItems():
        yield from pieces(child, language)


def _in_button(item: QQuickItem | None) -> bool:
    while item and not item.inherits("QQuickAbstractButton"):
        item = item.parentItem()
    return item is not None


def _says(item: QQuickItem) -> str:
    """What is said instead of what is written; "" for what is written."""
    says = item.property("says")
    return str(says.call([]).toString()) if isinstance(says, QJSValue) and says.isCallable() else ""


def _rows(view: QQuickItem) -> list[QQuickItem]:
    """The header of a list and the rows it shows, from the top; not those it keeps to use them again."""
    content = cast("QQuickItem", view.property("contentItem"))
    header = view.property("headerItem")
    used = [row for row in content.childItems() if row is header or _item_at(view, row.property("index")) is row]
    return sorted(used, key=QQuickItem.y)


def _item_at(view: QQuickItem, index: object) -> object:
    if not isinstance(index, int):
        return None
    found = QQmlExpression(QQmlEngine.contextForObject(view), view, f"itemAtIndex({index})").evaluate()
    return found[0] if isinstance(found, tuple) else found
