"""Hubs that were put back, collections that are gone, kiosks that die: the copy is whole, and the hub's in the end."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.folder import open_copy
from kiosk.settings import PROVISIONING
from sync.hub.settings import Settings
from sync.wire.provisioning import Provisioning
from tests.fakes.editor import Editor, offer
from tests.fakes.hub_server import found
from tests.fakes.line import Line
from tests.fakes.terminal import Terminal
from tests.sync.hubs.test_content import guide, held

KILLS = 20


@pytest.fixture
def restored(hub_in_memory: Settings, tmp_path: Path) -> Iterator[Editor]:
    """What the hub becomes when it is put back: what it was before, an offer `a` alone."""
    editor = Editor(found(hub_in_memory, tmp_path / "restored"))
    editor.put(offer("a"))
    editor.sign()
    yield editor
    editor.close()


@pytest.fixture
def current(restored: Editor, editor: Editor, terminal: Terminal) -> Terminal:
    """A kiosk that is current with a hub that holds more, and newer, than its backup."""
    editor.put(*map(offer, "abc"))
    editor.sign()
    assert terminal.content().state == "changed"
    return terminal


def put_back(line: Line, editor: Editor, restored: Editor) -> None:
    line.instead = (editor.city.bucket, restored.city.bucket)


def test_a_hub_put_back_is_older_and_changes_nothing(
        current: Terminal, line: Line, editor: Editor, restored: Editor) -> None:
    before = current.export()
    put_back(line, editor, restored)
    event = current.content()
    assert event.state == "failed"
    assert "is older" in event.message
    assert current.export() == before


def test_a_hub_put_back_goes_on_in_a_new_epoch(
        current: Terminal, line: Line, editor: Editor, restored: Editor) -> None:
    put_back(line, editor, restored)
    restored.sign(epoch=2)
    event = current.content()
    assert (event.state, event.removed) == ("changed", 2)
    assert current.export() == held(restored)
    line.instead = ("", "")
    assert "is older" in current.content().message


def test_a_collection_made_anew_without_its_tombstones_is_recognised(
        current: Terminal, line: Line, editor: Editor, restored: Editor) -> None:
    put_back(line, editor, restored)
    restored.put(offer("z"))
    restored.put(guide("g"), collection="guides")
    restored.sign()
    event = current.content()
    assert (event.state, event.removed) == ("changed", 2)
    assert current.export() == held(restored)


def test_a_collection_that_is_gone_changes_nothing(current: Terminal, line: Line, editor: Editor) -> None:
    before = current.export()
    editor.put(offer("d"))
    editor.sign()
    line.change = lambda passing: passing._replace(status=404, body=b"{}") if "/offers/" in passing.path else passing
    assert "HTTP 404" in current.content().message
    assert current.export() == before


def test_two_kiosks_are_equal_whenever_they_came(
        current: Terminal, line: Line, editor: Editor, tmp_path: Path) -> None:
    editor.delete("stadt:b")
    editor.put(offer("a", provider="Amt"), offer("d"))
    editor.sign()
    late = Terminal(tmp_path / "late", editor.provisioning("rathaus", line.url), page=2)
    assert {kiosk.content().state for kiosk in (current, late)} == {"changed"}
    assert current.export() == late.export() == held(editor)


def exported(folder: Path) -> list[str]:
    lines = CliRunner().invoke(main, ["export", "--json", "--data", str(folder)]).stdout.splitlines()
    return [line for line in lines if json.loads(line)["source"]["feed"] == "stadt"]


def test_a_pass_killed_at_any_instant_leaves_a_whole_copy(editor: Editor, terminal: Terminal) -> None:
    given = Provisioning(terminal.hub)
    (terminal.folder / PROVISIONING).write_text(given.text(), encoding="utf-8")
    open_copy(terminal.folder).close()
    editor.put(*(offer(str(key)) for key in range(75)))
    editor.sign()
    start = [sys.executable, "-m", "kiosk", "sync", "--once", "--data", str(terminal.folder)]
    begun = time.monotonic()
    subprocess.run(start, check=True, capture_output=True, timeout=120)
    whole, chance = time.monotonic() - begun, random.Random(13)
    states = [exported(terminal.folder)]
    for number in range(KILLS):
        editor.put(*(offer(str(key), provider=f"Amt {number}") for key in range(75)))
        editor.delete(f"stadt:{chance.randrange(75)}")
        editor.sign()
        states.append([body.decode() for body in held(editor)])
        with subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            try:
                child.wait(chance.uniform(whole * 0.3, whole * 1.1))
            except subprocess.TimeoutExpired:
                child.kill()
        assert exported(terminal.folder) in states
    subprocess.run(start, check=True, capture_output=True, timeout=120)
    assert exported(terminal.folder) == states[-1]
