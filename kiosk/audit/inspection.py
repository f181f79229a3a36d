"""All checks of one picture, one after the other."""

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.audit.camera import PATIENCE, Restless, settle
from kiosk.audit.clipping import broken, clipped
from kiosk.audit.contrast import faint
from kiosk.audit.fault import fault
from kiosk.audit.glyphs import boxes
from kiosk.audit.names import nameless
from kiosk.audit.order import turned
from kiosk.audit.overlap import overlapping
from kiosk.audit.report import Problem
from kiosk.audit.targets import controls, small
from kiosk.audit.text import writings
from ui.sight import scene_area, visible


def examined(window: QQuickWindow, dots_per_millimetre: float,
             patience: int = PATIENCE) -> tuple[QImage, list[Problem]]:
    """The picture of a window that has come to rest, and what is wrong with it."""
    restless: list[Problem] = []
    try:
        settle(window, patience)
    except Restless as reason:
        content = window.contentItem()
        restless = [fault("motion", content, "", scene_area(content), str(reason))]
    image = window.grabWindow()
    return image, restless + inspect(window, image, dots_per_millimetre)


def inspect(window: QQuickWindow, image: QImage, dots_per_millimetre: float) -> list[Problem]:
    """What is wrong with a window of which `image` is the picture.

    Places and sizes are judged of everything on the screen, scrolled out of sight or not; contrast only of what the
    picture shows.
    """
    seen = visible(window)
    texts, pressed = writings(seen), controls(seen)
    return [*clipped(texts, pressed, window), *broken(texts), *overlapping(texts, pressed),
            *small(pressed, dots_per_millimetre), *faint(texts, image), *nameless(seen, window), *boxes(texts),
            *turned(texts)]
