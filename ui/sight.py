"""What a window shows: its visible items in the order in which they are painted, each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow


class Seen(NamedTuple):
    """A visible item. Areas are in pixels of the window.

    `area` is the whole item; `shown` the part of it that neither the window nor an ancestor cuts off; `opacity`
    its own times that of its ancestors; `scroller` the nearest ancestor that scrolls.
    """

    item: QQuickItem
    area: QRectF
    shown: QRectF
    opacity: float
    scroller: QQuickItem | None


class _Inherited(NamedTuple):
    """What an item has from those above it: the part of the window left for it, opacity, scroller."""

    left: QRectF
    opacity: float
    scroller: QQuickItem | None


def visible(window: QQuickWindow) -> list[Seen]:
    """Everything visible in the window, in the order of painting, less what something opaque covers whole.

    What has scrolled out of sight counts as visible (its `shown` is empty): a finger brings it back. What a list keeps
    ready out of sight does not: it gets its place when it comes into sight.
    """
    whole = QRectF(0, 0, window.width(), window.height())
    seen = list(_painted(window.contentItem(), _Inherited(whole, 1.0, None)))
    covers = [(index, one.shown) for index, one in enumerate(seen) if _is_opaque(one)]
    return [one for index, one in enumerate(seen)
            if not any(later > index and cover.contains(_place(one)) for later, cover in covers)]


def kind_of(item: QQuickItem) -> str:
    """The name of the item's type, as it is written in QML."""
    return _class_of(item).partition("_QMLTYPE_")[0].partition("_QML_")[0].removeprefix("QQuick")


def path_of(item: QQuickItem) -> str:
    """Where in the screen the item stands: the types of the interface's own making, outermost first."""
    kinds = [kind_of(one) for one in above(item) if "_QMLTYPE_" in _class_of(one)]
    return "/".join([*reversed(kinds), kind_of(item)])


def _class_of(item: QQuickItem) -> str:
    """WORKAROUND: Shiboken 6.12 keeps what `metaObject` gives after it is gone, and takes for it whatever comes to lie
    in its place; so it is told to forget it."""
    found = item.metaObject()
    name = str(found.className())
    shiboken6.invalidate(found)
    return name


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item's ancestors, nearest first."""
    found = item.parentItem()
    while found:
        yield found
        found = found.parentItem()


def scene_area(item: QQuickItem) -> QRectF:
    """Where the item lies in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def scrolls(item: QQuickItem) -> bool:
    """Whether a finger can move what is in the item up and down."""
    return item.inherits("QQuickFlickable") and bool(item.property("contentHeight") > item.height() + 1)


def is_row(item: QQuickItem, scroller: QQuickItem | None) -> bool:
    """Whether this is a row, header or footer of a list."""
    return (scroller is not None and scroller.inherits("QQuickItemView")
            and item.parentItem() == scroller.property("contentItem"))


def _is_in_use(row: QQuickItem) -> bool:
    """Whether a list shows the row there; rows it put aside to use them again stay where they were last."""
    view = next(one for one in above(row) if one.inherits("QQuickItemView"))
    if row in (view.property("headerItem"), view.property("footerItem")):
        return True
    x, y = row.x() + row.width() / 2, row.y() + row.height() / 2
    found = QQmlExpression(QQmlEngine.contextForObject(view), view, f"itemAt({x}, {y})").evaluate()
    return (found[0] if isinstance(found, tuple) else found) is row


def _painted(item: QQuickItem, inherited: _Inherited) -> Iterator[Seen]:
    """The item and all below it: children behind it (z < 0), itself, the other children."""
    if not item.isVisible() or item.opacity() == 0:
        return
    area = scene_area(item)
    if is_row(item, inherited.scroller) and not (area.intersects(inherited.left) and _is_in_use(item)):
        return
    opacity = inherited.opacity * item.opacity()
    left = inherited.left & area if item.clip() or scrolls(item) else inherited.left
    passed = _Inherited(left, opacity, item if scrolls(item) else inherited.scroller)
    children = _children(item)
    for child in children:
        if child.z() < 0:
            yield from _painted(child, passed)
    yield Seen(item, area, inherited.left & area, opacity, inherited.scroller)
    for child in children:
        if child.z() >= 0:
            yield from _painted(child, passed)


def _children(item: QQuickItem) -> list[QQuickItem]:
    """In the order of painting, which is that of reading. Rows of a list are made in any order: theirs is that of
    their places."""
    view = item.parentItem()
    listed = view is not None and view.inherits("QQuickItemView")
    return sorted(item.childItems(), key=lambda child: (child.z(), child.y() if listed else 0))


def _is_opaque(one: Seen) -> bool:
    return one.opacity == 1 and one.item.inherits("QQuickRectangle") and one.item.property("color").alpha() == 255


def _place(one: Seen) -> QRectF:
    """Where the item is seen, or, scrolled out of sight, would be."""
    return scene_area(one.scroller) if one.scroller and one.shown.isEmpty() else one.shown
