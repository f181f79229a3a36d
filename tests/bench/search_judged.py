"""What the search finds of judged queries, beside SQLite's own full-text index and what others reach.

`python -m tests.bench.search_judged` prints the table of `docs/search.md`. The pages and queries are data of others
(`docs/search.md` names them); without them there is nothing to measure.
"""

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from content import wire
from content.folding import words
from content.indexing import row_of
from content.search import Search
from content.store import Store
from kiosk.folder import open_copy
from sync.feeds import source_for
from sync.snapshot import bring_in
from tests.bench.table import Row, p95, printed

ROOT = Path(__file__).resolve().parents[2]
REGION = "data/integreat-lkaugsburg"
FIRST = 5
LIMIT = 10
# The share that is to be found among the first five, and what MiniSearch 7.2 reaches on the same queries, set up as in
# Integreat's app (measured by the makers of the queries).
WANTED = {"question/de": 0.75, "keywords/de": 0.72, "typo/de": 0.68, "digraph/de": 0.72, "question/en": 0.90,
          "cross-ar/ar": 0.40, "cross-uk/uk": 0.40}
MINISEARCH = {"question/de": 0.12, "keywords/de": 0.48, "typo/de": 0.44, "digraph/de": 0.45, "question/en": 0.19,
              "cross-ar/ar": 0.0, "cross-uk/uk": 0.0}


class Asked(NamedTuple):
    """A judged query: its kind and language, and the end of the name of the one page that answers it."""

    kind: str
    language: str
    text: str
    page: str


class Reached(NamedTuple):
    """What was reached on one kind of query: the shares found among the first five, and the times in ms."""

    ours: float
    plain: float
    times: Sequence[float]


def shared() -> Path:
    """The folder of judged queries and pages."""
    return Path(os.environ.get("ANLAUFSTELLE_SHARED", ROOT.parent / "shared"))


def rows() -> Iterator[Row]:
    """A row a kind of query: the share that was missed among the first five (lower is better)."""
    folder = shared()
    if not (folder / "eval").is_dir():
        yield Row("judged queries", None, "", note=f"none at {folder} (set ANLAUFSTELLE_SHARED)")
        return
    times: list[float] = []
    for kind, reached in measured(folder).items():
        times += reached.times
        note = f"hit@5 {reached.ours:.2f}; plain FTS5 {reached.plain:.2f}, MiniSearch {MINISEARCH.get(kind, 0):.2f}"
        wanted = WANTED.get(kind)
        yield Row(f"missed in {FIRST}, {kind}", 100 * (1 - reached.ours), "%",
                  100 * (1 - wanted) if wanted else None, note=note)
    yield Row("judged query to hits, p95", p95(times), "ms", 16)


def measured(folder: Path) -> dict[str, Reached]:
    """All judged queries, answered by the search and by plain FTS5, by kind and language."""
    with TemporaryDirectory() as data:
        bring_in(open_copy(Path(data)), source_for("integreat", [str(folder / REGION)]))
        store = open_copy(Path(data))  # as the next start leaves it: without the starter
        search, plain = Search(store), Plain(store)
        found: dict[str, list[tuple[bool, bool, float]]] = defaultdict(list)
        for asked in _queries(folder):
            answer = search.find(asked.text, asked.language, LIMIT)
            ours = [hit.name for hit in answer.hits[:FIRST]]
            other = plain.find(asked.text, "en" if asked.language == "en" else "de")
            found[f"{asked.kind}/{asked.language}"].append((_has(ours, asked), _has(other, asked), answer.ms))
        store.close()
    return {kind: Reached(sum(ours for ours, _, _ in got) / len(got), sum(other for _, other, _ in got) / len(got),
                          [ms for *_, ms in got]) for kind, got in found.items()}


class Plain:
    """SQLite's full-text index as it comes: words and their beginnings, all of them, else any; titles count four
    times."""

    def __init__(self, store: Store) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE page USING fts5(title, body, name UNINDEXED, language UNINDEXED,"
                         " tokenize = 'unicode61 remove_diacritics 2')")
        for body in store.export():
            record = wire.decode(body)
            self._db.executemany("INSERT INTO page VALUES (?,?,?,?)", (
                (text.indexed.title, text.indexed.body, text.shown[-1] or record.id, text.indexed.language)
                for text in row_of(0, record, body, b"").texts))

    def find(self, query: str, language: str) -> list[str]:
        """The names of the first five."""
        typed = [f'"{word}"*' for word in words(query)]
        for glue in (" AND ", " OR "):
            rows = self._db.execute(
                "SELECT name FROM page WHERE page MATCH ? AND language = ? ORDER BY bm25(page, 4, 1) LIMIT ?",
                (glue.join(typed), language, FIRST)).fetchall()
            if rows:
                return [row[0] for row in rows]
        return []


def _queries(folder: Path) -> Iterator[Asked]:
    for line in (folder / "eval" / "queries.jsonl").read_text(encoding="utf-8").splitlines():
        query = json.loads(line)
        yield Asked(query["kind"], query["lang"], query["q"], query["path"])


def _has(names: Sequence[str], asked: Asked) -> bool:
    return any(name.endswith(asked.page) for name in names)


if __name__ == "__main__":
    print(printed(rows()))  # noqa: T201
