"""What a copy is and how it is: where its file came from, and what to make of an error."""

import sqlite3
from datetime import datetime
from typing import Literal, NamedTuple

from content.migrations import NewerSchema

_PRIMARY = 0xFF  # the byte of an error code of SQLite's that says what kind it is
_WORLD = (sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
          sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
          sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL)

Origin = Literal["starter", "backup", "memory"]


class Condition(NamedTuple):
    """Where the file of a copy came from: made from the built-in content (`starter`), from the `backup`, or lent, in
    `memory` alone, because the folder cannot be used. `since` (UTC) when; `reason` is why the one before it was given
    up, in a plain sentence, and "" where there was none."""

    origin: Origin
    since: datetime
    reason: str = ""


def condition(db: sqlite3.Connection) -> Condition | None:
    """The condition of a copy; None for one that nobody has put in place yet."""
    row = db.execute("SELECT origin, since, reason FROM condition").fetchone()
    return Condition(row[0], datetime.fromisoformat(row[1]), row[2]) if row else None


def keep_condition(db: sqlite3.Connection, made: Condition) -> None:
    """Write down where the file came from."""
    db.execute("REPLACE INTO condition (one, origin, since, reason) VALUES (1, ?, ?, ?)",
               (made.origin, made.since.isoformat(timespec="seconds"), made.reason))


def is_damage(error: BaseException) -> bool:
    """Whether an error comes from what is in the file, and not from the disk, its rights, who else uses the file, or
    that a later program made it."""
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, NewerSchema | sqlite3.ProgrammingError):
        return False
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY not in _WORLD
