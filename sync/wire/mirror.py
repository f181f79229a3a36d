"""What a hub's collection holds, in short: the keys, times and digests of its records, and the root over them.

Kept by the hub to sign it, and by every kiosk beside its copy to check it. It costs what changed: only buckets
with a change are reckoned anew.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from content.migrations import MIRROR as TABLES

__all__ = ["BUCKETS", "TABLES", "Entry", "Mirror", "leaf"]

BUCKETS = 4096
_PREFIX = 3  # hexadecimal letters of a key that say its bucket
_EMPTY = hashlib.sha256().hexdigest()


class Entry(NamedTuple):
    """A record in short: key, id ("" where it has none that fits), last change (ms) and digest of its content."""

    key: str
    record: str
    modified: int
    digest: str


class Mirror:
    """The mirror of one collection in a database that has `TABLES`.

    Transactions are the caller's: nothing here begins or ends one.
    """

    def __init__(self, db: sqlite3.Connection, collection: str) -> None:
        self._db = db
        self._collection = collection

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, or replace those of the same keys."""
        rows = list(entries)
        self._db.executemany("REPLACE INTO mirror VALUES (?, ?, ?, ?, ?)", ((self._collection, *row) for row in rows))
        self._touch(row.key for row in rows)

    def remove(self, keys: Iterable[str]) -> None:
        """Take entries away; keys that are not there are none."""
        gone = list(keys)
        self._db.executemany("DELETE FROM mirror WHERE collection = ? AND key = ?",
                             ((self._collection, key) for key in gone))
        self._touch(gone)

    def clear(self) -> None:
        """Take everything away."""
        for table in ("mirror", "mirror_bucket"):
            self._db.execute(f"DELETE FROM {table} WHERE collection = ?", (self._collection,))

    def get(self, key: str) -> Entry | None:
        """The entry of a key, if there is one."""
        row = self._db.execute("SELECT key, record, modified, digest FROM mirror WHERE collection = ? AND key = ?",
                               (self._collection, key)).fetchone()
        return Entry(*row) if row else None

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of their keys."""
        return (Entry(*row) for row in self._db.execute(
            "SELECT key, record, modified, digest FROM mirror WHERE collection = ? ORDER BY key", (self._collection,)))

    def count(self) -> int:
        """How many entries there are. Writes down what it had to reckon, as `root` does."""
        self._reckon()
        number: int = self._db.execute("SELECT coalesce(sum(number), 0) FROM mirror_bucket WHERE collection = ?",
                                       (self._collection,)).fetchone()[0]
        return number

    def root(self) -> str:
        """The hash that stands for all entries. Writes down what it had to reckon."""
        self._reckon()
        known = dict(self._db.execute("SELECT bucket, hash FROM mirror_bucket WHERE collection = ?",
                                      (self._collection,)).fetchall())
        return _joined(known.get(bucket, _EMPTY) for bucket in range(BUCKETS))

    def _reckon(self) -> None:
        """Bring the buckets with a change up to date."""
        stale = self._db.execute("SELECT bucket FROM mirror_bucket WHERE collection = ? AND hash IS NULL",
                                 (self._collection,)).fetchall()
        self._db.executemany("REPLACE INTO mirror_bucket VALUES (?, ?, ?, ?)",
                             [(self._collection, bucket, *self._reckoned(bucket)) for (bucket,) in stale])

    def _touch(self, keys: Iterable[str]) -> None:
        self._db.executemany("REPLACE INTO mirror_bucket VALUES (?, ?, NULL, 0)",
                             [(self._collection, bucket) for bucket in {int(key[:_PREFIX], 16) for key in keys}])

    def _reckoned(self, bucket: int) -> tuple[str, int]:
        first = f"{bucket:0{_PREFIX}x}"
        rows = self._db.execute(
            "SELECT key, modified, digest FROM mirror WHERE collection = ? AND key BETWEEN ? AND ? || 'g' ORDER BY key",
            (self._collection, first, first)).fetchall()
        return _joined(leaf(*row) for row in rows), len(rows)


def leaf(key: str, modified: int, digest: str) -> str:
    """The hash that stands for one record."""
    return hashlib.sha256(f"{key} {modified} {digest}".encode("ascii")).hexdigest()


def _joined(hashes: Iterable[str]) -> str:
    return hashlib.sha256("".join(hashes).encode("ascii")).hexdigest()
