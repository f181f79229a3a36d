"""The local copy: a snapshot goes in whole or not at all, and readers never see half of it."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from content import migrations, wire
from content.intake import Change
from content.record import Record
from content.store import Store

EARLY, LATE = datetime(2026, 11, 1, 9, tzinfo=UTC), datetime(2026, 11, 2, 9, tzinfo=UTC)


def offer(key: str, feed: str = "f", **more: Any) -> tuple[Record, bytes]:
    return wire.read({"type": "offer", "id": f"{feed}:{key}", "kind": "service", "source": {"feed": feed},
                      "texts": {"de": {"title": f"Titel {key}", "description": "Text über Schränke"}}, **more})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


def ids(store: Store) -> list[str]:
    return [json.loads(body)["id"] for body in store.export()]


def rows(store: Store, table: str) -> int:
    found: int = store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found


def test_a_snapshot_makes_the_copy_equal_to_it(store: Store) -> None:
    assert store.replace_feed("f", [offer("b"), offer("a"), offer("c")]) == Change(3, 0, 0, 0)
    assert ids(store) == ["f:a", "f:b", "f:c"]
    assert store.replace_feed("f", [offer("a"), offer("b", provider="Amt"), offer("d")]) == Change(1, 1, 1, 1)
    assert ids(store) == ["f:a", "f:b", "f:d"]
    assert store.replace_feed("f", []) == Change(0, 0, 3, 0)
    for table in ("record", "text", "record_topic", "record_language"):
        assert rows(store, table) == 0


def test_what_did_not_change_is_not_written(store: Store) -> None:
    store.replace_feed("f", [offer("a"), offer("b")])
    before = store.db.execute("SELECT key, digest FROM record ORDER BY key").fetchall()
    store.replace_feed("f", [offer("b"), offer("a")])
    assert store.db.execute("SELECT key, digest FROM record ORDER BY key").fetchall() == before


def test_feeds_do_not_touch_each_other(store: Store) -> None:
    store.replace_feed("f", [offer("a")], kind="hsds", url="https://a.example")
    store.replace_feed("g", [offer("a", "g")])
    store.replace_feed("f", [], kind="hsds", url="https://a.example")
    assert ids(store) == ["g:a"]
    assert [(state.name, state.kind, state.url, state.records) for state in store.feeds()] == [
        ("f", "hsds", "https://a.example", 0), ("g", "", "", 1)]


def test_a_snapshot_that_breaks_off_leaves_the_copy_as_it_was(store: Store) -> None:
    store.replace_feed("f", [offer("a")], url="first")

    def broken() -> Iterator[tuple[Record, bytes]]:
        yield offer("b")
        raise OSError("cable")

    with pytest.raises(OSError, match="cable"):
        store.replace_feed("f", broken(), url="second")
    with pytest.raises(sqlite3.IntegrityError):
        store.replace_feed("f", [offer("c"), offer("c")], url="third")
    assert ids(store) == ["f:a"]
    assert store.feeds()[0].url == "first"
    assert store.replace_feed("f", [offer("b")]) == Change(1, 0, 1, 0)


def test_a_reader_keeps_its_state_while_a_snapshot_goes_in(store: Store) -> None:
    store.replace_feed("f", [offer("a")])
    reader = Store(store.path, read_only=True)
    with reader.reading():
        assert reader.get("f:a") is not None
        store.replace_feed("f", [offer("b")])
        assert reader.get("f:a") is not None
        assert reader.get("f:b") is None
    assert reader.get("f:b") is not None
    reader.close()


def test_records_come_back_as_they_went_in(store: Store) -> None:
    record, body = offer("ä/ /ü?x=1:2", topics=["money"], languages=["tr"], capacity=3)
    store.replace_feed("f", [(record, body)])
    assert store.get(record.id) == record
    assert next(store.export()) == body
    assert store.get("f:none") is None
    assert store.languages("f") == store.languages() == {"de": 1}


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "content.db"
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    db.close()
    with pytest.raises(migrations.NewerSchema):
        Store(path)


def test_a_damaged_file_is_an_error_of_the_database(tmp_path: Path) -> None:
    (tmp_path / "content.db").write_bytes(b"this is no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        Store(tmp_path / "content.db")


def page_of_a_hub(store: Store, *, breaks: bool = False) -> tuple[Change, int]:
    with store.writing():
        change = store.upsert([offer("b"), offer("c"), offer("d", "g")])
        removed = store.remove(["f:a", "f:none"])
        store.set_feed("f", cursor="2")
        store.set_feed("g", kind="hub")
        store.db.execute("INSERT INTO page VALUES (7)")
        if breaks:
            raise OSError("cable")
    return change, removed


def test_several_changes_and_a_table_of_the_callers_are_one(store: Store) -> None:
    store.db.execute("CREATE TABLE page (number INTEGER)")
    store.replace_feed("f", [offer("a"), offer("b")], cursor="1")
    with pytest.raises(OSError, match="cable"):
        page_of_a_hub(store, breaks=True)
    assert ids(store) == ["f:a", "f:b"]
    assert ([state.cursor for state in store.feeds()], rows(store, "page")) == (["1"], 0)
    assert page_of_a_hub(store) == (Change(2, 0, 0, 1), 1)
    assert ids(store) == ["f:b", "f:c", "g:d"]
    assert [(state.name, state.kind, state.cursor, state.records) for state in store.feeds()] == [
        ("f", "", "2", 2), ("g", "hub", "", 1)]
    assert rows(store, "page") == 1


def test_what_is_known_of_a_feed_stays_until_it_is_said_anew(store: Store) -> None:
    store.replace_feed("f", [offer("a")], kind="hsds", url="https://a.example", cursor="etag", retrieved=EARLY)
    store.set_feed("f", tried=LATE, problem="The server does not answer.", held="abc", wait=60,
                   origin="settings")
    failed = store.feeds()[0]
    assert failed == ("f", "hsds", "https://a.example", EARLY, 1, "etag", EARLY, LATE, "abc",
                      "The server does not answer.", 60, "settings")
    store.set_feed("f", tried=LATE, checked=LATE, problem="")
    assert store.feeds()[0] == failed._replace(checked=LATE, problem="")
    store.replace_feed("f", [offer("b")], retrieved=LATE)
    assert store.feeds()[0] == failed._replace(retrieved=LATE, checked=LATE, cursor="", held="", problem="")


def test_a_feed_that_never_answered_is_known_and_has_no_date(store: Store) -> None:
    store.set_feed("f", kind="hsds", tried=LATE, problem="The server does not answer.")
    assert store.confirmed("f") is None
    assert [(state.retrieved, state.checked, state.records) for state in store.feeds()] == [(None, None, 0)]
