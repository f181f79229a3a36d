"""What visitors entrust to the kiosk reaches the outbox, behind the screen's back; their words only if they say so."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.folder import OUTBOX
from kiosk.letterbox import Letterbox
from sync.outbox import Count, Outbox

NOW = datetime.fromisoformat("2026-11-20T10:30")
BODY = {"record": "help:papers-to-bring", "language": "ar", "answer": "down"}


@pytest.fixture
def letterbox(tmp_path: Path, qapp: object) -> Iterator[Letterbox]:
    made = Letterbox(tmp_path, lambda: NOW, "St. Lorenz")
    yield made
    made.close()


@pytest.fixture
def outbox(tmp_path: Path, letterbox: Letterbox) -> Iterator[Outbox]:
    with closing(Outbox(tmp_path / OUTBOX)) as made:
        yield made


def kept(put: Callable[[Callable[[bool], None]], None], qtbot: QtBot) -> bool:
    """What the letterbox answers, in a later turn of the event loop."""
    answers: list[bool] = []
    put(answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    return answers[0]


def test_counts_without_words_and_keeps_words_that_are_sent(
        letterbox: Letterbox, outbox: Outbox, qtbot: QtBot) -> None:
    assert kept(lambda answer: letterbox.missing("ar", "", answer), qtbot)
    assert kept(lambda answer: letterbox.missing("ar", "حضانة", answer), qtbot)
    assert outbox.counts() == [Count("2026-11-20", "nothing-found", "", "St. Lorenz", "ar", 2)]
    assert [item.body for item in outbox.items()] == [{"language": "ar", "words": "حضانة"}]


def test_counts_topics_by_language(letterbox: Letterbox, outbox: Outbox) -> None:
    for topic, language in (("money", "ar"), ("money", "ar"), ("health", "ar"), ("money", "de")):
        letterbox.count("topic", topic, language)
    letterbox.close()
    assert [(one.what, one.topic, one.language, one.number) for one in outbox.counts()] == [
        ("topic", "health", "ar", 1), ("topic", "money", "ar", 2), ("topic", "money", "de", 1)]
    assert {one.district for one in outbox.counts()} == {"St. Lorenz"}


def test_keeps_answers_and_comments(letterbox: Letterbox, outbox: Outbox, qtbot: QtBot) -> None:
    assert kept(lambda answer: letterbox.feedback(BODY, answer), qtbot)
    assert kept(lambda answer: letterbox.comment({**BODY, "words": "veraltet"}, answer), qtbot)
    assert [(item.kind, item.body) for item in outbox.items()] == [
        ("feedback", BODY), ("comment", {**BODY, "words": "veraltet"})]
    assert len({item.id for item in outbox.items()}) == 2


def test_an_outbox_that_cannot_be_written_is_said_and_not_quoted(
        tmp_path: Path, letterbox: Letterbox, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / OUTBOX).mkdir()
    assert not kept(lambda answer: letterbox.missing("de", "mein Geheimnis", answer), qtbot)
    assert not kept(lambda answer: letterbox.comment({**BODY, "words": "mein Geheimnis"}, answer), qtbot)
    assert "could not be kept" in caplog.text
    assert "Geheimnis" not in caplog.text


def test_the_screen_does_not_wait_for_a_locked_outbox(
        letterbox: Letterbox, outbox: Outbox, tmp_path: Path, qtbot: QtBot) -> None:
    with closing(sqlite3.connect(tmp_path / OUTBOX, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers: list[bool] = []
        for _ in range(3):
            letterbox.feedback(BODY, answers.append)
        assert answers == []
        other.execute("COMMIT")
    qtbot.waitUntil(lambda: answers == [True, True, True], timeout=10_000)
    assert len(outbox.items()) == 3


def test_what_is_in_is_written_when_the_kiosk_closes(tmp_path: Path, qapp: object) -> None:
    letterbox = Letterbox(tmp_path, lambda: NOW)
    for _ in range(5):
        letterbox.feedback(BODY, lambda kept: None)
    letterbox.close()
    with closing(Outbox(tmp_path / OUTBOX)) as outbox:
        assert len(outbox.items()) == 5
