"""The words of the copy, language by language."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

_COLUMNS = "SELECT key, word, stem, shown, texts FROM word WHERE language = ? AND "
_MOST_NEAR = 12


class Word(NamedTuple):
    """A word of the index: folded, its stem, as a text writes it, and the number of texts that have it."""

    key: int
    word: str
    stem: str
    shown: str
    texts: int


class Vocabulary:
    """The words of one language; `texts` is how many texts there are in it."""

    def __init__(self, db: sqlite3.Connection, language: str) -> None:
        self._db = db
        self.language = language
        row = db.execute("SELECT texts, words FROM vocabulary WHERE language = ?", (language,)).fetchone()
        self.texts: int = row[0] if row else 0
        # Every word between line breaks, so that a word can be found by any of its letters.
        self._lines: str = f"\n{row[1]}\n" if row else "\n"

    @cached_property
    def _list(self) -> list[str]:
        return self._lines.split()

    def stemming(self, stem: str) -> list[Word]:
        """All words of a stem."""
        return self._words("stem = ?", (stem,))

    def stemmed(self, stem: str) -> bool:
        """Whether any word has that stem."""
        return self._db.execute("SELECT 1 FROM word WHERE language = ? AND stem = ? LIMIT 1",
                                (self.language, stem)).fetchone() is not None

    def starting(self, letters: str, limit: int) -> list[Word]:
        """Words that start with these letters, those in most texts first."""
        return self._words("word >= ? AND word < ? ORDER BY texts DESC LIMIT ?",
                           (letters, letters + "\U0010ffff", limit))

    def holding(self, part: str, limit: int) -> list[Word]:
        """Words with these letters anywhere, short ones first."""
        found: list[str] = []
        at = self._lines.find(part)
        while at >= 0:
            end = self._lines.index("\n", at)
            found.append(self._lines[self._lines.rindex("\n", 0, at) + 1:end])
            at = self._lines.find(part, end)
        return self.named(sorted(found, key=len)[:limit])

    def named(self, words: Sequence[str]) -> list[Word]:
        """Those of some folded words that are in the index."""
        return self._words(f"word IN ({','.join('?' * len(words))})", words) if words else []

    def near(self, word: str, distance: int) -> list[tuple[Word, int]]:
        """Words that differ in at most so many letters (each dropped, added, replaced or swapped with the next), with
        the number of letters; the nearest only."""
        if not distance:
            return []
        found = process.extract(word, self._list, scorer=OSA.distance, score_cutoff=distance, limit=_MOST_NEAR)
        nearest = min((off for _, off, _ in found), default=0)
        return [(near, int(nearest)) for near in self.named([near for near, off, _ in found if off == nearest])]

    def _words(self, condition: str, values: Iterable[object]) -> list[Word]:
        return [Word(*row) for row in self._db.execute(_COLUMNS + condition, (self.language, *values))]


class Vocabularies:
    """The vocabularies of a copy, each read when it is first asked for, and again when the copy has changed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._state: tuple[int, int] = (-1, -1)
        self._read: dict[str, Vocabulary] = {}
        self.languages: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Forget what was read if another connection or this one has written since."""
        state = (self._db.execute("PRAGMA data_version").fetchone()[0], self._db.total_changes)
        if state != self._state:
            self._state, self._read = state, {}
            self.languages = tuple(row[0] for row in self._db.execute(
                "SELECT language FROM vocabulary WHERE texts > 0 ORDER BY texts DESC, language"))

    def __getitem__(self, language: str) -> Vocabulary:
        if language not in self._read:
            self._read[language] = Vocabulary(self._db, language)
        return self._read[language]
