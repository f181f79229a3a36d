"""Importing a feed beside the raw time SQLite needs for the same rows."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from content.record import Record
from content.store import Store
from tests.bench.offers import FEED
from tests.bench.table import Row

ROUNDS = 3
Records = Sequence[tuple[Record, bytes]]
Tables = dict[str, list[tuple[object, ...]]]


def rows(records: Records) -> list[Row]:
    """The times of a first import, and of the same snapshot again."""
    with TemporaryDirectory() as folder:
        times = [_round(Path(folder) / str(number), records) for number in range(ROUNDS)]
    first, raw, again = (median(column) for column in zip(*times, strict=True))
    count = f"{len(records):,} offers"
    return [Row(f"import of {count}", first, "s", 3, "the same rows into SQLite", raw),
            Row("the same snapshot again", again, "s", 3, "the same rows into SQLite", raw)]


def _round(folder: Path, records: Records) -> tuple[float, float, float]:
    """Seconds of a first import, of its rows alone, and of the import again."""
    folder.mkdir()
    store = Store(folder / "ours.db")
    first = _imported(store, records)
    tables = _tables(store.db)
    again = _imported(store, records)
    store.close()
    return first, _inserted(Store(folder / "raw.db"), tables), again


def _imported(store: Store, records: Records) -> float:
    started = perf_counter()
    store.replace_feed(FEED, records)
    return perf_counter() - started


def _tables(db: sqlite3.Connection) -> Tables:
    """Every row of every table, as the import left them."""
    names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}


def _inserted(store: Store, tables: Tables) -> float:
    """Seconds for these rows in an empty copy, indexes and all, in one transaction."""
    db = store.db
    started = perf_counter()
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("BEGIN")
    for name, rows_ in tables.items():
        if rows_:
            db.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows_[0]))})", rows_)
    db.execute("COMMIT")
    taken = perf_counter() - started
    store.close()
    return taken
