"""A stick that is plugged in is read once, by a child, and what becomes of it is told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.upkeep.sticks import Sticks
from tests.kiosk.child import child
from ui.viewmodels.stick import Stick

ENOUGH = 20_000
IMPORTED = "say(event='bundle', outcome='imported', message='All of it.')"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sticks appear, once there was one."""
    return tmp_path / "sticks"


@pytest.fixture
def made(tmp_path: Path, folder: Path, qapp: object) -> Iterator[Callable[[str], Sticks]]:
    """A watch over that folder, with a child of that body, which writes down the stick it was sent for."""
    all_made: list[Sticks] = []

    def make(body: str = IMPORTED) -> Sticks:
        start = child(tmp_path, f"open({str(tmp_path / 'asked')!r}, 'a').write(sys.argv[1] + '\\n')\n{body}")
        all_made.append(Sticks(str(folder), lambda stick: [*start, str(stick)]))
        return all_made[-1]
    yield make
    for one in all_made:
        one.close()


def plug(folder: Path, name: str = "A") -> Path:
    (folder / name).mkdir(parents=True)
    return folder / name


def looks(sticks: Sticks) -> None:
    """Twice, as the clock makes it look: at the first it may be only a place for a stick."""
    for _ in range(2):
        sticks.look()


def fared(sticks: Sticks, qtbot: QtBot) -> str:
    looks(sticks)
    assert sticks.state == "reading"
    qtbot.waitUntil(lambda: sticks.state != "reading", timeout=ENOUGH)
    return sticks.state


def asked(tmp_path: Path) -> list[str]:
    return (tmp_path / "asked").read_text().splitlines()


def test_a_stick_is_read_once_for_as_long_as_it_is_there(
        made: Callable[[str], Sticks], folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    sticks = made(IMPORTED)
    looks(sticks)
    assert sticks.state == ""
    stick = plug(folder)
    with qtbot.waitSignal(sticks.read, timeout=ENOUGH):
        assert fared(sticks, qtbot) == "done"
    assert sticks.message == "All of it."
    looks(sticks)
    assert (sticks.state, asked(tmp_path)) == ("done", [str(stick)])
    stick.rmdir()
    sticks.look()
    assert (sticks.state, sticks.message) == ("", "")
    plug(folder)
    assert fared(sticks, qtbot) == "done"
    assert asked(tmp_path) == [str(stick), str(stick)]


def test_what_is_only_a_place_for_a_stick_is_not_read(
        made: Callable[[str], Sticks], folder: Path, qtbot: QtBot) -> None:
    sticks = made(IMPORTED)
    stick = plug(folder)
    (folder / "file").touch()
    sticks.look()
    assert sticks.state == ""
    stick.rmdir()
    looks(sticks)
    assert sticks.state == ""


def test_two_sticks_are_read_one_after_the_other(
        made: Callable[[str], Sticks], folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    sticks = made(IMPORTED)
    for name in "BA":
        plug(folder, name)
    fared(sticks, qtbot)
    fared(sticks, qtbot)
    assert asked(tmp_path) == [str(folder / "A"), str(folder / "B")]


@pytest.mark.parametrize(("body", "state"), [
    *((f"say(event='bundle', outcome='{outcome}', message='m')\nsys.exit({code})", state) for outcome, code, state in (
        ("current", 0, "older"), ("older", 0, "older"), ("none", 1, "empty"), ("untrusted", 1, "unfit"),
        ("unprovisioned", 1, "unfit"), ("broken", 1, "failed"), ("busy", 1, "failed"), ("failed", 1, "failed"))),
    ("sys.exit(1)", "failed"), ("os.kill(os.getpid(), 9)", "failed"), ("pass", "failed")])
def test_every_outcome_has_its_word(
        made: Callable[[str], Sticks], folder: Path, qtbot: QtBot, body: str, state: str) -> None:
    sticks = made(body)
    plug(folder)
    with qtbot.assertNotEmitted(sticks.read):
        assert fared(sticks, qtbot) == state


def test_one_that_is_pulled_out_while_it_is_read_is_over_with_its_child(
        made: Callable[[str], Sticks], folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    sticks = made("while os.path.exists(sys.argv[1]): time.sleep(0.01)\nsys.exit(1)")
    stick = plug(folder)
    looks(sticks)
    qtbot.waitUntil((tmp_path / "asked").exists, timeout=ENOUGH)
    stick.rmdir()
    sticks.look()
    qtbot.waitUntil(lambda: sticks.state == "failed", timeout=ENOUGH)
    sticks.look()
    assert sticks.state == ""


def test_what_is_no_news_any_more_is_not_shown(qapp: object) -> None:
    stick = Stick()
    news, = stick.findChildren(QTimer)
    stick.tell("reading")
    assert (stick.state, news.isActive()) == ("reading", False)
    stick.tell("done")
    assert (stick.state, news.isActive(), news.interval()) == ("done", True, 60_000)
    news.timeout.emit()
    assert (stick.state, news.isActive()) == ("", False)
