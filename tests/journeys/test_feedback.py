"""A visitor says what they think of an offer: it ends in the outbox, and is gone from the screen with the visit."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.folder import OUTBOX
from kiosk.settings import Settings
from sync.outbox import Outbox
from tests.journeys.visitor import Visitor

RECORD = "helplines:112"


@pytest.fixture
def visitor(tmp_path: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Somebody who reads an offer in English, at a kiosk with an outbox of its own."""
    kiosk = Kiosk(tmp_path, Settings(), QSize(1280, 800))
    with qtbot.waitExposed(kiosk.window):
        kiosk.window.show()
    kiosk.visit.begin("en")
    kiosk.visit.open("offer", RECORD)
    yield Visitor(kiosk, qtbot)
    kiosk.close()


def kept(folder: Path) -> list[tuple[str, dict[str, str]]]:
    with closing(Outbox(folder / OUTBOX)) as outbox:
        assert all(UUID(item.id).version == 4 for item in outbox.items())
        return [(item.kind, item.body) for item in outbox.items()]


def test_a_thumb_is_kept_as_soon_as_it_is_pressed_and_once(visitor: Visitor, tmp_path: Path) -> None:
    visitor.touches("Yes")
    visitor.waits_for("Thank you. Would you like to say something about it?")
    body = {"record": RECORD, "language": "en", "answer": "up"}
    assert kept(tmp_path) == [("feedback", body)]
    visitor.touches("No, thanks")
    visitor.waits_for("Thank you.")
    visitor.touches("Back")
    visitor.kiosk.visit.open("offer", RECORD)
    assert visitor.sees("Thank you.")
    assert not visitor.sees("Was this helpful?")
    visitor.kiosk.visit.open("offer", "helplines:110")
    assert visitor.sees("Was this helpful?")
    assert kept(tmp_path) == [("feedback", body)]


def test_what_is_wrong_is_kept_with_the_words_and_gone_after_the_visit(visitor: Visitor, tmp_path: Path) -> None:
    visitor.touches("Something is wrong here")
    assert visitor.kiosk.visit.screen == "feedback"
    assert visitor.sees("Please no names")
    visitor.types("the number is old")
    visitor.touches("Send")
    visitor.waits_for("Thank you.")
    assert visitor.kiosk.visit.screen == "offer"
    body = {"record": RECORD, "language": "en", "answer": "wrong"}
    assert kept(tmp_path) == [("feedback", body), ("comment", {**body, "words": "the number is old"})]
    visitor.touches("End visit")
    visitor.kiosk.visit.begin("en")
    visitor.kiosk.visit.open("offer", RECORD)
    assert visitor.sees("Was this helpful?")
    visitor.kiosk.visit.open("feedback", RECORD)
    assert not any("is old" in str(item.property("text") or "") for item in visitor._items())


def test_a_sentence_that_is_not_sent_goes_nowhere(visitor: Visitor, tmp_path: Path) -> None:
    visitor.touches("No")
    visitor.touches("Write a sentence")
    visitor.types("my secret")
    visitor.touches("End visit")
    assert kept(tmp_path) == [("feedback", {"record": RECORD, "language": "en", "answer": "down"})]
    assert visitor.kiosk.visit.screen == "start"
    assert not visitor.sees("secret")


def test_the_end_of_a_line_leads_on_to_sending(visitor: Visitor, tmp_path: Path) -> None:
    visitor.touches("No")
    visitor.touches("Write a sentence")
    visitor.types("too long")
    visitor.presses(Qt.Key.Key_Return)
    assert (visitor.focus(), visitor.is_typing()) == ("Send", False)
    visitor.presses(Qt.Key.Key_Return)
    visitor.waits_for("Thank you.")
    assert kept(tmp_path)[1][1]["words"] == "too long"


def test_a_sentence_is_no_longer_than_is_kept_and_tab_leaves_the_field(visitor: Visitor) -> None:
    visitor.touches("Something is wrong here")
    visitor.types("x" * 510)
    field = visitor.kiosk.window.activeFocusItem()
    assert field is not None
    assert len(str(field.property("text"))) == 500
    visitor.presses(Qt.Key.Key_Tab)
    assert visitor.focus() == "Send"
    visitor.presses(Qt.Key.Key_Backtab)
    visitor.presses(Qt.Key.Key_Backtab)
    assert visitor.focus() == "No, thanks"


def test_an_outbox_that_cannot_be_written_is_said_calmly(visitor: Visitor, tmp_path: Path) -> None:
    outbox, log = tmp_path / OUTBOX, tmp_path / f"{OUTBOX}-wal"
    visitor.qtbot.waitUntil(lambda: outbox.exists() and not log.exists(), timeout=5000)  # that the offer was opened
    outbox.unlink()
    outbox.mkdir()
    visitor.touches("Yes")
    visitor.waits_for("That did not work. Please tell the people who work here.")
    assert "Yes" not in visitor.controls()
    outbox.rmdir()


def test_what_was_looked_into_and_for_in_vain_is_a_count_without_words(visitor: Visitor, tmp_path: Path) -> None:
    visitor.kiosk.visit.open("topic", "money")
    visitor.kiosk.visit.open("results")
    visitor.types("qqqqxxxx")
    visitor.touches("End visit")
    visitor.kiosk.letterbox.close()
    with closing(Outbox(tmp_path / OUTBOX)) as outbox:
        counts = {(count.what, count.topic, count.language): count.number for count in outbox.counts()}
        assert outbox.items() == []
    assert counts["topic", "money", "en"] == counts["no-result", "", "en"] == 1
    assert b"qqqq" not in (tmp_path / OUTBOX).read_bytes()


def test_a_form_that_is_read_aloud_has_the_screen_to_itself_and_keeps_its_words(visitor: Visitor) -> None:
    visitor.touches("Something is wrong here")
    keyboard = QGuiApplication.inputMethod()
    visitor.qtbot.waitUntil(keyboard.isVisible, timeout=5000)
    visitor.types("old")
    visitor.touches("Read aloud")
    visitor.qtbot.waitUntil(lambda: not keyboard.isVisible(), timeout=5000)
    assert visitor.sees("old")
