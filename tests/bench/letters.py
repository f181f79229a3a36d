"""From a letter to results, beside SQLite's own full-text index asked for the same words.

`python -m tests.bench.letters DATA` prints rows.
"""

import json
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from content import wire
from content.indexing import row_of
from content.library import Library
from content.store import Store
from kiosk.folder import COPY
from tests.bench import rivals
from tests.bench.offers import LANGUAGES
from tests.bench.table import Row, p95

TITLES = 12  # of each language
LONGEST = 24  # letters
LIMIT = 20
REPEAT = 3
FRAME = 16  # ms
_RAW = "SELECT rowid, title, language FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT ?"


class Typed(NamedTuple):
    """What stands in the search field after a letter."""

    text: str
    language: str


def rows(library: Library) -> Iterator[Row]:
    """The times of all letters: both answers to each in turn."""
    raw = raw_index(library.store)
    ours, theirs = [], []
    for letters in typed(library.store.db):
        ours.append(_timed(partial(results, library, letters)))
        theirs.append(_timed(partial(raw_results, raw, letters.text)))
    note = f"{len(ours)} letters in {len(LANGUAGES)} languages; medians {median(ours):.1f} and {median(theirs):.1f} ms"
    yield Row("letter to results, p95", p95(ours), "ms", FRAME, note=note)
    yield Row("letter to results, p95", p95(ours), "ms", 2, "raw FTS5", p95(theirs))


def typed(db: sqlite3.Connection) -> Iterator[Typed]:
    """Titles of the copy as they are typed: every letter from the second on."""
    chance = random.Random(1)
    for language in LANGUAGES:
        titles = db.execute("SELECT title FROM text WHERE language = ? ORDER BY key", (language,)).fetchall()
        for (title,) in chance.sample(titles, TITLES):
            ends = range(2, min(len(title), LONGEST) + 1)
            yield from (Typed(title[:end], language) for end in ends if title[end - 1].isalnum())


def results(library: Library, letters: Typed) -> int:
    """The rows the list shows for what was typed."""
    hits = library.search.find(letters.text, letters.language, LIMIT).hits
    return len(library.browse.rows(library.browse.keys([hit.id for hit in hits]), letters.language))


def raw_index(store: Store) -> sqlite3.Connection:
    """The texts of the copy in an FTS5 table in memory."""
    raw = sqlite3.connect(":memory:")
    raw.execute(rivals.RAW_INDEX)
    texts = (text.indexed for body in store.export() for text in row_of(0, wire.decode(body), body, b"").texts)
    raw.executemany("INSERT INTO raw VALUES (?,?,?)", ((text.title, text.body, text.language) for text in texts))
    raw.execute("INSERT INTO raw (raw) VALUES ('optimize')")
    return raw


def raw_results(raw: sqlite3.Connection, text: str) -> int:
    """What FTS5 finds when the last word may go on; best by its BM25 first."""
    query = " ".join(f'"{word}"' for word in text.replace('"', " ").split())
    return len(raw.execute(_RAW, (f"{query}*", LIMIT)).fetchall())


def _timed(act: Callable[[], object]) -> float:
    """The median of a few runs, in milliseconds."""
    times = []
    for _ in range(REPEAT):
        started = perf_counter()
        act()
        times.append((perf_counter() - started) * 1000)
    return median(times)


def main(folder: str) -> None:
    """Print every row as a line of JSON."""
    for row in rows(Library(Store(Path(folder) / COPY, read_only=True))):
        sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
