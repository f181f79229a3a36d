"""Whether a copy is what was written, to the last letter: SQLite's own check does not see a letter that turned into
another. Reads all of it; nothing a screen waits for."""

import sqlite3
from collections.abc import Iterator, Sequence

from content.batch import batches, marks
from content.condition import is_damage
from content.form import is_current
from content.indexing import Row, row_of
from content.postings import part_of, unpack
from content.transaction import reading
from content.wire import decode, digest_of

_HELD = {
    "record": "SELECT * FROM record WHERE key IN ({})",
    "record_topic": "SELECT topic, record, rank FROM record_topic WHERE record IN ({})",
    "record_language": "SELECT language, record FROM record_language WHERE record IN ({})",
    "text": "SELECT record, language, title, summary, name FROM text WHERE record IN ({})",
}


def damage(db: sqlite3.Connection) -> str:
    """What is wrong with a copy in a few words; "" if nothing is. Raises `sqlite3.Error` where it cannot be read for
    reasons that lie outside of it."""
    try:
        with reading(db):
            return next(_faults(db), "")
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return str(error)


def _faults(db: sqlite3.Connection) -> Iterator[str]:
    verdict: str = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        yield verdict.rpartition("\n")[2]
    if broken := db.execute("PRAGMA foreign_key_check").fetchone():
        yield f"a row of {broken[0]} points nowhere"
    keys = [row[0] for row in db.execute("SELECT key FROM record ORDER BY key")]
    for batch in batches(keys):
        rows: list[Row] = []
        yield from _records(db, batch, rows)
        if is_current(db):
            yield from _columns(db, batch, rows)
    if is_current(db):
        yield from _lists(db, frozenset(keys))


def _records(db: sqlite3.Connection, keys: Sequence[int], rows: list[Row]) -> Iterator[str]:
    """Every body against its digest; `rows` becomes what is made of them."""
    for key, digest, body in db.execute(
            "SELECT key, digest, CAST(coalesce(body, '') AS BLOB) FROM record LEFT JOIN body ON record = key"
            f" WHERE key IN ({marks(keys)})", keys):
        if digest_of(body) != digest:
            yield f"record {key} is not what was written"
            continue
        try:
            rows.append(row_of(key, decode(body), body, digest))
        except ValueError as error:
            yield f"record {key} cannot be read: {error}"


def _columns(db: sqlite3.Connection, keys: Sequence[int], rows: Sequence[Row]) -> Iterator[str]:
    """What was made of the bodies against what is there."""
    made: dict[str, list[tuple[object, ...]]] = {
        "record": [row.record for row in rows], "record_topic": [*(topic for row in rows for topic in row.topics)],
        "record_language": [*(language for row in rows for language in row.languages)],
        "text": [text.shown for row in rows for text in row.texts],
    }
    for table, query in _HELD.items():
        if set(db.execute(query.format(marks(keys)), keys)) != set(made[table]):
            yield f"a row of {table} is not what was written"


def _lists(db: sqlite3.Connection, known: frozenset[int]) -> Iterator[str]:
    """Every list of the index: in order, and of records there are."""
    for place, *both in db.execute("SELECT place, titles, bodies FROM posting"):
        for entries in both:
            keys = unpack(entries)[0] if isinstance(entries, bytes) else [-1]  # a wrong byte makes it a number
            if not (known.issuperset(keys) and all(part_of(place, key) for key in keys[:1])
                    and list(keys) == sorted(set(keys))):
                yield f"list {place} of the index is not what was written"
