"""How large things must be on this screen: dots per millimetre, and how far away its readers stand."""

from typing import NamedTuple

from PySide6.QtCore import QSize

from kiosk.settings import Display

INCH = 25.4
# What a screen is taken for until somebody measures it: a 10.1-inch tablet held at 400 mm up to this many dots,
# a 21.5-inch terminal read at 600 mm above.
TABLET_DOTS = 1280
TABLET_DIAGONAL, TABLET_DISTANCE = 10.1, 400.0
TERMINAL_DIAGONAL, TERMINAL_DISTANCE = 21.5, 600.0


class Scale(NamedTuple):
    """Dots per millimetre, and the reading distance in millimetres."""

    dots_per_millimetre: float
    distance: float


def scale_of(size: QSize, display: Display) -> Scale:
    """The scale of a screen of that many dots: as the keeper measured it, else by its size."""
    tablet = max(size.width(), size.height()) <= TABLET_DOTS
    diagonal, distance = (TABLET_DIAGONAL, TABLET_DISTANCE) if tablet else (TERMINAL_DIAGONAL, TERMINAL_DISTANCE)
    dpi = display.dpi or (size.width() ** 2 + size.height() ** 2) ** 0.5 / diagonal
    return Scale(dpi / INCH, display.distance or distance)
