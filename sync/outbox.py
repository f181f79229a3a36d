"""The outbox (`outbox.db`): what visitors entrusted to us and nothing else has. It leaves only on proof of delivery.

Counts are per day and language; words only where the visitor agreed to send them.
"""

import sqlite3
import uuid
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

STEPS = (
    """
    CREATE TABLE tally (
        day TEXT NOT NULL, what TEXT NOT NULL, language TEXT NOT NULL, number INTEGER NOT NULL,
        PRIMARY KEY (day, what, language)
    ) WITHOUT ROWID;
    CREATE TABLE item (id TEXT PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL);
    """,
)


class Outbox:
    """The outbox at `path` (made if it is not there). What a method wrote is on the disk when it returns.

    Raises `sqlite3.Error` where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000"):
            self.db.execute(f"PRAGMA {pragma}")
        version: int = self.db.execute("PRAGMA user_version").fetchone()[0]
        for number, step in enumerate(STEPS[version:], version + 1):
            self.db.executescript(f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {number}; COMMIT;")

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def count(self, what: str, language: str, day: date) -> None:
        """One more of `what` (such as "nothing-found") on that day, by somebody who reads `language`."""
        self.db.execute("INSERT INTO tally VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET number = number + 1",
                        (day.isoformat(), what, language))

    def put(self, kind: str, body: Mapping[str, str], day: date) -> str:
        """Keep something a visitor wants to send; its new id, by which it is delivered once."""
        item = str(uuid.uuid4())
        self.db.execute("INSERT INTO item VALUES (?, ?, ?, ?)",
                        (item, day.isoformat(), kind, msgspec.json.encode(dict(body))))
        return item

    def counts(self) -> dict[tuple[str, str, str], int]:
        """All counts by (day, what, language)."""
        return {(day, what, language): number for day, what, language, number in
                self.db.execute("SELECT day, what, language, number FROM tally")}

    def items(self) -> list[tuple[str, str, dict[str, str]]]:
        """All that waits, as (id, kind, body), oldest first."""
        return [(item, kind, msgspec.json.decode(body, type=dict[str, str])) for item, kind, body in
                self.db.execute("SELECT id, kind, body FROM item ORDER BY rowid")]
