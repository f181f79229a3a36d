"""The outbox (`outbox.db`): what visitors entrusted to us and nothing else has. It leaves only on proof of delivery.

Counts are per day, topic, district and language; words only where the visitor agreed to send them.
"""

import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from content.migrations import migrate
from content.transaction import log_ahead, writing

COUNT = "count"
"""The kind of an item that holds the count of a day that is over. What visitors send is of other kinds:

"feedback"       an offer or guide was helpful, was not, or is wrong: `record` (its id), `language`, `answer`
"comment"        the same with the visitor's `words`
"nothing-found"  what was looked for and not found: `language`, `words`
"wish"           an idea for the city: `language`, `words`
"""
FEWEST = 5
"""What was counted less often on a day never leaves: it might be one person."""

STEPS = (
    """
    CREATE TABLE tally (
        day TEXT NOT NULL, what TEXT NOT NULL, language TEXT NOT NULL, number INTEGER NOT NULL,
        PRIMARY KEY (day, what, language)
    ) WITHOUT ROWID;
    CREATE TABLE item (id TEXT PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL);
    """,
    """
    ALTER TABLE item ADD COLUMN refused TEXT NOT NULL DEFAULT '';
    ALTER TABLE tally RENAME TO plain;
    CREATE TABLE tally (
        day TEXT NOT NULL, what TEXT NOT NULL, topic TEXT NOT NULL, district TEXT NOT NULL, language TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (day, what, topic, district, language)
    ) WITHOUT ROWID;
    INSERT INTO tally SELECT day, what, '', '', language, number FROM plain;
    DROP TABLE plain;
    """,
)


class Count(NamedTuple):
    """How often `what` happened on a day, for readers of a language; topic and district are "" where none is meant."""

    day: str
    what: str
    topic: str
    district: str
    language: str
    number: int


class Item(NamedTuple):
    """Something to deliver, under the id it keeps until it has arrived. `refused` is why the hub did not take it."""

    id: str
    kind: str
    body: dict[str, Any]
    day: str
    refused: str = ""


class Outbox:
    """The outbox at `path` (made if it is not there). What a method wrote is on the disk when it returns.

    Raises `sqlite3.Error` where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        log_ahead(self.db)
        for pragma in ("synchronous = FULL", "busy_timeout = 5000"):
            self.db.execute(f"PRAGMA {pragma}")
        migrate(self.db, STEPS)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def count(self, what: str, language: str, day: date, *, topic: str = "", district: str = "") -> None:
        """One more of `what` (such as "nothing-found") on that day, by somebody who reads `language`."""
        self.db.execute("INSERT INTO tally VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1",
                        (day.isoformat(), what, topic, district, language))

    def put(self, kind: str, body: Mapping[str, str], day: date) -> str:
        """Keep something a visitor wants to send; its new id, by which it is delivered once."""
        return self._put(kind, body, day.isoformat())

    def counts(self) -> list[Count]:
        """All counts of days that are not over, and those that were too few."""
        return [Count(*row) for row in self.db.execute(
            "SELECT day, what, topic, district, language, number FROM tally ORDER BY 1, 2, 3, 4, 5")]

    def freeze(self, today: date) -> None:
        """Make items of the counts of days before today, each for good: what is counted for such a day from now on is
        another count. Those below `FEWEST` stay where they are."""
        with writing(self.db):
            over = [count for count in self.counts() if count.day < today.isoformat() and count.number >= FEWEST]
            for count in over:
                self._put(COUNT, {name: value for name, value in count._asdict().items() if name != "day"}, count.day)
                self.db.execute("DELETE FROM tally WHERE (day, what, topic, district, language) = (?, ?, ?, ?, ?)",
                                count[:-1])

    def items(self) -> list[Item]:
        """All that has not arrived, refused or not, oldest first."""
        return [Item(item, kind, msgspec.json.decode(body), day, refused) for item, kind, body, day, refused in
                self.db.execute("SELECT id, kind, body, day, refused FROM item ORDER BY rowid")]

    def delivered(self, ids: Iterable[str]) -> int:
        """These have arrived, as the hub says: they go. How many of them there were; those long gone are none."""
        return self.db.executemany("DELETE FROM item WHERE id = ?", ((item,) for item in ids)).rowcount

    def refuse(self, item: str, reason: str) -> None:
        """The hub does not take it: it is kept for the keeper to see, and not sent again over the network."""
        self.db.execute("UPDATE item SET refused = ? WHERE id = ?", (reason, item))

    def retry(self) -> None:
        """Send again what was refused: the keeper believes that the hub will take it now."""
        self.db.execute("UPDATE item SET refused = ''")

    def _put(self, kind: str, body: Mapping[str, Any], day: str) -> str:
        item = str(uuid.uuid4())
        self.db.execute("INSERT INTO item (id, day, kind, body) VALUES (?, ?, ?, ?)",
                        (item, day, kind, msgspec.json.encode(dict(body))))
        return item
