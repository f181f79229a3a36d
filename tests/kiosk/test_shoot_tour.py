"""The tour through the screens of a kiosk."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlError

from kiosk.app import Kiosk
from kiosk.audit.report import Picture
from kiosk.audit.scene import Scene
from kiosk.audit.tour import Pose, Tour
from kiosk.settings import Settings


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a kiosk, made once."""
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def kiosk(qapp: QGuiApplication, folder: Path) -> Iterator[Kiosk]:
    """A kiosk with its window up."""
    made = Kiosk(folder, Settings(), QSize(1280, 800), lambda: datetime(2026, 11, 20, 10, 30))  # noqa: DTZ001
    made.window.show()
    yield made
    made.close()


def pictures(kiosk: Kiosk, folder: Path, *scenes: Scene, pose: Pose = Pose("de", 1.0, "light")) -> list[Picture]:
    return list(Tour(kiosk, folder, 5.9, 3).pictures(scenes, [pose]))


def test_shows_each_scene_as_a_new_visitor_in_that_pose_would_see_it(kiosk: Kiosk, tmp_path: Path) -> None:
    pictures(kiosk, tmp_path, Scene("nothing", "results", typed={"ar": "qxwvzk"}), pose=Pose("ar", 1.5, "dark"))
    visit = kiosk.visit
    assert (visit.route.screen, visit.catalogue.language, visit.begun) == ("results", "ar", True)
    assert (visit.property("textScale"), kiosk.results.property("query")) == (1.5, "qxwvzk")


def test_leaves_nothing_of_a_scene_for_the_next(kiosk: Kiosk, tmp_path: Path) -> None:
    pictures(kiosk, tmp_path, Scene("filtered", "results", "topic:money", filtered=True),
             Scene("reading", "emergency", heard=0), Scene("search", "results", typed={"de": ""}))
    assert not kiosk.results.property("filtered")
    assert not kiosk.aloud.property("active")


def test_the_seconds_of_the_warning_stand_still(kiosk: Kiosk, tmp_path: Path) -> None:
    pictures(kiosk, tmp_path, Scene("idle", "home", warned=True))
    assert kiosk.idle.property("secondsLeft") == Settings().visits.warning


def test_a_screen_that_scrolls_is_shown_in_parts(kiosk: Kiosk, tmp_path: Path) -> None:
    found = pictures(kiosk, tmp_path, Scene("emergency", "emergency"))
    assert [picture.file for picture in found] == [
        f"emergency-de-100-light-1280x800{part}.png" for part in ("", "-2", "-3")]
    assert len({(tmp_path / picture.file).read_bytes() for picture in found}) == 3


def test_what_the_engine_complains_of_is_a_fault(kiosk: Kiosk, tmp_path: Path) -> None:
    complaint = QQmlError()
    complaint.setUrl(QUrl("file:///somewhere/HomeScreen.qml"))
    complaint.setLine(7)
    complaint.setDescription("TypeError: no such thing")
    tour = Tour(kiosk, tmp_path, 5.9, 1)
    kiosk.engine.warnings.emit([complaint, complaint])
    picture, = tour.pictures([Scene("about", "about")], [Pose("de", 1.0, "light")])
    assert [(problem.kind, problem.item, problem.message) for problem in picture.problems] == [
        ("script", "HomeScreen.qml, line 7", "TypeError: no such thing")]
