"""The whole program with its window: it starts on nothing, bears what is broken, and closes without a word."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from content.builtin import emergency_order
from content.here import Place
from content.language import LANGUAGES
from kiosk.app import Kiosk, _settings
from kiosk.folder import COPY, check
from kiosk.settings import NAME, Display, Settings, Visits
from tests.kiosk.scene import scene
from ui.viewmodels.rows import Role

FRIDAY = datetime.fromisoformat("2026-11-20T10:30")
SCREENS = [("home", ""), ("topic", "money"), ("results", "topic:money"), ("offer", "helplines:112"),
           ("guide", "help:papers-to-bring"), ("emergency", ""), ("about", ""), ("languages", ""), ("results", "")]


def put_up(folder: Path, qtbot: QtBot, settings: Settings = Settings(), size: QSize = QSize(1280, 800)) -> Kiosk:
    made = Kiosk(folder, settings, size, now=lambda: FRIDAY)
    with qtbot.waitExposed(made.window):
        made.window.show()
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def kiosk(folder: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    made = put_up(folder, qtbot)
    yield made
    made.close()


def texts(kiosk: Kiosk) -> list[str]:
    waiting, found = [kiosk.window.contentItem()], []
    while waiting:
        item: QQuickItem = waiting.pop()
        if item.isVisible():
            found.append(str(item.property("text") or ""))
            waiting.extend(item.childItems())
    return found


def spoil(kiosk: Kiosk, record_id: str) -> None:
    """Leave a body in the copy that no version of the program reads."""
    kiosk.library.store.db.execute("UPDATE body SET body = '{}' WHERE record ="
                                   " (SELECT key FROM record WHERE id = ?)", (record_id,))


def test_starts_on_an_empty_folder(tmp_path: Path, qtbot: QtBot) -> None:
    kiosk = put_up(tmp_path / "not" / "there", qtbot)
    assert (tmp_path / "not" / "there" / COPY).is_file()
    assert kiosk.visit.screen == "start"
    shown = texts(kiosk)
    assert all(any(language.name in text for text in shown) for language in LANGUAGES)
    kiosk.close()


@pytest.mark.parametrize("text", ["city = 1", "[display]\ntheme = 'purple'", "state = 'XX'", "what is this"])
def test_broken_settings_are_named_and_the_defaults_apply(
        tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert _settings(tmp_path) == Settings()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert NAME in caplog.text


def test_a_screen_ends_up_on_a_good_copy_when_nobody_reads_in_the_damaged_one(tmp_path: Path, qtbot: QtBot) -> None:
    kiosk = put_up(tmp_path, qtbot)
    kiosk.visit.begin("de")
    kiosk.visit.open("results", "")
    kiosk.results.type("Bücherei")
    spoil(kiosk, "helplines:112")
    assert not check(tmp_path)
    kiosk.caretaker.passes.ended.emit(True)
    assert kiosk.library.store.moved()
    kiosk.visit.end()
    assert not kiosk.library.store.moved()
    kiosk.visit.begin("de")
    kiosk.visit.open("offer", "helplines:112")
    assert "112" in " ".join(texts(kiosk))
    kiosk.visit.open("results", "")
    kiosk.results.type("Bücherei")
    assert kiosk.results.rows.rowCount()
    kiosk.close()


def test_settings_reach_the_screen(folder: Path, qtbot: QtBot) -> None:
    settings = Settings(city="Stadt", place=Place(name="Bücherei am Markt"), visits=Visits(60, 25),
                        display=Display(dpi=127, distance=500, theme="contrast"))
    kiosk = put_up(folder, qtbot, settings)
    assert (kiosk.visit.theme, kiosk.window.property("dotsPerMillimetre"), kiosk.window.property("distance")) == (
        "contrast", 5, 500)
    kiosk.visit.begin("de")
    assert scene(kiosk, "home").place == "Bücherei am Markt"
    assert scene(kiosk, "about").city == "Stadt"
    assert (kiosk.window.width(), kiosk.window.height()) == (1280, 800)
    kiosk.close()


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(800, 1280), QSize(1920, 1080)])
def test_a_visit_through_all_screens_closes_without_a_warning(folder: Path, qtbot: QtBot, size: QSize) -> None:
    kiosk = put_up(folder, qtbot, size=size)
    said: list[object] = []
    kiosk.engine.warnings.connect(said.extend)
    kiosk.prepare()
    for language in ("de", "ar"):
        kiosk.visit.begin(language)
        for screen, target in SCREENS:
            kiosk.visit.open(screen, target)
            QCoreApplication.processEvents()
            assert kiosk.visit.screen == screen
    kiosk.visit.nextTheme()
    kiosk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert said == []


def test_closing_in_the_middle_of_everything_says_nothing(folder: Path, qtbot: QtBot) -> None:
    kiosk = put_up(folder, qtbot)
    kiosk.visit.begin("fa")
    kiosk.visit.open("results", "topic:health")
    kiosk.idle.warn()
    kiosk.visit.open("offer", "helplines:110")
    kiosk.close()


def test_a_record_that_cannot_be_read_stops_no_list(
        tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    kiosk = put_up(tmp_path, qtbot)
    spoil(kiosk, "helplines:116117")
    spoil(kiosk, "help:papers-to-bring")
    kiosk.visit.begin("de")
    kiosk.visit.open("results", "topic:health")
    rows = kiosk.results.rows
    assert rows.rowCount() > 2
    assert all(rows.data(rows.index(number, 0), Role.ENTRY) for number in range(rows.rowCount()))
    kiosk.visit.open("emergency")
    lines = scene(kiosk, "emergency")
    shown = [row["id"] for row in lines.urgent + lines.lines]
    assert shown == [id_ for id_ in emergency_order() if id_ != "helplines:116117"]
    for screen, target in (("offer", "helplines:116117"), ("guide", "help:papers-to-bring")):
        kiosk.visit.open(screen, target)
        QCoreApplication.processEvents()
        assert scene(kiosk, screen).facts == {}
    assert {record.levelno for record in caplog.records} == {logging.WARNING}
    kiosk.close()


def test_what_is_gone_from_the_copy_is_said_once_with_a_way_on(kiosk: Kiosk) -> None:
    kiosk.visit.begin("en")
    for screen in ("offer", "guide", "topic"):
        kiosk.visit.open(screen, "gone:since")
        QCoreApplication.processEvents()
        assert kiosk.visit.screen == screen
        said = texts(kiosk)
        assert said.count("This entry is no longer available.") == 1
        assert "To the start page" in said
        assert not [text for text in said if text.startswith("There are no offers")]


def test_waiting_begins_with_the_first_choice_and_ends_with_the_visit(kiosk: Kiosk) -> None:
    waits = kiosk.idle._patience.isActive
    assert not waits()
    for choose in (lambda: kiosk.visit.begin("tr"), kiosk.visit.nextTextScale, kiosk.visit.nextTheme,
                   lambda: kiosk.visit.open("emergency")):
        choose()
        assert waits()
        kiosk.visit.end()
        assert not waits()


def test_the_words_of_qml_follow_the_visitor(kiosk: Kiosk) -> None:
    kiosk.visit.begin("de")
    german = texts(kiosk)
    kiosk.visit.speak("en")
    QCoreApplication.processEvents()
    assert "Suche" in " ".join(german)
    assert "Search" in " ".join(texts(kiosk))


def test_the_end_of_a_visit_leaves_nothing_in_the_scenes(kiosk: Kiosk) -> None:
    kiosk.visit.begin("en")
    QCoreApplication.processEvents()
    for screen in ("about", "emergency"):
        kiosk.visit.open(screen)
    kiosk.visit.open("topic", "money")
    kiosk.visit.open("offer", "helplines:112")
    kiosk.visit.open("guide", "help:papers-to-bring")
    kiosk.visit.open("results")
    kiosk.results.type("secret")
    kiosk.visit.end()
    assert (kiosk.results.query, kiosk.results.count) == ("", 0)
    assert scene(kiosk, "offer").facts == scene(kiosk, "guide").facts == scene(kiosk, "topic").topic == {}
    home, about, emergency = (scene(kiosk, screen) for screen in ("home", "about", "emergency"))
    assert home.topics == home.guides == home.openNow == about.feeds == emergency.urgent == emergency.lines == []
