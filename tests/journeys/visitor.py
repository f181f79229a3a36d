"""Somebody at the screen: touches what they can see, types, and reads."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk


class Visitor:
    """Acts on a kiosk's window only through touches, keys and what is visible."""

    def __init__(self, kiosk: Kiosk, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self.qtbot = qtbot
        self._finger = QTest.createTouchDevice()

    def sees(self, text: str) -> bool:
        """Whether that text is visible now, or in what the page scrolls to."""
        return any(text in str(item.property("text") or "") for item in self._items())

    def reads(self) -> list[str]:
        """Every text on the screen."""
        return [text for item in self._items()
                if item.inherits("QQuickText") and (text := str(item.property("text") or "").strip())]

    def waits_for(self, text: str) -> None:
        """Until that text is there."""
        self.qtbot.waitUntil(lambda: self.sees(text), timeout=5000)

    def touches(self, text: str) -> None:
        """The control of that name, scrolled to first if need be."""
        self.qtbot.waitUntil(lambda: self._scrolled_to(text) is not None, timeout=5000)
        self.kiosk.window.grabWindow()  # what is seen is laid out
        control = self._control(text)
        assert control is not None
        if not self._reachable(control):
            control.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
        self.qtbot.waitUntil(lambda: self._reachable(control), timeout=5000)
        where = control.mapToScene(QPointF(control.width() / 2, control.height() / 2)).toPoint()
        QTest.touchEvent(self.kiosk.window, self._finger).press(0, where, self.kiosk.window).commit()
        QTest.touchEvent(self.kiosk.window, self._finger).release(0, where, self.kiosk.window).commit()

    def types(self, text: str) -> None:
        """Letters, on a physical keyboard."""
        for letter in text:
            QTest.keyClick(self.kiosk.window, letter)  # type: ignore[call-overload]  # the stubs know no characters

    def presses(self, key: Qt.Key) -> None:
        """A key."""
        QTest.keyClick(self.kiosk.window, key)

    def focus(self) -> str:
        """The name of the control that has the focus."""
        item = self.kiosk.window.activeFocusItem()
        return str(item.property("text") or "") if item else ""

    def is_typing(self) -> bool:
        """Whether a text field has the focus, and with it the keyboard."""
        item = self.kiosk.window.activeFocusItem()
        return item is not None and item.inherits("QQuickTextInput")

    def controls(self) -> list[str]:
        """The names of all controls that can be used now."""
        return [str(item.property("text")) for item in self._items()
                if item.inherits("QQuickAbstractButton") and item.isEnabled()]

    def _control(self, text: str) -> QQuickItem | None:
        named = (item for item in self._items() if item.inherits("QQuickAbstractButton"))
        return next((item for item in named if text in str(item.property("text"))), None)

    def _scrolled_to(self, text: str) -> QQuickItem | None:
        """The control; a long list makes its rows only as they come into view."""
        found = self._control(text)
        if found is None:
            for view in [item for item in self._items() if item.inherits("QQuickListView")]:
                end = view.property("contentHeight") - view.height() + view.property("originY")
                view.setProperty("contentY", min(view.property("contentY") + view.height() / 2, max(0, end)))
        return found

    def _reachable(self, control: QQuickItem) -> bool:
        """Whether a finger can touch its middle; if not, scrolls to it as a visitor would."""
        middle = control.mapToScene(QPointF(control.width() / 2, control.height() / 2))
        hidden = [item for item in self._clips(control) if not item.contains(item.mapFromScene(middle))]
        for view in (item for item in hidden if item.inherits("QQuickFlickable")):
            shift = view.mapFromScene(middle).y() - view.height() / 2
            view.setProperty("contentY", view.property("contentY") + shift)
        return not hidden

    def _clips(self, item: QQuickItem) -> Iterator[QQuickItem]:
        """What the control may be scrolled out of: the window, and all around it that cut off what does not fit."""
        yield self.kiosk.window.contentItem()
        while item := item.parentItem():
            if item.clip():
                yield item

    def _items(self) -> Iterator[QQuickItem]:
        waiting = [self.kiosk.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting.extend(reversed(item.childItems()))
