"""What a screen is made of for somebody who hears it: everything with a name, in the order in which it is read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Q_ARG, QMetaObject, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtQml import QJSValue, QQmlEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.sight import Seen, is_row, visible

Role = QAccessible.Role
PRESS = "Press"
# Containers have names for assistive technology, but are not stepped to: what is in them is
_CONTAINERS = {Role.List, Role.Grouping, Role.Pane, Role.ToolBar}


class Element(NamedTuple):
    """A named item: its name, role and description as the accessibility tree has them, and where it is in sight."""

    item: QQuickItem
    name: str
    role: QAccessible.Role
    description: str
    shown: QRectF

    @property
    def checked(self) -> bool | None:
        """Whether it is on; None for what cannot be."""
        state = _interface(self.item).state()
        return bool(state.checked) if state.checkable or self.role == Role.CheckBox else None

    @property
    def pressed_by(self) -> QAccessibleActionInterface | None:
        """What presses it; None if it says no way of being pressed."""
        actions = _interface(self.item).actionInterface()
        return actions if actions and PRESS in actions.actionNames() else None

    @property
    def language(self) -> str:
        """The language of the name, where it may be another than the visitor's; else empty."""
        return str(self.item.property("language") or "")

    @property
    def details(self) -> str:
        """What goes with the name, in the same language."""
        return str(self.item.property("details") or "")

    @property
    def secret(self) -> bool:
        """Whether the name is something the visitor typed."""
        return bool(self.item.property("secret"))

    @property
    def others(self) -> list[str]:
        """The letters kept below the one on a key, in reading order."""
        others = self.item.property("others")
        return [str(other) for other in others.toVariant()] if isinstance(others, QJSValue) else list(others or ())

    def type(self, other: str) -> None:
        """Type one of them."""
        QMetaObject.invokeMethod(self.item, "type", Q_ARG(str, other))

    @property
    def is_typed_into(self) -> bool:
        """Whether it is a text field."""
        return self.role == Role.EditableText


def elements(window: QQuickWindow) -> list[Element]:
    """Everything with a name that is visible or can be scrolled to, in reading order."""
    return list(_named(visible(window)))


def under(found: Iterable[Element], x: float, y: float) -> Element | None:
    """The topmost of them at a place in the window."""
    return next((one for one in reversed(list(found)) if one.shown.contains(QPointF(x, y))), None)


def element_of(item: QQuickItem, found: Iterable[Element]) -> Element | None:
    """The item among them."""
    return next((one for one in found if one.item is item), None)


def typed_into(item: QQuickItem | None) -> str | None:
    """What stands in a text field; None for anything else."""
    if item is None or not any(item.inherits(kind) for kind in ("QQuickTextInput", "QQuickTextEdit")):
        return None
    return str(item.property("displayText") or item.property("text") or "")


def _named(seen: Iterable[Seen]) -> Iterator[Element]:
    for one in seen:
        interface = QAccessible.queryAccessibleInterface(one.item)
        name = interface.text(QAccessible.Text.Name).strip() if interface else ""
        if interface and name and interface.role() not in _CONTAINERS and not _ignored(one):
            yield Element(one.item, name, interface.role(), interface.text(QAccessible.Text.Description), one.shown)


def _interface(item: QQuickItem) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(item)
    assert interface
    return interface


def _ignored(one: Seen) -> bool:
    """Whether the name only repeats that of the control it is part of. (Asked only of what has a name: reading the
    property of another item would put it into the accessibility tree.)

    WORKAROUND: rows of a list are not asked; Qt 6.12 ignores those that were out of sight until the next frame.
    """
    context = QQmlEngine.contextForObject(one.item)
    return not is_row(one.item, one.scroller) and bool(QQmlProperty(one.item, "Accessible.ignored", context).read())
