"""The feeds of the copy: where its records come from, and what a sync has to remember about each."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypedDict, Unpack

_COLUMNS = ("kind", "url", "retrieved", "cursor", "checked", "tried", "held", "problem", "wait", "origin")


class FeedState(NamedTuple):
    """A feed of the copy; times are UTC, and None for never.

    `retrieved`: when its content was last taken; `checked`: when it last answered, if only that nothing is new;
    `tried`: when it was last asked. `cursor`: what its reader has to know of it the next time, in words of the reader.
    `held`: a word for why its last answer is held back, "" if it is not. `problem`: the last failure in a plain
    sentence. `wait`: for how many seconds from `tried` on its server wants to be left alone. `origin`: who keeps the
    feed in the copy ("settings"), "" for one that was imported by hand.
    """

    name: str
    kind: str
    url: str
    retrieved: datetime | None
    records: int
    cursor: str = ""
    checked: datetime | None = None
    tried: datetime | None = None
    held: str = ""
    problem: str = ""
    wait: float = 0
    origin: str = ""

    @property
    def confirmed(self) -> datetime | None:
        """When it last said what the copy has of it, if only that nothing is new; None for never."""
        return self.checked or self.retrieved


class Known(TypedDict, total=False):
    """What is to be remembered about a feed, by the names of `FeedState`; what is left out stays as it was."""

    kind: str
    url: str
    retrieved: datetime
    cursor: str
    checked: datetime
    tried: datetime
    held: str
    problem: str
    wait: float
    origin: str


def states(db: sqlite3.Connection) -> list[FeedState]:
    """All feeds, by name."""
    rows = db.execute(
        f"SELECT name, {', '.join(f'feed.{column}' for column in _COLUMNS)}, count(record.key) FROM feed"
        " LEFT JOIN record ON record.feed = name GROUP BY name ORDER BY name")
    return [_state(name, dict(zip(_COLUMNS, values, strict=True)), records) for name, *values, records in rows]


def confirmed(db: sqlite3.Connection, name: str) -> datetime | None:
    """When a feed last said what the copy has of it, if only that nothing is new; None for one that never did."""
    row = db.execute("SELECT coalesce(checked, retrieved) FROM feed WHERE name = ?", (name,)).fetchone()
    return _time(row[0]) if row else None


def remember(db: sqlite3.Connection, name: str, **known: Unpack[Known]) -> None:
    """Keep what is known about a feed; nothing else of it changes."""
    values = {column: value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
              for column, value in known.items()}
    columns = [column for column in _COLUMNS if column in values]
    db.execute("INSERT INTO feed (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    for column in columns:
        db.execute(f"UPDATE feed SET {column} = ? WHERE name = ?", (values[column], name))


def forget(db: sqlite3.Connection, name: str) -> None:
    """Know nothing of a feed any more."""
    db.execute("DELETE FROM feed WHERE name = ?", (name,))


def _state(name: str, row: Mapping[str, Any], records: int) -> FeedState:
    times = {column: _time(row[column]) for column in ("retrieved", "checked", "tried")}
    return FeedState(name=name, records=records, **{**row, **times})


def _time(stamp: str | None) -> datetime | None:
    return datetime.fromisoformat(stamp) if stamp else None
