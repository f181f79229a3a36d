"""What assistive technology, and the kiosk's own voice, can call each control."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickWindow

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.targets import controls, is_key, name_of
from ui.sight import Seen, is_row


def nameless(seen: Iterable[Seen], window: QQuickWindow) -> Iterator[Problem]:
    """Controls, and whatever else Tab reaches, that have no name or are missing from the accessibility tree.

    Keys of the on-screen keyboard are left out: their faces have the names (in the keyboard's style). WORKAROUND: rows
    of a list need not be in the tree; Qt 6.12 forgets there those it uses again for other content.
    """
    QAccessible.setActive(True)
    tree = set(_objects(QAccessible.queryAccessibleInterface(window)))
    for one in _reached(seen):
        if not name_of(one.item):
            yield fault("name", one.item, str(one.item.property("text") or ""), one.area, "has no accessible name")
        elif one.item not in tree and not is_row(one.item, one.scroller):
            yield fault("name", one.item, name_of(one.item), one.area, "is not in the accessibility tree")


def _reached(seen: Iterable[Seen]) -> list[Seen]:
    """What can be pressed or has the focus when Tab is pressed."""
    seen = list(seen)
    pressed = {id(control.seen.item) for control in controls(seen)}
    return [one for one in seen if not is_key(one.item)
            and (id(one.item) in pressed or (one.item.isEnabled() and one.item.activeFocusOnTab()))]


def _objects(interface: QAccessibleInterface | None) -> Iterator[QObject]:
    """The objects of an accessibility tree."""
    if interface is None:
        return
    yield interface.object()
    for index in range(interface.childCount()):
        yield from _objects(interface.child(index))
