"""Moving what scrolls, so that things come into sight."""

from PySide6.QtCore import QMetaObject, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.sight import above, scrolls, visible


def page_of(window: QQuickWindow) -> QQuickItem | None:
    """The largest thing in sight that scrolls; where nothing has to, the largest that would."""
    found = [one.item for one in visible(window) if one.item.inherits("QQuickFlickable")]
    return max(found, key=lambda item: (scrolls(item), item.width() * item.height()), default=None)


def scroll(scroller: QQuickItem, distance: float) -> bool:
    """Scroll down (up where negative), to the end at most; whether there was anything left."""
    get = scroller.property
    first = get("originY") - get("topMargin")
    last = max(first, get("originY") + get("contentHeight") + get("bottomMargin") - scroller.height())
    if (get("contentY") - first if distance < 0 else last - get("contentY")) < 1:
        return False
    scroller.setProperty("contentY", min(max(get("contentY") + distance, first), last))
    if scroller.inherits("QQuickItemView"):
        QMetaObject.invokeMethod(scroller, "forceLayout")  # its rows are there at once
    return True


def reveal(item: QQuickItem, room: float) -> None:
    """Scroll until the item is in sight with that much room around it; of what is higher than the page, the top."""
    for view in above(item):
        if scrolls(view):
            area = item.mapRectToItem(view, QRectF(0, 0, item.width(), item.height())).adjusted(0, -room, 0, room)
            if area.top() < 0 or area.height() > view.height():
                scroll(view, area.top())
            elif area.bottom() > view.height():
                scroll(view, area.bottom() - view.height())


def list_around(item: QQuickItem) -> QQuickItem | None:
    """The list the item is a row of, or part of one."""
    return next((view for view in above(item) if view.inherits("QQuickItemView")), None)
