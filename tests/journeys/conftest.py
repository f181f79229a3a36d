"""A kiosk as it comes out of the box, and somebody in front of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.settings import Place, Settings, Visits
from tests.journeys.visitor import Visitor

FRIDAY = datetime(2026, 11, 20, 10, 30)
KOBERG = Place(name="Bibliothek", district="Innenstadt", latitude=53.8713, longitude=10.6884)


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built-in content, made once."""
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def visitor(made_folder: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Somebody in front of a kiosk in a library on a Friday morning."""
    kiosk = Kiosk(made_folder, Settings(place=KOBERG), QSize(1280, 800), now=lambda: FRIDAY)
    kiosk.window.show()
    with qtbot.waitExposed(kiosk.window):
        pass
    yield Visitor(kiosk, qtbot)
    kiosk.close()


@pytest.fixture
def impatient(made_folder: Path, qtbot: QtBot) -> Iterator[Callable[[], Visitor]]:
    """Makes a kiosk that warns at once and ends the visit a second later."""
    made: list[Kiosk] = []

    def make() -> Visitor:
        made.append(Kiosk(made_folder, Settings(visits=Visits(idle=0, warning=1)), QSize(1280, 800), now=lambda: FRIDAY))
        made[0].window.show()
        return Visitor(made[0], qtbot)

    yield make
    for kiosk in made:
        kiosk.close()
