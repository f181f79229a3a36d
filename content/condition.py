"""What a copy is and how it is: where its file came from, and whether it is sound."""

import hashlib
import sqlite3
from datetime import datetime
from typing import Literal, NamedTuple

from content.migrations import NewerSchema

_BODIES = ("SELECT key, digest, CAST(coalesce(body, '') AS BLOB) FROM record LEFT JOIN body ON record = key")
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


def damage(db: sqlite3.Connection) -> str:
    """What is wrong with a copy in a few words; "" if nothing is. Reads all of it: SQLite's own check, then every
    record against its digest (SQLite does not notice a letter that turned into another)."""
    try:
        verdict: str = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            return verdict.rpartition("\n")[2]
        if broken := db.execute("PRAGMA foreign_key_check").fetchone():
            return f"a row of {broken[0]} points nowhere"
        for key, digest, body in db.execute(_BODIES):
            if digest_of(body) != digest:
                return f"record {key} is not what was written"
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return str(error)
    return ""


def is_damage(error: BaseException) -> bool:
    """Whether an error comes from what is in the file, and not from the disk, its rights, who else uses the file, or
    that a later program made it."""
    if not isinstance(error, sqlite3.DatabaseError) or isinstance(error, NewerSchema | sqlite3.ProgrammingError):
        return False
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY not in _WORLD


def digest_of(body: bytes) -> bytes:
    """The digest by which a record is known to be the same."""
    return hashlib.blake2b(body, digest_size=16).digest()
