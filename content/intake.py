"""Putting records into the copy and taking them out: their rows, and their words in the index.

What a change costs goes by what changes: an old record's words are read again from its body, and texts that stay the
same are not touched in the index. All of it belongs inside a transaction of the caller's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from operator import attrgetter
from typing import NamedTuple

from content import wire
from content.batch import batches, marks
from content.indexing import Row, row_of, texts_of
from content.postings import Edit
from content.record import Record
from content.tally import IndexedText

Pair = tuple[Record, bytes]
_language = attrgetter("language")


class Change(NamedTuple):
    """What was done to the copy, in records."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


class _Fresh(NamedTuple):
    """A record that goes in: its key, and the body it replaces (None: it is new)."""

    key: int
    record: Record
    body: bytes
    digest: bytes
    old: bytes | None


def upsert(db: sqlite3.Connection, pairs: Iterable[Pair]) -> Change:
    """Put in records that are new or differ from those in the copy; what changes keeps its key. Ids are unique."""
    edit = Edit()
    keys, texts = count(_next(db, "record")), count(_next(db, "text"))
    added = changed = unchanged = 0
    for batch in batches(pairs):
        fresh = list(_fresh(db, batch, keys))
        stale = [one.key for one in fresh if one.old is not None]
        db.executemany("DELETE FROM record WHERE key = ?", ((key,) for key in stale))
        rows = [row_of(one.key, one.record, one.body, one.digest) for one in fresh]
        _write(db, rows, texts)
        _reword(edit, [text for one in fresh for text in _texts(one.key, one.old)],
                [text.indexed for row in rows for text in row.texts])
        added += len(fresh) - len(stale)
        changed += len(stale)
        unchanged += len(batch) - len(fresh)
    edit.write(db)
    return Change(added, changed, 0, unchanged)


def remove(db: sqlite3.Connection, ids: Iterable[str]) -> int:
    """Take out the records of these ids; how many of them there were."""
    edit = Edit()
    removed = 0
    for batch in batches(ids):
        rows = db.execute(f"SELECT key, body FROM record JOIN body ON record = key WHERE id IN ({marks(batch)})",
                          batch).fetchall()
        _reword(edit, [text for key, body in rows for text in _texts(key, body)], ())
        db.executemany("DELETE FROM record WHERE key = ?", ((key,) for key, _ in rows))
        removed += len(rows)
    edit.write(db)
    return removed


def remake(db: sqlite3.Connection) -> None:
    """Make all rows and words anew from the bodies. A record that cannot be read any more is taken out and named."""
    for table in ("word", "posting", "vocabulary"):
        db.execute(f"DELETE FROM {table}")
    edit = Edit()
    keys = [row[0] for row in db.execute("SELECT key FROM record ORDER BY key")]
    texts = count(_next(db, "text"))
    for batch in batches(keys):
        kept = db.execute("SELECT key, digest, body FROM record JOIN body ON record = key"
                          f" WHERE key IN ({marks(batch)})", batch).fetchall()
        rows = [row_of(key, record, body, digest) for key, digest, body in kept
                if (record := wire.readable(key, body)) is not None]
        db.executemany("DELETE FROM record WHERE key = ?", ((key,) for key in batch))
        _write(db, rows, texts)
        _reword(edit, (), [text.indexed for row in rows for text in row.texts])
    edit.write(db)


def _fresh(db: sqlite3.Connection, batch: Sequence[Pair], keys: Iterator[int]) -> Iterator[_Fresh]:
    """Those of some records that are not in the copy as they are."""
    known: dict[str, tuple[int, bytes]] = {id_: (key, digest) for id_, key, digest in db.execute(
        f"SELECT id, key, digest FROM record WHERE id IN ({marks(batch)})", [record.id for record, _ in batch])}
    for record, body in batch:
        digest = wire.digest_of(body)
        key, old = known.get(record.id, (0, b""))
        if not key:
            yield _Fresh(next(keys), record, body, digest, None)
        elif old != digest:
            yield _Fresh(key, record, body, digest, _body(db, key))


def _body(db: sqlite3.Connection, key: int) -> bytes:
    found: bytes = db.execute("SELECT body FROM body WHERE record = ?", (key,)).fetchone()[0]
    return found


def _texts(key: int, body: bytes | None) -> list[IndexedText]:
    """The texts of a record as the index has them; none where it cannot be read: then they are not in the index."""
    record = None if body is None else wire.readable(key, body)
    return [text.indexed for text in texts_of(key, record)] if record else []


def _reword(edit: Edit, old: Collection[IndexedText], new: Collection[IndexedText]) -> None:
    """Enter the difference into the index of words, one language after the other: the processor's cache holds the
    words of one."""
    same = {*old}.intersection(new)
    for text in sorted(old, key=_language):
        if text not in same:
            edit.remove(text)
    for text in sorted(new, key=_language):
        if text not in same:
            edit.add(text)


def _write(db: sqlite3.Connection, rows: Sequence[Row], keys: Iterator[int]) -> None:
    many = db.executemany
    many("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", [row.record for row in rows])
    many("INSERT INTO body VALUES (?,?)", [row.body for row in rows])
    many("INSERT INTO record_topic VALUES (?,?,?)", [topic for row in rows for topic in row.topics])
    many("INSERT INTO record_language VALUES (?,?)", [spoken for row in rows for spoken in row.languages])
    many("INSERT INTO text VALUES (?,?,?,?,?,?)", [(next(keys), *text.shown) for row in rows for text in row.texts])


def _next(db: sqlite3.Connection, table: str) -> int:
    found: int = db.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0]
    return found
