"""What can be pressed, and whether a shaky finger hits it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from ui.sight import Seen, above, kind_of

LEAST = 12.0  # mm, both ways (WCAG 2.5.5 asks for 44 CSS px, which are 11.6 mm)
# Keys are as high, but twelve of them side by side on an upright 10-inch tablet (136 mm) cannot be as wide.
LEAST_KEY = 11.0
SLACK = 0.05
_TOUCHED = ("QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit", "QQuickMouseArea")


class Control(NamedTuple):
    """Something that can be pressed now, and what it is called (to assistive technology, else by its text)."""

    seen: Seen
    name: str


def controls(seen: Iterable[Seen]) -> list[Control]:
    """Everything that is enabled and answers a touch, keys of the on-screen keyboard included."""
    return [Control(one, name_of(one.item) or str(one.item.property("text") or ""))
            for one in seen if one.item.isEnabled() and _is_pressed(one.item)]


def small(found: Iterable[Control], dots_per_millimetre: float) -> Iterator[Problem]:
    """Controls less than 12 mm wide (keys: 11) or high on this screen."""
    for control in found:
        width, height = (side / dots_per_millimetre for side in (control.seen.area.width(), control.seen.area.height()))
        least = LEAST_KEY if is_key(control.seen.item) else LEAST
        if width < least - SLACK or height < LEAST - SLACK:
            yield fault("target", control.seen.item, control.name, control.seen.area,
                        f"{width:.1f} × {height:.1f} mm, at least {least:.0f} × {LEAST:.0f} wanted")


def name_of(item: QQuickItem) -> str:
    """The name assistive technology is given."""
    interface = QAccessible.queryAccessibleInterface(item)
    return str(interface.text(QAccessible.Text.Name)).strip() if interface else ""


def is_key(item: QQuickItem) -> bool:
    """Whether this is a key of Qt Virtual Keyboard that can be pressed."""
    return _has(item, "keyPanelDelegate") and kind_of(item) != "FillerKey"


def _is_pressed(item: QQuickItem) -> bool:
    """Of Qt's keyboard only its keys count; how it catches touches for them is its own affair. A bare touch area may
    say that it is no control of its own (`Accessible.ignored`)."""
    if is_key(item):
        return True
    touched = any(item.inherits(kind) for kind in _TOUCHED) or any(
        part.inherits("QQuickTapHandler") for part in item.children())
    return touched and not _is_bare(item) and not any(_has(one, "externalLanguageSwitchEnabled") for one in above(item))


def _is_bare(item: QQuickItem) -> bool:
    """Whether this is no button but a touch area that has an interface, and neither role nor name of its own."""
    interface = QAccessible.queryAccessibleInterface(item)
    return (not item.inherits("QQuickAbstractButton") and interface is not None
            and interface.role() == QAccessible.Role.Client)


def _has(item: QQuickItem, name: str) -> bool:
    return QQmlProperty(item, name).isValid()
