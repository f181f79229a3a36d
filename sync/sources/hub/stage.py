"""What came in of a collection and is not to be seen yet: page by page, each with where the next one begins."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from content.batch import batches, marks
from sync.wire.mirror import Entry
from sync.wire.record import canonical, digest, is_key, key_of


class Staged(NamedTuple):
    """A record that came in, or (`body` is None) the key of one that went."""

    entry: Entry
    body: bytes | None


class Stage:
    """The stage of a collection in the file of the copy.

    `whole`: what is here replaces the collection and does not change it. `next`: the query of the page that comes
    next of a whole collection. `since`: all changes up to this time (ms) are here, when no such page is left.
    """

    def __init__(self, db: sqlite3.Connection, collection: str) -> None:
        self._db = db
        self._collection = collection
        row = db.execute("SELECT epoch, whole, since, next FROM hub_stage WHERE collection = ?",
                         (collection,)).fetchone()
        known: tuple[int, bool, int, str] = row or (-1, False, 0, "")
        self.epoch, self.whole, self.since, self.next = known

    def begin(self, epoch: int, since: int, query: str = "", *, whole: bool = False) -> None:
        """Begin anew: with the changes since, or (`whole`) with the page of that query, if there is one to ask for."""
        self.epoch, self.whole, self.since, self.next = epoch, whole, since, query
        self._db.execute("DELETE FROM hub_staged WHERE collection = ?", (self._collection,))
        self._note()

    def clear(self) -> None:
        """Forget all of it."""
        for table in ("hub_stage", "hub_staged"):
            self._db.execute(f"DELETE FROM {table} WHERE collection = ?", (self._collection,))
        self.epoch = -1

    def keep(self, staged: Iterable[Staged], since: int, query: str = "") -> None:
        """Keep a page, together with where it goes on."""
        self._db.executemany("REPLACE INTO hub_staged VALUES (?, ?, ?, ?, ?, ?)", [
            (self._collection, one.entry.key, one.entry.modified, one.entry.record, one.entry.digest, one.body)
            for one in staged])
        self.since, self.next = since, query
        self._note()

    def entries(self, until: int) -> Iterator[Entry]:
        """As `taken`, in short; all stay."""
        return (Entry(*row) for row in self._db.execute(
            "SELECT key, record, modified, digest FROM hub_staged"
            " WHERE collection = ? AND modified <= ? AND body IS NOT NULL", (self._collection, until)))

    def taken(self, until: int) -> Iterator[Staged]:
        """The records that are here, of changes up to a time; each goes from here, and leaves its room in the file to
        the copy."""
        numbers = self._db.execute("SELECT rowid FROM hub_staged WHERE collection = ? AND modified <= ?"
                                   " AND body IS NOT NULL ORDER BY rowid", (self._collection, until)).fetchall()
        for batch in batches(number for (number,) in numbers):
            these = f"FROM hub_staged WHERE rowid IN ({marks(batch)})"
            rows = self._db.execute(f"SELECT key, record, modified, digest, body {these}", batch).fetchall()
            self._db.execute(f"DELETE {these}", batch)
            yield from (Staged(Entry(*row[:4]), row[4]) for row in rows)

    def gone(self, until: int) -> list[str]:
        """The keys of the records that went, of changes up to a time. A whole collection says so by their absence."""
        if self.whole:
            return self._keys("SELECT key FROM mirror WHERE collection = ?1 AND key NOT IN (SELECT key FROM hub_staged"
                              " WHERE collection = ?1 AND modified <= ?2 AND body IS NOT NULL)", until)
        return self._keys("SELECT key FROM hub_staged WHERE collection = ?1 AND modified <= ?2 AND body IS NULL", until)

    def _keys(self, query: str, until: int) -> list[str]:
        return [key for (key,) in self._db.execute(query, (self._collection, until))]

    def _note(self) -> None:
        self._db.execute("REPLACE INTO hub_stage VALUES (?, ?, ?, ?, ?)",
                         (self._collection, self.epoch, self.whole, self.since, self.next))


def staged(key: str, modified: int, record: Any, *, deleted: bool = False) -> Iterator[Staged]:
    """What comes in under a key, ready to be kept: nothing for what is no record."""
    if not is_key(key):
        return
    if deleted:
        yield Staged(Entry(key, "", modified, ""), None)
        return
    claimed = record.get("id") if isinstance(record, dict) else None
    known = claimed if isinstance(claimed, str) and key_of(claimed) == key else ""
    body = canonical(record)
    yield Staged(Entry(key, known, modified, digest(body)), body)
