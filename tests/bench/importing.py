"""Importing a feed beside the raw time SQLite needs for the same rows."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import msgspec

from content import wire
from content.indexing import row_of
from content.record import Offer, Record
from content.store import Store
from tests.bench import rivals
from tests.bench.offers import FEED
from tests.bench.table import Row

ROUNDS = 3
CHANGES = 9
SIZES = (1_000, 10_000, 100_000)
Records = Sequence[tuple[Record, bytes]]
Tables = dict[str, list[tuple[object, ...]]]


class Times(NamedTuple):
    """Seconds of a first import, of the same snapshot again, of its rows alone, and of FTS5 for its texts."""

    first: float
    again: float
    rows: float
    texts: float


def rows(records: Records) -> list[Row]:
    """The times of a first import, and of the same snapshot again."""
    texts = texts_of(records)
    with TemporaryDirectory() as folder:
        times = [_round(Path(folder) / str(number), records, texts) for number in range(ROUNDS)]
    taken = Times(*map(median, zip(*times, strict=True)))
    first, again = f"import of {len(records):,} offers", "import of the same again"
    return [*changes(records), Row(first, taken.first, "s", 3, "the finished rows into SQLite", taken.rows),
            Row(first, taken.first, "s", 3, "these rows and their texts into FTS5", taken.rows + taken.texts),
            Row(again, taken.again, "s", 3, "the finished rows into SQLite", taken.rows)]


def changes(records: Records) -> list[Row]:
    """The time of ten changes in copies of growing size, beside that in the smallest."""
    times = {size: _ten(records[:size]) for size in SIZES if size <= len(records)}
    least = next(iter(times.values()), None)
    return [Row(f"10 changes in a copy of {size:,} offers", time, "ms", 3, f"in one of {SIZES[0]:,}", least)
            for size, time in times.items()]


def _ten(records: Records) -> float:
    """Milliseconds of ten changes, far apart; each says the name of another provider in every language."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "copy.db")
        store.upsert(records)
        times = []
        for number in range(CHANGES):
            changed = [msgspec.structs.replace(record, provider=f"Haus {number}") for record, _ in
                       records[number::len(records) // 10][:10] if isinstance(record, Offer)]
            pairs = [(record, wire.encode(record)) for record in changed]
            times.append(timed(partial(store.upsert, pairs)) * 1000)
        store.close()
        return median(times)


def texts_of(records: Records) -> list[tuple[object, ...]]:
    """Title, body and language of every text, as the index reads them."""
    return [(text.indexed.title, text.indexed.body, text.indexed.language)
            for record, body in records for text in row_of(0, record, body, b"").texts]


def _round(folder: Path, records: Records, texts: list[tuple[object, ...]]) -> Times:
    folder.mkdir()
    store = Store(folder / "ours.db")
    first = timed(lambda: store.replace_feed(FEED, records))
    made = tables(store.db)
    again = timed(lambda: store.replace_feed(FEED, records))
    raw = Store(folder / "raw.db")
    alone, index = alone_and_indexed(raw.db, made, texts)
    store.close()
    raw.close()
    return Times(first, again, alone, index)


def alone_and_indexed(db: sqlite3.Connection, made: Tables, texts: list[tuple[object, ...]]) -> tuple[float, float]:
    """Seconds of these rows into an empty copy, and of their texts into FTS5."""
    alone = timed(lambda: insert(db, made))
    db.execute(rivals.RAW_INDEX)
    return alone, timed(lambda: insert(db, {"raw": texts}))


def timed(act: Callable[[], object]) -> float:
    started = perf_counter()
    act()
    return perf_counter() - started


def tables(db: sqlite3.Connection) -> Tables:
    """Every row of every table, as the import left them."""
    names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    return {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}


def insert(db: sqlite3.Connection, tables: Tables) -> None:
    """These rows in one transaction, indexes and all; those that a new copy has already stay."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("BEGIN")
    for name, lines in tables.items():
        if lines:
            db.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({','.join('?' * len(lines[0]))})", lines)
    db.execute("COMMIT")
