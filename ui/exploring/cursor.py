"""Where on the screen somebody is who does not see it."""

import shiboken6
from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.exploring.element import Element, Role, element_of, elements, under
from ui.exploring.finger import Point
from ui.exploring.scroll import list_around, page_of, reveal, scroll
from ui.sight import above, scene_area

PAGE = 0.85  # of its height a page is scrolled at once: what was cut through is whole then
PART = 0.5  # of a list comes into sight when somebody steps beyond the rows it shows


class Cursor(QObject):
    """The element somebody is at, in a window; `room` is how much is kept free around it, in pixels.

    What the window is made of is looked up anew each time, and once a frame while a finger slides.
    """

    def __init__(self, window: QQuickWindow, room: float) -> None:
        super().__init__()
        self._window = window
        self._room = room
        self._index = -1
        self._at: Element | None = None
        self._sliding: list[Element] | None = None
        window.frameSwapped.connect(self.clear)

    @property
    def at(self) -> Element | None:
        """The element; None where there was none yet, or it is no more."""
        return self._at if self._at and shiboken6.isValid(self._at.item) and self._at.item.isVisible() else None

    @property
    def area(self) -> QRectF:
        """Where it lies in the window; empty for no element."""
        return scene_area(self.at.item) if self.at else QRectF()

    def elements(self) -> list[Element]:
        """Everything there is now."""
        return elements(self._window)

    def go(self, element: Element) -> None:
        """Be at that element, and have it in sight."""
        self._at = element
        reveal(element.item, self._room)

    def again(self) -> Element | None:
        """The element as it is now; None where it is no more."""
        now = element_of(self.at.item, self.elements()) if self.at else None
        self._at = now or self._at
        return now

    def touch(self, at: Point) -> Element | None:
        """Be at what lies there; None if nothing does."""
        if self._sliding is None:
            self._sliding = self.elements()
        found = under(self._sliding, at.x, at.y)
        if found is None or not shiboken6.isValid(found.item):
            return None
        self._at = found
        return found

    def arrive(self) -> Element | None:
        """Be where a new screen begins: at the field that is to be typed into, else at the title, else at the first
        thing on the page."""
        found = self.elements()
        focus = self._window.activeFocusItem()
        field = element_of(focus, found) if focus else None
        page = page_of(self._window)
        on_page = (one for one in found if page and page in above(one.item))
        title = next((one for one in found if one.role == Role.Heading), None)
        self._at = field if field and field.is_typed_into else title or next(on_page, None)
        self.clear()
        return self._at

    def step(self, way: int) -> tuple[Element, bool] | None:
        """Go on to the next element (way 1) or the one before (-1); with it, whether that went round the end of the
        screen. None on an empty screen."""
        found = self.elements()
        if self.at and self._scrolls_on(self.at.item, found, way):
            found = self.elements()
        if not found:
            return None
        index = self._where(found) + way
        self._index = index % len(found)
        element = self._entered(found[self._index], way)
        self.go(element)
        return element, self._index != index

    def turn(self, way: int) -> Element | None:
        """Scroll the page down (way 1) or up (-1), and be at the first element in sight; None at its end."""
        page = page_of(self._window)
        if page is None or not scroll(page, way * PAGE * page.height()):
            return None
        shown = [one for one in self.elements() if page in above(one.item) and not one.shown.isEmpty()]
        whole = [one for one in shown if one.shown.height() >= one.item.height()]
        self._at = next(iter(whole or shown), None)
        return self._at

    @Slot()
    def clear(self) -> None:
        """The window may look different now."""
        self._sliding = None

    def _where(self, found: list[Element]) -> int:
        """The place of the element among those there are; where it is no more, that it had. A list gives its rows
        other items when it scrolls: they are known by their names."""
        def likeness(index: int) -> tuple[bool, bool]:
            one, was = found[index], self._at
            return (was is not None and (one.name, one.role) == (was.name, was.role),
                    was is not None and one.item is was.item)
        best = max(range(len(found)), key=likeness, default=-1)
        return best if best >= 0 and any(likeness(best)) else self._index

    def _entered(self, element: Element, way: int) -> Element:
        """The element to be at: of a list that is come to from outside the first row, however it is scrolled; the last
        where one goes back."""
        view = list_around(element.item)
        if view is None or (self.at and list_around(self.at.item) is view):
            return element
        if not scroll(view, -way * float(view.property("contentHeight"))):
            return element
        rows = [one for one in self.elements() if list_around(one.item) is view]
        return (rows or [element])[0 if way > 0 else -1]

    def _scrolls_on(self, item: QQuickItem, found: list[Element], way: int) -> bool:
        """Whether the next element were beyond the rows a list has made, and it has now made more."""
        view = list_around(item)
        if view is None:
            return False
        index = self._where(found) + way
        outside = not 0 <= index < len(found) or list_around(found[index].item) is not view
        return outside and scroll(view, way * PART * view.height())
