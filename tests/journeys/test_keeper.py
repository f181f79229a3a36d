"""A librarian asks whether the kiosk is well; a visitor who guesses the PIN learns nothing."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.folder import OUTBOX
from kiosk.pin import set_pin
from kiosk.settings import NAME, load_settings
from sync.outbox import Outbox
from tests.journeys.visitor import Visitor

FEEDS = """
[[feeds]]
kind = "json"
url = "feed.json"
name = "stadt"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk with a feed and a PIN."""
    (tmp_path / NAME).write_text(FEEDS, encoding="utf-8")
    (tmp_path / "feed.json").write_text(json.dumps([{"id": "1", "name": "Beratung"}]), encoding="utf-8")
    set_pin(tmp_path, "2468")
    return tmp_path


@pytest.fixture
def visitor(folder: Path, qtbot: QtBot) -> Iterator[Visitor]:
    kiosk = Kiosk(folder, load_settings(folder), QSize(1280, 800))
    with qtbot.waitExposed(kiosk.window):
        kiosk.window.show()
    kiosk.visit.begin("en")
    yield Visitor(kiosk, qtbot)
    kiosk.close()


def types_pin(visitor: Visitor, digits: str) -> None:
    for digit in digits:
        visitor.touches(digit)
    visitor.touches("Open")


def goes_to_the_lock(visitor: Visitor) -> None:
    visitor.touches("About")
    visitor.touches("For staff")


def test_sees_that_the_kiosk_is_well_after_a_pass_of_the_real_child(visitor: Visitor) -> None:
    goes_to_the_lock(visitor)
    assert visitor.sees("Please type the PIN.")
    types_pin(visitor, "2468")
    visitor.waits_for("How this kiosk is")
    assert visitor.sees("no source is set up")
    visitor.touches("Become current now")
    assert visitor.sees("Becoming current …")
    visitor.qtbot.waitUntil(lambda: visitor.sees("its content is current"), timeout=60_000)
    for words in ("New content was taken", "stadt\u2069 · 1 record", "all went well", "Nothing waits to be sent."):
        assert visitor.sees(words)
    assert not visitor.kiosk.caretaker.passes.running


def test_a_feed_that_cannot_be_read_is_said_in_plain_words(visitor: Visitor, folder: Path) -> None:
    (folder / "feed.json").unlink()
    goes_to_the_lock(visitor)
    types_pin(visitor, "2468")
    visitor.touches("Become current now")
    visitor.qtbot.waitUntil(lambda: visitor.sees("Nothing could be read yet from: \u2068stadt\u2069."), timeout=60_000)
    assert visitor.sees("no such file")


def test_what_was_refused_is_named_and_not_quoted(visitor: Visitor, folder: Path) -> None:
    with closing(Outbox(folder / OUTBOX)) as outbox:
        outbox.put("feedback", {"record": "stadt:1", "language": "de", "answer": "up"}, date(2026, 11, 20))
        refused = outbox.put("comment", {"words": "my secret"}, date(2026, 11, 20))
        outbox.refuse(refused, "words are too long")
    goes_to_the_lock(visitor)
    types_pin(visitor, "2468")
    visitor.waits_for("did not accept everything")
    for words in ("1 message waits", "A sentence about an entry · November 20, 2026", "words are too long"):
        assert visitor.sees(words)
    assert not visitor.sees("secret")


def test_a_wrong_pin_waits_even_when_the_visit_ends(visitor: Visitor) -> None:
    goes_to_the_lock(visitor)
    visitor.kiosk.caretaker.lock.enter("1111")
    visitor.qtbot.waitUntil(lambda: not visitor.kiosk.caretaker.lock.wait, timeout=5000)
    types_pin(visitor, "3579")
    assert visitor.sees("That was not the right PIN. Please wait 2 seconds.")
    visitor.touches("End visit")
    visitor.touches("English")
    goes_to_the_lock(visitor)
    assert visitor.sees("Please wait")
    assert "3" not in visitor.controls()
    visitor.qtbot.waitUntil(lambda: "3" in visitor.controls(), timeout=5000)
    types_pin(visitor, "2468")
    visitor.waits_for("How this kiosk is")


def test_who_leaves_locks_it_and_digits_can_be_typed_and_taken_back(visitor: Visitor) -> None:
    goes_to_the_lock(visitor)
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_9):
        visitor.presses(key)
    visitor.touches("Delete the last digit")
    visitor.touches("8")
    visitor.touches("Open")
    visitor.waits_for("How this kiosk is")
    visitor.touches("Start page")
    goes_to_the_lock(visitor)
    assert visitor.sees("Please type the PIN.")
    assert not visitor.sees("●")


def test_without_a_pin_nothing_is_shown_but_how_to_set_one(visitor: Visitor, folder: Path) -> None:
    (folder / NAME).write_text(FEEDS, encoding="utf-8")
    goes_to_the_lock(visitor)
    assert visitor.sees("kiosk pin")
    assert not visitor.sees("stadt")
    assert "3" not in visitor.controls()
