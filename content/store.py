"""The local copy (`content.db`): every offer and guide, replaced whole or changed in one transaction, never half.

It may be thrown away and rebuilt at any time. Readers keep their snapshot while a writer works (SQLite WAL).
What only some calls need is imported by them: a screen that starts waits for none of it.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from content import migrations

if TYPE_CHECKING:
    from content.indexing import Row
    from content.postings import IndexedText
    from content.record import Record


log = logging.getLogger(__name__)

BATCH = 500  # records written at a time: a large feed is never in memory twice


class Change(NamedTuple):
    """What a snapshot did to the copy, in records."""

    added: int
    changed: int
    removed: int
    unchanged: int


class FeedState(NamedTuple):
    """A feed in the copy: its name, where it was read from, when (UTC) and how many records it has."""

    name: str
    kind: str
    url: str
    retrieved: datetime
    records: int


class Store:
    """The copy at `path` (made if it is not there). Not shared between threads or processes; each opens its own.

    Raises `sqlite3.DatabaseError` where the file is damaged and `migrations.NewerSchema` where a later version
    of the program made it.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.db = _connect(path, read_only)
        if not read_only:
            migrations.migrate(self.db)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside belongs to one state of the copy."""
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("COMMIT")

    def get(self, record_id: str) -> Record | None:
        """The record of that id; None if there is none, or if it cannot be read (the log then names the field)."""
        from content import wire
        row = self.db.execute("SELECT body FROM body JOIN record ON key = record WHERE id = ?", (record_id,)).fetchone()
        try:
            return wire.decode(row[0]) if row else None
        except ValueError as error:
            log.warning("%s cannot be read: %s", record_id, error)
            return None

    def export(self) -> Iterator[bytes]:
        """Every record in the wire form as JSON, sorted by id, unknown fields included."""
        return (row[0] for row in self.db.execute("SELECT body FROM record JOIN body ON record = key ORDER BY id"))

    def feeds(self) -> list[FeedState]:
        """The feeds the copy was made from, by name."""
        rows = self.db.execute(
            "SELECT name, feed.kind, url, retrieved, count(record.key) FROM feed"
            " LEFT JOIN record ON record.feed = name GROUP BY name ORDER BY name")
        return [FeedState(name, kind, url, datetime.fromisoformat(retrieved), count)
                for name, kind, url, retrieved, count in rows]

    def retrieved(self, feed: str) -> datetime | None:
        """When a feed was last read (UTC); None for one that is not in the copy."""
        row = self.db.execute("SELECT retrieved FROM feed WHERE name = ?", (feed,)).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def languages(self, feed: str | None = None) -> dict[str, int]:
        """How many records have a text in each language, of one feed or of all."""
        rows = self.db.execute(
            "SELECT language, count(*) FROM text JOIN record ON record.key = text.record"
            " WHERE ?1 IS NULL OR feed = ?1 GROUP BY language ORDER BY language", (feed,))
        return dict(rows.fetchall())

    def replace_feed(self, feed: str, records: Iterable[tuple[Record, bytes]], *, kind: str = "",
                     url: str = "", retrieved: datetime | None = None) -> Change:
        """Make the copy of one feed equal to a complete snapshot of it, in one transaction.

        `records` are pairs as `wire.read` gives them, ids unique. Only what differs is written; what the
        snapshot lacks is removed; what changed keeps its key, and so its place in lists.
        If anything goes wrong, the copy stays as it was.
        """
        stamp = (retrieved or datetime.now(UTC)).isoformat(timespec="seconds")
        with self._writing():
            change = self._replace(feed, records)
            self.db.execute("REPLACE INTO feed (name, kind, url, retrieved) VALUES (?, ?, ?, ?)",
                            (feed, kind, url, stamp))
        return change

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def _replace(self, feed: str, records: Iterable[tuple[Record, bytes]]) -> Change:
        known: dict[str, tuple[int, bytes]] = {
            id_: (key, digest) for id_, key, digest in
            self.db.execute("SELECT id, key, digest FROM record WHERE feed = ?", (feed,))}
        keys = count(self._next("record"))
        fresh: list[tuple[int, Record, bytes, bytes]] = []
        stale: list[int] = []
        unchanged = 0
        for record, body in records:
            digest = hashlib.blake2b(body, digest_size=16).digest()
            key, old = known.pop(record.id, (0, b""))
            if old == digest:
                unchanged += 1
                continue
            fresh.append((key or next(keys), record, body, digest))
            if key:
                stale.append(key)
        removed = [key for key, _ in known.values()]
        self._delete(stale + removed)
        self._insert(fresh)
        return Change(len(fresh) - len(stale), len(stale), len(removed), unchanged)

    def _delete(self, keys: Sequence[int]) -> None:
        from content import postings
        self.db.executemany("DELETE FROM record WHERE key = ?", ((key,) for key in keys))
        postings.remove(self.db, keys)

    def _insert(self, records: Sequence[tuple[int, Record, bytes, bytes]]) -> None:
        from content import postings
        postings.add(self.db, self._written(records))

    def _written(self, records: Sequence[tuple[int, Record, bytes, bytes]]) -> Iterator[IndexedText]:
        """Write the records, some at a time, and hand on their texts for the index of words."""
        from content.indexing import row_of
        keys = count(self._next("text"))
        for first in range(0, len(records), BATCH):
            rows = [row_of(*record) for record in records[first:first + BATCH]]
            self._write(rows, keys)
            yield from (text.indexed for row in rows for text in row.texts)

    def _write(self, rows: Sequence[Row], keys: Iterator[int]) -> None:
        many = self.db.executemany
        many("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", [row.record for row in rows])
        many("INSERT INTO body VALUES (?,?)", [row.body for row in rows])
        many("INSERT INTO record_topic VALUES (?,?,?)", [topic for row in rows for topic in row.topics])
        many("INSERT INTO record_language VALUES (?,?)", [spoken for row in rows for spoken in row.languages])
        many("INSERT INTO text VALUES (?,?,?,?,?)",
             [(next(keys), *text.shown) for row in rows for text in row.texts])

    def _next(self, table: str) -> int:
        found: int = self.db.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0]
        return found


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    for pragma in ("foreign_keys = ON", "busy_timeout = 5000", "cache_size = -8000",
                   *(() if read_only else ("journal_mode = WAL", "synchronous = NORMAL"))):
        db.execute(f"PRAGMA {pragma}")
    return db
