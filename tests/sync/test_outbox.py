"""The outbox keeps what it was given, over restarts, until it has arrived, and no more than that."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from sync.outbox import STEPS, Count, Outbox

DAY = date(2026, 11, 20)
LATER = DAY + timedelta(days=1)


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with closing(Outbox(tmp_path / "outbox.db")) as opened:
        yield opened


def test_counts_add_up_by_day_topic_district_and_language_over_restarts(tmp_path: Path) -> None:
    for language, topic in (("ar", "money"), ("ar", "money"), ("ar", "health"), ("de", "money")):
        with closing(Outbox(tmp_path / "outbox.db")) as outbox:
            outbox.count("topic", language, DAY, topic=topic, district="Moisling")
    with closing(Outbox(tmp_path / "outbox.db")) as outbox:
        outbox.count("nothing-found", "ar", DAY)
        assert outbox.counts() == [
            Count("2026-11-20", "nothing-found", "", "", "ar", 1),
            Count("2026-11-20", "topic", "health", "Moisling", "ar", 1),
            Count("2026-11-20", "topic", "money", "Moisling", "ar", 2),
            Count("2026-11-20", "topic", "money", "Moisling", "de", 1)]
        assert outbox.items() == []


def test_items_keep_their_id(outbox: Outbox) -> None:
    first = outbox.put("nothing-found", {"words": "Wünsche", "language": "de"}, DAY)
    second = outbox.put("nothing-found", {"words": "Wünsche", "language": "de"}, DAY)
    assert [item.id for item in outbox.items()] == [first, second]
    assert (outbox.items()[0].body, outbox.items()[0].day) == ({"words": "Wünsche", "language": "de"}, "2026-11-20")


def test_what_was_written_is_on_the_disk(outbox: Outbox) -> None:
    assert outbox.db.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_a_count_leaves_when_its_day_is_over_and_it_is_no_single_person(outbox: Outbox) -> None:
    for number, topic in ((5, "money"), (4, "health"), (6, "family")):
        for _ in range(number):
            outbox.count("topic", "de", DAY, topic=topic)
    for _ in range(9):
        outbox.count("topic", "de", LATER, topic="money")
    outbox.freeze(DAY)
    assert outbox.items() == []
    outbox.freeze(LATER)
    assert [(item.kind, item.day, item.body["topic"], item.body["number"]) for item in outbox.items()] == [
        ("count", "2026-11-20", "family", 6), ("count", "2026-11-20", "money", 5)]
    assert [(count.day, count.topic, count.number) for count in outbox.counts()] == [
        ("2026-11-20", "health", 4), ("2026-11-21", "money", 9)]


def test_a_count_is_frozen_once_under_one_id(outbox: Outbox) -> None:
    for _ in range(7):
        outbox.count("nothing-found", "ar", DAY)
    outbox.freeze(LATER)
    before = outbox.items()
    outbox.freeze(LATER)
    assert outbox.items() == before
    outbox.delivered([before[0].id])
    outbox.freeze(LATER)
    assert outbox.items() == []


def test_what_is_frozen_is_in_one_place_if_it_breaks_off(outbox: Outbox) -> None:
    for _ in range(7):
        outbox.count("nothing-found", "ar", DAY)
    outbox.db.execute("CREATE TRIGGER full BEFORE INSERT ON item BEGIN SELECT RAISE(FAIL, 'disk full'); END")
    with pytest.raises(sqlite3.Error, match="disk full"):
        outbox.freeze(LATER)
    assert [count.number for count in outbox.counts()] == [7]
    assert outbox.items() == []


def test_only_what_has_arrived_goes(outbox: Outbox) -> None:
    kept, gone = (outbox.put("wish", {"words": words}, DAY) for words in ("a", "b"))
    assert outbox.delivered([gone, "never heard of"]) == 1
    assert outbox.delivered([gone]) == 0
    assert [item.id for item in outbox.items()] == [kept]


def test_what_was_refused_stays_with_its_reason(outbox: Outbox) -> None:
    item = outbox.put("wish", {"words": "a"}, DAY)
    outbox.refuse(item, "HTTP 400")
    assert [(one.id, one.refused) for one in outbox.items()] == [(item, "HTTP 400")]
    outbox.retry()
    assert [one.refused for one in outbox.items()] == [""]


def test_an_outbox_of_an_earlier_version_loses_nothing(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "outbox.db")) as old:
        old.executescript(f"{STEPS[0]}; PRAGMA user_version = 1")
        old.execute("INSERT INTO tally VALUES ('2026-11-20', 'nothing-found', 'ar', 3)")
        old.execute("INSERT INTO item VALUES ('a', '2026-11-20', 'wish', '{\"words\":\"b\"}')")
        old.commit()
    with closing(Outbox(tmp_path / "outbox.db")) as outbox:
        assert outbox.counts() == [Count("2026-11-20", "nothing-found", "", "", "ar", 3)]
        assert [(item.id, item.body) for item in outbox.items()] == [("a", {"words": "b"})]
