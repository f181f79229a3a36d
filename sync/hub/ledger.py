"""What the hub remembers (`hub.db` in its folder): its collections in short, what feeds said, what sticks brought.

All of it but the receipts can be made again from Kinto.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from content.migrations import migrate
from content.transaction import log_ahead, writing
from sync.hub.kinto import HubError
from sync.wire.mirror import TABLES, Mirror

_NAME = "hub.db"
_SCHEMA = f"""
    {TABLES}
    CREATE TABLE collection (
        name TEXT PRIMARY KEY, cursor INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE said (
        collection TEXT NOT NULL, key TEXT NOT NULL, harvested TEXT NOT NULL, pinned INTEGER NOT NULL,
        stored TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (collection, key)
    ) WITHOUT ROWID;
    CREATE TABLE received (id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
"""


class Said(NamedTuple):
    """What a feed said last of a record (`harvested`, a digest), whether an editor pinned it, and the digest of what
    the harvest left on the server ("": not known any more)."""

    key: str
    harvested: str
    pinned: bool
    stored: str = ""


class Ledger:
    """The hub's memory in `folder` (made if it is not there). Raises `HubError` where it cannot be used."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.db = sqlite3.connect(folder / _NAME, isolation_level=None)
            log_ahead(self.db)
            for pragma in ("synchronous = FULL", "busy_timeout = 60000"):
                self.db.execute(f"PRAGMA {pragma}")
            migrate(self.db, (_SCHEMA,))
        except (sqlite3.Error, OSError) as error:
            raise HubError(f"{folder / _NAME}: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing of it. Another process that writes is waited for."""
        with writing(self.db):
            yield

    def mirror(self, collection: str) -> Mirror:
        """The collection in short."""
        return Mirror(self.db, collection)

    def cursor(self, collection: str) -> int:
        """Up to which change (ms) the mirror follows the collection; 0: not yet."""
        return self._number(collection, "cursor")

    def epoch(self, collection: str) -> int:
        """The epoch of the last manifest; 0: none was signed."""
        return self._number(collection, "epoch")

    def note(self, collection: str, **numbers: int) -> None:
        """Remember `cursor` or `epoch`."""
        self.db.execute("INSERT INTO collection (name) VALUES (?) ON CONFLICT DO NOTHING", (collection,))
        for column, number in numbers.items():
            self.db.execute(f"UPDATE collection SET {column} = ? WHERE name = ?", (number, collection))

    def said(self, collection: str) -> dict[str, Said]:
        """What feeds said, by key."""
        return {row[0]: Said(row[0], row[1], bool(row[2]), row[3]) for row in self.db.execute(
            "SELECT key, harvested, pinned, stored FROM said WHERE collection = ?", (collection,))}

    def hear(self, collection: str, said: Iterable[Said]) -> None:
        """Remember what the server says of feeds; what a harvest left there is remembered on."""
        self.db.executemany(
            "INSERT INTO said VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " stored = iif(harvested = excluded.harvested AND excluded.stored = '', stored, excluded.stored),"
            " harvested = excluded.harvested, pinned = excluded.pinned", ((collection, *one) for one in said))

    def unhear(self, collection: str, keys: Iterable[str]) -> None:
        """Forget what feeds said of these records."""
        self.db.executemany("DELETE FROM said WHERE collection = ? AND key = ?", ((collection, key) for key in keys))

    def forget(self, collection: str) -> None:
        """Forget what is on the server, to read it anew."""
        self.mirror(collection).clear()
        self.db.execute("DELETE FROM said WHERE collection = ?", (collection,))
        self.note(collection, cursor=0)

    def receive(self, ids: Iterable[str], at: str) -> None:
        """Remember what came on a stick and has arrived."""
        self.db.executemany("INSERT INTO received VALUES (?, ?) ON CONFLICT DO NOTHING", ((one, at) for one in ids))

    def received(self) -> list[str]:
        """The ids of all that came on sticks."""
        return [row[0] for row in self.db.execute("SELECT id FROM received ORDER BY at, id")]

    def _number(self, collection: str, column: str) -> int:
        row = self.db.execute(f"SELECT {column} FROM collection WHERE name = ?", (collection,)).fetchone()
        return int(row[0]) if row else 0
