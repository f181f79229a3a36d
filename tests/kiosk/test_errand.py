"""A child that is sent off: what it says is heard, and whatever becomes of it, somebody is told."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.upkeep.errand import Errand, command
from tests.kiosk.child import child

ENOUGH = 20_000


@pytest.fixture
def errand(qapp: object) -> Iterator[Errand]:
    made = Errand()
    yield made
    made.close()


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def sent(errand: Errand, start: list[str], qtbot: QtBot) -> tuple[list[dict[str, Any]], bool]:
    """All a child told, and whether it came to a good end."""
    told: list[dict[str, Any]] = []
    errand.told.connect(told.append)
    with qtbot.waitSignal(errand.ended, timeout=ENOUGH) as end:
        errand.send(start)
    return told, end.args[0]


def test_hears_each_line_and_the_good_end(errand: Errand, tmp_path: Path, qtbot: QtBot) -> None:
    start = child(tmp_path, "say(event='feed', message='Grüße')\nsay(event='pass', ok=True)")
    assert sent(errand, start, qtbot) == ([{"event": "feed", "message": "Grüße"}, {"event": "pass", "ok": True}], True)
    assert not errand.running
    assert errand.pid == 0


@pytest.mark.parametrize("body", ["sys.exit(3)", "os.kill(os.getpid(), 9)", "raise RuntimeError('a fault')"])
def test_a_bad_end_is_told_and_logged(
        errand: Errand, tmp_path: Path, qtbot: QtBot, body: str, caplog: pytest.LogCaptureFixture) -> None:
    told, well = sent(errand, child(tmp_path, f"say(event='hub')\n{body}"), qtbot)
    assert (told, well) == ([{"event": "hub"}], False)
    assert "ended" in caplog.text


def test_what_is_no_answer_is_passed_over(
        errand: Errand, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    start = child(tmp_path, "print('hello')\nprint('[1]')\nsay(event='hub')\nprint('{half', end='')")
    assert sent(errand, start, qtbot) == ([{"event": "hub"}], True)
    assert caplog.text.count("no JSON object") == 2
    assert "hello" not in caplog.text


def test_a_program_that_is_not_there_is_a_bad_end(
        errand: Errand, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    assert sent(errand, [str(tmp_path / "none")], qtbot) == ([], False)
    assert "cannot be started" in caplog.text


def test_one_that_hangs_is_ended(qapp: object, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    errand = Errand(patience=2)
    deaf = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)"
    start = child(tmp_path, f"{deaf}\nsay(event='hub')\ntime.sleep(600)")
    told: list[int] = []
    errand.told.connect(lambda _: told.append(errand.pid))
    _, well = sent(errand, start, qtbot)
    assert not well
    assert "took more than" in caplog.text
    assert [gone(pid) for pid in told] == [True]
    errand.close()


def test_a_second_is_not_sent_while_one_is_on_its_way(errand: Errand, tmp_path: Path, qtbot: QtBot) -> None:
    (waiting := tmp_path / "wait").touch()
    start = child(tmp_path, f"say(event='hub')\nwhile os.path.exists({str(waiting)!r}): time.sleep(0.01)")
    with qtbot.waitSignal(errand.told, timeout=ENOUGH):
        errand.send(start)
    first = errand.pid
    errand.send([sys.executable, "-c", "raise SystemExit(1)"])
    assert (errand.pid, errand.running) == (first, True)
    with qtbot.waitSignal(errand.ended, timeout=ENOUGH) as end:
        waiting.unlink()
    assert end.args == [True]


def test_closing_leaves_no_process_and_says_nothing(errand: Errand, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(errand.told, timeout=ENOUGH):
        errand.send(child(tmp_path, "say(event='hub')\ntime.sleep(600)"))
    pid = errand.pid
    with qtbot.assertNotEmitted(errand.ended):
        errand.close()
    assert gone(pid)


def test_the_command_is_the_program_itself(errand: Errand, tmp_path: Path, qtbot: QtBot) -> None:
    start = command(tmp_path, "doctor", "--help")
    assert start[-2:] == ["--data", str(tmp_path)]
    assert sent(errand, [*start[:-2]], qtbot)[1]
