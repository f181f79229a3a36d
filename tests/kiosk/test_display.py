"""How large things are: by the keeper's ruler, else by the size of the screen."""

import pytest
from PySide6.QtCore import QSize

from kiosk.display import INCH, scale_of
from kiosk.settings import Display


@pytest.mark.parametrize(("width", "height", "diagonal", "distance"), [
    (1280, 800, 10.1, 400), (800, 1280, 10.1, 400), (1024, 600, 10.1, 400), (1281, 800, 21.5, 600),
    (1920, 1080, 21.5, 600), (1080, 1920, 21.5, 600), (3840, 2160, 21.5, 600)])
def test_a_screen_nobody_measured(width: int, height: int, diagonal: float, distance: float) -> None:
    scale = scale_of(QSize(width, height), Display())
    assert scale.distance == distance
    across = (width ** 2 + height ** 2) ** 0.5 / scale.dots_per_millimetre
    assert across == pytest.approx(diagonal * INCH)


def test_a_tablet_held_sideways_is_the_same() -> None:
    assert scale_of(QSize(1280, 800), Display()) == scale_of(QSize(800, 1280), Display())


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)])
def test_what_the_keeper_measured_counts(size: QSize) -> None:
    assert scale_of(size, Display(dpi=254, distance=500)) == (pytest.approx(10), 500)


def test_each_measure_counts_alone() -> None:
    guessed = scale_of(QSize(1920, 1080), Display())
    assert scale_of(QSize(1920, 1080), Display(dpi=96)) == (pytest.approx(96 / 25.4), guessed.distance)
    assert scale_of(QSize(1920, 1080), Display(distance=450)) == (guessed.dots_per_millimetre, 450)
