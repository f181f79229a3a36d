"""Words people use for topics and things, per language: what lets a search cross languages and know synonyms.

The tables beside this module (one file an area) and a city's own `lexicon.tsv` are compiled into the local copy,
so that a search looks up the few words it was asked and nothing is read at start.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from content.folding import words
from content.lexicon.stopwords import stopwords
from content.lexicon.tables import Concept, read_tables, tables
from content.stemming import stem

__all__ = ["Lexicon", "Meaning", "Phrase", "compile_into"]

_FORMAT = 1  # one more whenever the same tables are compiled into different rows
LONGEST = 4


class Meaning(NamedTuple):
    """A concept found in a query: the words from `start` up to `end` stand for it."""

    start: int
    end: int
    concept: int
    topic: str
    danger: bool


class Phrase(NamedTuple):
    """A way to say a concept: `words` are its folded words without stop words; the first has `rank` 0."""

    concept: int
    rank: int
    words: tuple[str, ...]


class Lexicon:
    """The concepts compiled into a copy."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def meanings(self, stems: Sequence[str], language: str) -> list[Meaning]:
        """The concepts said by a row of stems in a language; of those that overlap only the longest."""
        spans: dict[str, list[int]] = {}
        for start in range(len(stems)):
            for end in range(start + 1, min(start + LONGEST, len(stems)) + 1):
                spans.setdefault(" ".join(stems[start:end]), []).append(start)
        found = [Meaning(start, start + key.count(" ") + 1, *concept) for key, *concept in self._db.execute(
            "SELECT stems, concept, topic, danger FROM term JOIN concept ON concept.key = concept"
            f" WHERE language = ? AND stems IN ({','.join('?' * len(spans))})", (language, *spans))
            for start in spans[key]]
        return _longest(found)

    def phrases(self, concepts: Iterable[int], language: str) -> list[Phrase]:
        """The ways to say some concepts in a language."""
        chosen = list(dict.fromkeys(concepts))
        rows = self._db.execute(
            "SELECT concept, position, words FROM term WHERE language = ?"
            f" AND concept IN ({','.join('?' * len(chosen))})", (language, *chosen))
        return [Phrase(concept, rank, tuple(said.split())) for concept, rank, said in rows]


def compile_into(db: sqlite3.Connection, city: Path | None = None) -> None:
    """Bring the lexicon in the copy up to date, in one transaction; nothing happens while no table has changed.

    `city`: a table of the city's own words; it may add concepts and words for known ones.
    """
    paths = [*tables(), *([city] if city and city.is_file() else [])]
    stamp = _stamp(paths)
    if db.execute("SELECT 1 FROM lexicon WHERE stamp = ?", (stamp,)).fetchone():
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        _replace(db, read_tables(paths))
        db.execute("INSERT INTO lexicon (stamp) VALUES (?)", (stamp,))
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def content_words(text: str, language: str) -> list[str]:
    """The folded words of a text without stop words; all of them where there are no others."""
    found = words(text, language)
    stop = stopwords(language).stop
    return [word for word in found if word not in stop] or found


def _replace(db: sqlite3.Connection, concepts: Sequence[Concept]) -> None:
    for table in ("lexicon", "term", "concept"):
        db.execute(f"DELETE FROM {table}")
    db.executemany("INSERT INTO concept (key, name, topic, danger) VALUES (?,?,?,?)", (
        (key, concept.name, concept.topic, concept.danger) for key, concept in enumerate(concepts, 1)))
    db.executemany("INSERT OR IGNORE INTO term (language, stems, concept, position, words) VALUES (?,?,?,?,?)", (
        (language, " ".join(stem(word, language) for word in said), key, rank, " ".join(said))
        for key, concept in enumerate(concepts, 1) for language, terms in concept.terms.items()
        for rank, said in enumerate(content_words(term, language) for term in terms) if said))


def _longest(meanings: Iterable[Meaning]) -> list[Meaning]:
    """All meanings of the longest spans, left to right, that do not overlap."""
    taken: set[int] = set()
    kept: list[Meaning] = []
    ordered = sorted(meanings, key=lambda meaning: (meaning.start - meaning.end, meaning.start))
    for (start, end), same in groupby(ordered, key=lambda meaning: (meaning.start, meaning.end)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept += same
    return sorted(kept)


def _stamp(paths: Iterable[Path]) -> str:
    states = [(path.name, state.st_size, state.st_mtime_ns) for path in paths for state in (path.stat(),)]
    return hashlib.blake2b(repr((_FORMAT, states)).encode(), digest_size=12).hexdigest()
