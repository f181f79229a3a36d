"""The start: little is loaded before the first picture, and what a visitor asks for first is ready behind it."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.settings import Settings
from tests.kiosk.scene import scene
from ui.viewmodels.visit import START

LATER = ["babel", "content.hours", "content.postings", "content.search", "content.topics", "dateutil", "email",
         "holidays", "importlib.metadata", "markdown_it", "nh3", "opening_hours", "rapidfuzz", "requests", "segno",
         "sync"]


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path, Settings(), QSize(1280, 800))
    yield made
    made.close()


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that are there before the first picture."""
    told = subprocess.run([sys.executable, "-c", "import kiosk.cli, kiosk.app, sys; print(*sys.modules)"],
                          capture_output=True, text=True, check=True)
    return set(told.stdout.split())


@pytest.mark.parametrize("module", LATER)
def test_the_first_picture_waits_for_no_module_it_does_not_need(module: str, loaded: set[str]) -> None:
    assert find_spec(module)
    assert module not in loaded


def test_home_is_ready_before_a_visitor_has_chosen_a_language(kiosk: Kiosk) -> None:
    kiosk.prepare()
    assert kiosk.visit.route == START
    assert scene(kiosk, "home").topics
