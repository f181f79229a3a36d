"""The words of the copy, language by language."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from content.lexicon.stopwords import stopwords

_COLUMNS = "SELECT key, word, stem, shown, texts FROM word WHERE language = ? AND "
_ALL = "SELECT group_concat(word, char(10)) FROM (SELECT word FROM word WHERE language = ? ORDER BY word)"
_MOST_NEAR = 12
_MOST_BEGINNING = 3
_REMEMBERED = 256
SHORTEST = 4
_COMPOUNDING = ("de", "de-simple")


class Word(NamedTuple):
    """A word of the index: folded, its stem, as a text writes it, and the number of texts that have it."""

    key: int
    word: str
    stem: str
    shown: str
    texts: int


class Vocabulary:
    """The words of one language; `texts` is how many texts there are in it, `compounding` whether it writes compounds
    as one word. Words that were looked up are remembered until the copy changes (`Vocabularies.forget`)."""

    def __init__(self, db: sqlite3.Connection, language: str) -> None:
        self._db = db
        self.language = language
        self.compounding = language in _COMPOUNDING
        row = db.execute("SELECT texts FROM vocabulary WHERE language = ?", (language,)).fetchone()
        self.texts: int = row[0] if row else 0
        self.stemming = lru_cache(_REMEMBERED)(self._stemming)
        self.holding = lru_cache(_REMEMBERED)(self._holding)

    def words(self) -> Sequence[str]:
        """All words, folded and in order."""
        return self._list

    @cached_property
    def _lines(self) -> str:
        """Every word between line breaks, so that a word can be found by any of its letters."""
        words: str | None = self._db.execute(_ALL, (self.language,)).fetchone()[0]
        return f"\n{words}\n" if words else "\n"

    @cached_property
    def _list(self) -> list[str]:
        return self._lines.split()

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(self._lines)

    def _stemming(self, stem: str) -> list[Word]:
        """All words of a stem."""
        return self._words("stem = ?", (stem,))

    def stemmed(self, stem: str) -> bool:
        """Whether any word has that stem."""
        return self._db.execute("SELECT 1 FROM word WHERE language = ? AND stem = ? LIMIT 1",
                                (self.language, stem)).fetchone() is not None

    def starting(self, letters: str, limit: int, *, in_titles: bool = False) -> list[Word]:
        """Words that start with these letters, those in most texts or titles first; no stop words."""
        column = "titles" if in_titles else "texts"
        found = self._words(f"word >= ? AND word < ? AND {column} > 0 ORDER BY {column} DESC LIMIT ?",
                            (letters, letters + "\U0010ffff", limit))
        stop = stopwords(self.language).stop
        return [word for word in found if word.word not in stop]

    def _holding(self, part: str, limit: int) -> list[Word]:
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
        """The words nearest to one, and the number of letters that differ: at most so many."""
        if len(set(word) - self._letters) > distance:
            return []
        found = dict(nearest(word, self._list, distance))
        return [(near, found[near.word]) for near in self.named(list(found))]

    def near_beginnings(self, word: str, distance: int) -> list[tuple[Word, int]]:
        """The words whose beginning is nearest to one that is not finished, those in most texts, and the number of
        letters that differ."""
        if not distance or len(set(word) - self._letters) > distance:
            return []
        lengths = range(len(word) - 1, len(word) + 2)
        beginnings = list(dict.fromkeys(
            each[:length] for length in lengths for each in self._list if len(each) > length))
        return [(near, off) for beginning, off in nearest(word, beginnings, distance)
                for near in self.starting(beginning, _MOST_BEGINNING)]

    def _words(self, condition: str, values: Iterable[object]) -> list[Word]:
        return [Word(*row) for row in self._db.execute(_COLUMNS + condition, (self.language, *values))]


def nearest(word: str, words: Sequence[str], distance: int) -> list[tuple[str, int]]:
    """Those of some folded words, other than the word itself, that differ least from it, and in how many letters (each
    dropped, added, replaced or swapped with the next); none that differ in more than `distance`, and none that are
    too short to tell."""
    if not distance:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA
    found = [(near, off) for near, off, _ in process.extract(
        word, words, scorer=OSA.distance, score_cutoff=distance, limit=_MOST_NEAR) if off and len(near) >= SHORTEST]
    least = min((off for _, off in found), default=0)
    return [(near, int(off)) for near, off in found if off == least]


class Vocabularies:
    """The vocabularies of a copy, each read when it is first asked for, and again when the copy has changed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._state: tuple[int, int] = (-1, -1)
        self._read: dict[str, Vocabulary] = {}
        self.languages: tuple[str, ...] = ()

    def refresh(self) -> bool:
        """Forget what was read if another connection or this one has written since, and say whether that was so."""
        state = (self._db.execute("PRAGMA data_version").fetchone()[0], self._db.total_changes)
        if state != self._state:
            self._state, self._read = state, {}
            self.languages = tuple(row[0] for row in self._db.execute(
                "SELECT language FROM vocabulary WHERE texts > 0 ORDER BY texts DESC, language"))
            return True
        return False

    def forget(self) -> None:
        """Forget every word that was looked up."""
        self._state, self._read = (-1, -1), {}

    def __getitem__(self, language: str) -> Vocabulary:
        if language not in self._read:
            self._read[language] = Vocabulary(self._db, language)
        return self._read[language]
