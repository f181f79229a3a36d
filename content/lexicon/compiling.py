"""Compiling: the tables of the lexicon as rows of the local copy, where a search looks words up."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from content.folding import words
from content.language import GERMAN
from content.lexicon import literal, stems
from content.lexicon.stopwords import stopwords
from content.lexicon.tables import Concept, read_tables, tables
from content.transaction import writing

_FORMAT = 7  # one more whenever the same tables are compiled into different rows
_TABLES = ("lexicon", "concept", "term", "saying")


def compile_into(db: sqlite3.Connection, city: Path | None = None) -> None:
    """Bring the lexicon in the copy up to date, in one transaction; nothing happens while no table has changed.

    `city`: a table of the city's own words; it may add concepts and words for known ones.
    """
    paths = [*tables(), *([city] if city and city.is_file() else [])]
    stamp = _stamp(paths)
    if db.execute("SELECT 1 FROM lexicon WHERE stamp = ?", (stamp,)).fetchone():
        return
    concepts = read_tables(paths)
    with writing(db):
        _replace(db, concepts)
        db.execute("INSERT INTO lexicon (stamp) VALUES (?)", (stamp,))


def _replace(db: sqlite3.Connection, concepts: Sequence[Concept]) -> None:
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")
    db.executemany("INSERT INTO concept (key, name, topic, danger) VALUES (?,?,?,?)", (
        (key, concept.name, concept.topic, concept.danger) for key, concept in enumerate(concepts, 1)))
    said = [(key, language, rank, term) for key, concept in enumerate(concepts, 1)
            for language in concept.terms for rank, term in enumerate(_terms(concept, language))]
    db.executemany("INSERT INTO term (concept, language, position, words, shown) VALUES (?,?,?,?,?)", (
        (key, language, rank, " ".join(_searched(term, language)), term) for key, language, rank, term in said))
    db.executemany("INSERT OR IGNORE INTO saying (language, stems, concept, words) VALUES (?,?,?,?)", (
        (language, literal(row[0]) if term.isupper() and len(row) == 1 else stems(row, language), key, " ".join(row))
        for key, language, _, term in said for row in _sayings(term, language)))


def _terms(concept: Concept, language: str) -> Iterable[str]:
    """The words for a concept; readers of simple German know the German ones, too."""
    also = concept.terms[GERMAN] if language == "de-simple" else ()
    return dict.fromkeys((*concept.terms[language], *also))


def _sayings(term: str, language: str) -> Iterator[list[str]]:
    """The rows of folded words by which a term is known in a query: all of them, and without stop words, if that
    leaves enough to be meant ("nicht mehr leben" is not said by "leben")."""
    said = words(term, language)
    if said:
        yield said
    plain = _without_stopwords(said, language)
    if 1 < len(plain) < len(said):
        yield plain


def _searched(term: str, language: str) -> list[str]:
    """The folded words by which a term is found in texts; none where stop words are needed to know it."""
    said = words(term, language)
    plain = _without_stopwords(said, language)
    return plain if len(plain) > 1 or len(said) == 1 else []


def _without_stopwords(said: Sequence[str], language: str) -> list[str]:
    stop = stopwords(language).stop
    return [word for word in said if word not in stop] or list(said)


def _stamp(paths: Iterable[Path]) -> str:
    states = [(path.name, state.st_size, state.st_mtime_ns) for path in paths for state in (path.stat(),)]
    return hashlib.blake2b(repr((_FORMAT, states)).encode(), digest_size=12).hexdigest()
