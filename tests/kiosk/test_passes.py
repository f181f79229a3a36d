"""Passes go by themselves, one at a time, as often as they were told, and never hold up the screen."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from content import wire
from content.store import Store
from kiosk.app import Kiosk
from kiosk.folder import COPY
from kiosk.settings import Settings, Sync
from kiosk.upkeep.network import Network
from kiosk.upkeep.passes import LEAST, MOST, SOON, SPREAD, Passes
from tests.kiosk.child import child
from tests.kiosk.scene import scene

NOW = datetime.fromisoformat("2026-11-20T10:30")
ENOUGH = 20_000
WELL = "say(event='pass', ok=True, next=120)"


@pytest.fixture
def made(tmp_path: Path, qapp: object) -> Iterator[Callable[[str], Passes]]:
    """Passes with a child of that body; of the jitter always the middle."""
    all_made: list[Passes] = []

    def make(body: str = WELL) -> Passes:
        all_made.append(Passes(child(tmp_path, body), 900, lambda: NOW, lambda: 0.5))
        return all_made[-1]
    yield make
    for one in all_made:
        one.close()


def waits(passes: Passes) -> float:
    """Seconds until the next pass, by the clock on the wall."""
    assert passes.next is not None
    return (passes.next - NOW).total_seconds()


def timer(passes: Passes) -> QTimer:
    return next(one for one in passes.findChildren(QTimer) if one.parent() is passes)


def passed(passes: Passes, qtbot: QtBot) -> bool:
    with qtbot.waitSignal(passes.ended, timeout=ENOUGH) as end:
        passes.go()
    return bool(end.args[0])


def test_the_first_comes_soon_and_the_next_when_it_says(made: Callable[[str], Passes], qtbot: QtBot) -> None:
    passes = made(WELL)
    assert passes.next is None
    passes.soon()
    assert waits(passes) == SOON + SPREAD / 2
    assert timer(passes).interval() == round(1000 * waits(passes))
    with qtbot.waitSignal(passes.ended, timeout=ENOUGH) as end:
        timer(passes).timeout.emit()
    assert end.args == [True]
    assert (waits(passes), timer(passes).interval(), timer(passes).isActive()) == (120, 120_000, True)


@pytest.mark.parametrize(("body", "seconds"), [
    ("say(event='pass', ok=False, next=0)", LEAST), ("say(event='pass', ok=False, next=1e9)", MOST),
    ("say(event='pass', ok=True)", 900), ("say(event='pass', ok=False, next='soon')", 900), ("sys.exit(1)", 900),
    ("say(event='feed', next=120)", 900)])
def test_the_next_pass_is_neither_at_once_nor_never(
        made: Callable[[str], Passes], qtbot: QtBot, body: str, seconds: float) -> None:
    passes = made(body)
    passed(passes, qtbot)
    assert waits(passes) == seconds


@pytest.mark.parametrize(("body", "well"), [
    (WELL, True), ("say(event='pass', ok=False, next=120)", False), (f"{WELL}\nsys.exit(1)", False), ("pass", False)])
def test_a_pass_went_well_if_it_says_so_and_ends_so(
        made: Callable[[str], Passes], qtbot: QtBot, body: str, well: bool) -> None:
    assert passed(made(body), qtbot) is well


def test_an_answer_counts_for_its_own_pass_alone(made: Callable[[str], Passes], tmp_path: Path, qtbot: QtBot) -> None:
    passes = made(WELL)
    passed(passes, qtbot)
    made("sys.exit(1)")
    assert not passed(passes, qtbot)
    assert waits(passes) == 900


def test_jitter_spreads_the_passes(tmp_path: Path, qtbot: QtBot) -> None:
    for chance, seconds in ((0.0, 108), (1.0, 132)):
        passes = Passes(child(tmp_path, WELL), 900, lambda: NOW, partial(float, chance))
        passed(passes, qtbot)
        assert waits(passes) == pytest.approx(seconds)
        passes.close()


def test_one_at_a_time_and_between_them_no_process(
        made: Callable[[str], Passes], tmp_path: Path, qtbot: QtBot) -> None:
    (waiting := tmp_path / "wait").touch()
    passes = made(f"say(event='hub')\nwhile os.path.exists({str(waiting)!r}): time.sleep(0.01)\n{WELL}")
    begun: list[int] = []
    passes.began.connect(lambda: begun.append(1))
    with qtbot.waitSignal(passes.told, timeout=ENOUGH):
        passes.go()
    first = passes.pid
    passes.go()
    passes.soon()
    assert (passes.pid, len(begun), passes.next) == (first, 1, None)
    with qtbot.waitSignal(passes.ended, timeout=ENOUGH):
        waiting.unlink()
    assert (passes.running, passes.pid) == (False, 0)


def test_the_network_that_returns_brings_a_pass_forward_but_never_puts_it_off(
        made: Callable[[str], Passes], qtbot: QtBot) -> None:
    passes = made(WELL)
    passed(passes, qtbot)
    assert QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
    Network(passes).returned.connect(passes.soon)
    change = QNetworkInformation.instance().reachabilityChanged
    change.emit(QNetworkInformation.Reachability.Disconnected)
    assert waits(passes) == 120
    change.emit(QNetworkInformation.Reachability.Online)
    assert waits(passes) == SOON + SPREAD / 2
    timer(passes).start(1000)
    change.emit(QNetworkInformation.Reachability.Online)
    assert waits(passes) < 2


def test_closing_says_nothing_and_plans_nothing(made: Callable[[str], Passes], qtbot: QtBot) -> None:
    passes = made("say(event='hub')\ntime.sleep(600)")
    with qtbot.waitSignal(passes.told, timeout=ENOUGH):
        passes.go()
    with qtbot.assertNotEmitted(passes.ended):
        passes.close()
    assert not passes.running
    assert not timer(passes).isActive()


def test_a_kiosk_keeps_current_unless_told_not_to(tmp_path: Path, qtbot: QtBot) -> None:
    for enabled in (True, False):
        kiosk = Kiosk(tmp_path, Settings(sync=Sync(enabled=enabled, interval=2)), QSize(1280, 800), lambda: NOW)
        kiosk.caretaker.start()
        assert (kiosk.caretaker.passes.next is not None) is enabled
        kiosk.close()


def test_the_screen_shows_the_new_copy_and_nothing_changes_under_a_reader(tmp_path: Path, qtbot: QtBot) -> None:
    kiosk = Kiosk(tmp_path, Settings(), QSize(1280, 800), lambda: NOW)
    writer = Store(tmp_path / COPY)
    writer.replace_feed("city", [_offer("Alt")])
    kiosk.visit.begin("de")
    kiosk.visit.open("offer", "city:1")
    writer.replace_feed("city", [_offer("Neu")])
    kiosk.caretaker.passes.ended.emit(True)
    assert scene(kiosk, "offer").facts["title"] == "Alt"
    kiosk.visit.home()
    kiosk.visit.open("offer", "city:1")
    assert scene(kiosk, "offer").facts["title"] == "Neu"
    writer.close()
    kiosk.close()


def _offer(title: str) -> tuple:
    return wire.read({"type": "offer", "id": "city:1", "kind": "service", "texts": {"de": {"title": title}},
                      "source": {"feed": "city"}})
