"""Words people use for topics and things, per language: what lets a search cross languages and know synonyms.

The tables beside this module (one file an area) and a city's own `lexicon.tsv` are compiled into the local copy,
so that a search looks up the few words it was asked and nothing is read at start.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from content.stemming import stem

__all__ = ["Lexicon", "Meaning", "longest"]

_LONGEST = 5
_ENDING = 3
_WELL_STEMMED = ("de", "de-simple", "en")
_SHORTEST_RESEMBLING = 4
_CONCEPT = " JOIN concept ON concept.key = concept WHERE language = ?"


class Meaning(NamedTuple):
    """A concept found in a query: the words from `start` up to `end` stand for it. `danger` is the topic of the help
    lines that come first for it, or empty."""

    start: int
    end: int
    concept: int
    topic: str
    danger: str


class Lexicon:
    """The concepts compiled into a copy."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.words = cache(self._words)

    def meanings(self, said: Sequence[str], language: str) -> list[Meaning]:
        """The concepts said by a row of folded words in a language; by the same words only those that are said in
        just these, if there are any, else those that are said in other forms of them."""
        spans: dict[str, list[tuple[int, str]]] = {}
        for start, word in enumerate(said):
            spans.setdefault(literal(word), []).append((start, word))
            for end in range(start + 1, min(start + _LONGEST, len(said)) + 1):
                spans.setdefault(stems(said[start:end], language), []).append((start, " ".join(said[start:end])))
        rows = self._db.execute(
            f"SELECT stems, words, concept, topic, danger FROM saying{_CONCEPT}"
            f" AND stems IN ({','.join('?' * len(spans))})", (language, *spans))
        found = [(words == typed, Meaning(start, start + key.count(" ") + 1, *concept))
                 for key, words, *concept in rows for start, typed in spans[key]]
        exact = {(meaning.start, meaning.end) for same, meaning in found if same}
        return [meaning for same, meaning in dict.fromkeys(found)
                if same or (meaning.start, meaning.end) not in exact]

    def resembling(self, word: str, language: str, place: int) -> list[Meaning]:
        """The concepts said by the one word that shares the beginning of a folded one and differs in its ending, where
        endings are many."""
        if language in _WELL_STEMMED:
            return []
        root = stem(word, language)
        same = root[:max(_SHORTEST_RESEMBLING, len(root) - 2)]
        rows = self._db.execute(
            f"SELECT stems, concept, topic, danger FROM saying{_CONCEPT}"
            " AND stems >= ? AND stems < ? AND instr(stems, ' ') = 0",
            (language, same, same + "\U0010ffff")).fetchall() if len(root) > _SHORTEST_RESEMBLING else []
        nearest = min((abs(len(row[0]) - len(root)) for row in rows), default=0)
        return [Meaning(place, place + 1, *concept) for said, *concept in rows
                if abs(len(said) - len(root)) == nearest <= _ENDING]

    def phrases(self, concepts: Iterable[int], language: str) -> list[tuple[str, ...]]:
        """The ways to say some concepts in a language, each as its folded words without stop words."""
        chosen = list(dict.fromkeys(concepts))
        if not chosen:
            return []
        rows = self._db.execute(
            f"SELECT words FROM term WHERE concept IN ({','.join('?' * len(chosen))})"
            " AND language = ? AND words <> ''", (*chosen, language))
        return [tuple(said.split()) for said, in rows]

    def starting(self, letters: str, language: str, limit: int) -> list[tuple[str, str]]:
        """Terms of a language that start with some folded letters, as written, each with the topic of its concept;
        plain terms first."""
        return list(self._db.execute(
            f"SELECT shown, topic FROM term{_CONCEPT} AND words >= ? AND words < ? ORDER BY position, length(words)"
            " LIMIT ?", (language, letters, letters + "\U0010ffff", limit)))

    def shown(self, word: str, language: str) -> str:
        """A folded word of the lexicon as it is written."""
        row = self._db.execute("SELECT shown FROM term WHERE language = ? AND words = ?", (language, word)).fetchone()
        return str(row[0]) if row else word

    def _words(self, language: str) -> list[str]:
        """The single words that say a concept in a language, folded."""
        return [word for word, in self._db.execute(
            "SELECT DISTINCT words FROM term WHERE language = ? AND words <> '' AND instr(words, ' ') = 0",
            (language,))]


def stems(said: Sequence[str], language: str) -> str:
    """By what a row of folded words is known in all its forms."""
    return " ".join(stem(word, language) for word in said)


def literal(word: str) -> str:
    """By what a folded word is known that has no other forms, as abbreviations do: "aid" is not AIDS."""
    return f"={word}"


def longest(meanings: Iterable[Meaning]) -> list[Meaning]:
    """All meanings of the longest spans, left to right: those that lie in no longer one. They may overlap: "German
    language classes" are of the German language, and language classes."""
    found = set(meanings)
    spans = {(meaning.start, meaning.end) for meaning in found}
    return sorted(meaning for meaning in found if not any(
        start <= meaning.start and meaning.end <= end and end - start > meaning.end - meaning.start
        for start, end in spans))
