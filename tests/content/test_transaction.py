"""Changes that are made whole or not at all, and files that many open at once."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from content.store import Store
from content.transaction import writing
from sync.outbox import Outbox

TABLES = """
    CREATE TABLE place (name TEXT PRIMARY KEY);
    CREATE TABLE way (place TEXT REFERENCES place DEFERRABLE INITIALLY DEFERRED);
"""
MANY = 8


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as opened:
        opened.executescript(f"PRAGMA foreign_keys = ON; {TABLES}")
        yield opened


def places(db: sqlite3.Connection) -> list[str]:
    return [name for name, in db.execute("SELECT name FROM place ORDER BY name")]


def test_what_goes_wrong_inside_takes_all_of_it_back(db: sqlite3.Connection) -> None:
    def fail() -> None:
        with writing(db):
            db.execute("INSERT INTO place VALUES ('a')")
            with writing(db):
                db.execute("INSERT INTO place VALUES ('a')")
    with pytest.raises(sqlite3.IntegrityError):
        fail()
    assert places(db) == []


def test_what_cannot_be_kept_at_the_end_leaves_no_transaction_that_swallows_the_next(db: sqlite3.Connection) -> None:
    def fail() -> None:
        with writing(db):
            db.execute("INSERT INTO place VALUES ('a')")
            db.execute("INSERT INTO way VALUES ('nowhere')")
    with pytest.raises(sqlite3.IntegrityError):
        fail()
    with writing(db):
        db.execute("INSERT INTO place VALUES ('b')")
    assert not db.in_transaction
    assert places(db) == ["b"]


@pytest.mark.parametrize("kind", [Store, Outbox])
def test_a_new_file_is_made_once_however_many_open_it(tmp_path: Path, kind: Callable[[Path], Store | Outbox]) -> None:
    ready = Barrier(MANY)

    def start(_number: int) -> None:
        ready.wait()
        kind(tmp_path / "new.db").close()
    with ThreadPoolExecutor(MANY) as threads:
        list(threads.map(start, range(MANY)))
