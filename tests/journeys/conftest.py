"""A kiosk as it comes out of the box, and somebody in front of it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from content.here import Place
from kiosk.app import Kiosk
from kiosk.settings import Settings, Visits
from tests.journeys.listener import Ear, Listener
from tests.journeys.visitor import Visitor
from ui.voice import Announcer

FRIDAY = datetime.fromisoformat("2026-11-20T10:30")
KOBERG = Place(name="Bibliothek", district="Innenstadt", latitude=53.8713, longitude=10.6884)


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built-in content, made once."""
    return tmp_path_factory.mktemp("kiosk")


def put_up(folder: Path, settings: Settings, qtbot: QtBot, announcer: Announcer | None = None) -> Kiosk:
    """A kiosk with its window on the screen, on a Friday morning."""
    kiosk = Kiosk(folder, settings, QSize(1280, 800), now=lambda: FRIDAY, announcer=announcer or Ear())
    with qtbot.waitExposed(kiosk.window):
        kiosk.window.show()
    return kiosk


@pytest.fixture
def visitor(made_folder: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Somebody in front of a kiosk in a library."""
    kiosk = put_up(made_folder, Settings(place=KOBERG), qtbot)
    yield Visitor(kiosk, qtbot)
    kiosk.close()


@pytest.fixture
def left_alone(made_folder: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Somebody whose kiosk warns after a second and ends the visit a second later."""
    kiosk = put_up(made_folder, Settings(visits=Visits(idle=1, warning=1)), qtbot)
    yield Visitor(kiosk, qtbot)
    kiosk.close()


@pytest.fixture
def listener(made_folder: Path, qtbot: QtBot) -> Iterator[Listener]:
    """Somebody who does not see the kiosk in a library."""
    ear = Ear()
    kiosk = put_up(made_folder, Settings(place=KOBERG), qtbot, ear)
    yield Listener(kiosk, ear, qtbot)
    kiosk.close()


@pytest.fixture
def impatient(made_folder: Path, qtbot: QtBot) -> Iterator[Listener]:
    """Somebody who does not see, at a kiosk that warns after a second."""
    ear = Ear()
    kiosk = put_up(made_folder, Settings(visits=Visits(idle=1, warning=30)), qtbot, ear)
    yield Listener(kiosk, ear, qtbot)
    kiosk.close()
