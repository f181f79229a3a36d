"""The local copy (`content.db`): every offer and guide, replaced whole or changed in one transaction, never half.

It may be thrown away and rebuilt at any time. Readers keep their snapshot while a writer works (SQLite WAL).
What only some calls need is imported by them: a screen that starts waits for none of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from content import feed, form, migrations, transaction
from content.condition import Condition, condition
from content.feed import FeedState, Known

if TYPE_CHECKING:
    from content.intake import Change, Pair
    from content.record import Record


MEMORY = ":memory:"

class Store:
    """The copy at `path` (made if it is not there). Not shared between threads or processes; each opens its own.

    Raises `sqlite3.DatabaseError` where the file is damaged and `migrations.NewerSchema` where a later version
    of the program made it.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.db = _connect(path, read_only)
        self._file = _file(path)
        if not read_only:
            self._bring_up()

    @classmethod
    def in_memory(cls, source: Path | None = None) -> Store:
        """A copy in memory alone: empty, or of a file that need not be writable. Raises as `Store`, and `Damaged`."""
        store = cls.__new__(cls)
        store.path, store._file = Path(MEMORY), None
        store.db = sqlite3.connect(MEMORY, isolation_level=None)
        store.db.execute("PRAGMA foreign_keys = ON")
        if source:
            from content import backup
            backup.load(source, store.db)
        store._bring_up()
        return store

    def _bring_up(self) -> None:
        migrations.migrate(self.db)
        form.renew(self.db)

    def moved(self) -> bool:
        """Whether there is another file by now where this one was (or none): it was damaged and replaced. A copy in
        memory has no place to stay at, and is always to be left."""
        return self._file is None or self._file != _file(self.path)

    def condition(self) -> Condition | None:
        """Where the file came from, if it was put in place of another."""
        return condition(self.db)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside belongs to one state of the copy; inside another transaction to that of it."""
        with transaction.reading(self.db):
            yield

    def get(self, record_id: str) -> Record | None:
        """The record of that id; None if there is none, or if it cannot be read (the log then names the field)."""
        row = self.db.execute("SELECT body FROM body JOIN record ON key = record WHERE id = ?", (record_id,)).fetchone()
        from content import wire
        return wire.readable(record_id, row[0]) if row else None

    def records(self, name: str) -> Iterator[Record]:
        """The records of a feed, by id, without those that cannot be read (as above)."""
        from content import wire
        rows = self.db.execute("SELECT id, body FROM record JOIN body ON record = key WHERE feed = ? ORDER BY id",
                               (name,)).fetchall()
        return (record for id_, body in rows if (record := wire.readable(id_, body)))

    def named(self, name: str) -> tuple[str, str] | None:
        """The record of which a text goes by the name `feed:key`, and the language of that text."""
        found: tuple[str, str] | None = self.db.execute(
            "SELECT id, language FROM text JOIN record ON record.key = record WHERE name = ? AND name <> ''",
            (name,)).fetchone()
        return found

    def export(self) -> Iterator[bytes]:
        """Every record in the wire form as JSON, sorted by id, unknown fields included."""
        return (row[0] for row in self.db.execute("SELECT body FROM record JOIN body ON record = key ORDER BY id"))

    def feeds(self) -> list[FeedState]:
        """The feeds of the copy, by name."""
        return feed.states(self.db)

    def confirmed(self, name: str) -> datetime | None:
        """When a feed last said what the copy has of it (UTC), if only that nothing is new; None for never."""
        return feed.confirmed(self.db, name)

    def languages(self, name: str | None = None) -> dict[str, int]:
        """How many records have a text in each language, of one feed or of all."""
        rows = self.db.execute(
            "SELECT language, count(*) FROM text JOIN record ON record.key = text.record"
            " WHERE ?1 IS NULL OR feed = ?1 GROUP BY language ORDER BY language", (name,))
        return dict(rows.fetchall())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside becomes visible at once or, if anything goes wrong, never. Inside another
        `writing` it is part of that."""
        with transaction.writing(self.db):
            yield

    def upsert(self, records: Iterable[Pair]) -> Change:
        """Put in records that are new or differ from those in the copy; what changes keeps its key, and so its place
        in lists. `records` are pairs as `wire.read` gives them, ids unique, of any feeds."""
        from content import intake
        with self.writing():
            return intake.upsert(self.db, records)

    def remove(self, ids: Iterable[str]) -> int:
        """Take out the records of these ids; how many of them there were."""
        from content import intake
        with self.writing():
            return intake.remove(self.db, ids)

    def set_feed(self, name: str, **known: Unpack[Known]) -> None:
        """Remember about a feed what is given; the rest and its records stay as they are."""
        with self.writing():
            feed.remember(self.db, name, **known)

    def replace_feed(self, name: str, records: Iterable[Pair], **known: Unpack[Known]) -> Change:
        """Make the copy of one feed equal to a complete snapshot of it, in one transaction.

        Only what differs is written; what the snapshot lacks is removed. The feed has answered just now, unless
        `known` says otherwise; an old cursor, snapshot held back and problem are forgotten.
        If anything goes wrong, the copy stays as it was.
        """
        now = known.get("retrieved", datetime.now(UTC))
        with self.writing():
            left = {row[0] for row in self.db.execute("SELECT id FROM record WHERE feed = ?", (name,))}
            change = self.upsert(_without(left, records))
            removed = self.remove(left)
            answered = Known(retrieved=now, checked=now, cursor="", held="", problem="")
            answered.update(known)
            self.set_feed(name, **answered)
        return change._replace(removed=removed)

    def drop_feed(self, name: str) -> int:
        """Take out a feed with all its records, as if it had never been; how many there were."""
        with self.writing():
            removed = self.remove([row[0] for row in self.db.execute("SELECT id FROM record WHERE feed = ?", (name,))])
            feed.forget(self.db, name)
        return removed


def _without(left: set[str], records: Iterable[Pair]) -> Iterator[Pair]:
    """The records, each of which is taken out of what is left."""
    for pair in records:
        left.discard(pair[0].id)
        yield pair


def _file(path: Path) -> tuple[int, int] | None:
    """What tells one file from another in its place; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    for pragma in ("foreign_keys = ON", "busy_timeout = 5000", "cache_size = -8000"):
        db.execute(f"PRAGMA {pragma}")
    if not read_only:
        transaction.log_ahead(db)
        db.execute("PRAGMA synchronous = NORMAL")
    return db
