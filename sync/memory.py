"""What is remembered of the last pass, in `content.db`: it belongs to the copy and is as old as that."""

import sqlite3
from datetime import datetime
from typing import NamedTuple


class PassMemory(NamedTuple):
    """The last pass; times are ISO 8601, UTC. `ended` is "" if it is under way or was broken off; `alone` counts the
    passes up to now in which nobody was reached; `next` are seconds from `ended` on."""

    began: str
    ended: str = ""
    ok: bool = False
    alone: int = 0
    next: float = 0


def last_pass(db: sqlite3.Connection) -> PassMemory | None:
    """The last pass there was."""
    row = db.execute("SELECT began, ended, ok, alone, next FROM pass").fetchone()
    return PassMemory(row[0], row[1], bool(row[2]), row[3], row[4]) if row else None


def keep_pass(db: sqlite3.Connection, memory: PassMemory) -> None:
    """Remember how the pass stands, in a transaction of its own."""
    db.execute("REPLACE INTO pass (one, began, ended, ok, alone, next) VALUES (1, ?, ?, ?, ?, ?)", memory)


def stamp(moment: datetime) -> str:
    """A moment (aware) as it is kept."""
    return moment.isoformat(timespec="seconds")
