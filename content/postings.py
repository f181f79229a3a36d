"""The index of words: which records hold a word in a language, and how much each text is about it.

For every word of a language there are two lists of records: those with the word in the title, and those that have it
in the body only. An entry is the key of a record and a weight of one byte. Lists are unordered, so that they can
be appended to; a record is removed by filtering the lists it is in.
"""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from content.folding import forms, tokens
from content.stemming import stem

# A weight is frequency / (frequency + SATURATION), as in BM25 with b = LENGTH_SHARE against a text of USUAL_LENGTH
# words; a word in a title counts as TITLE occurrences, one in a heading as HEADING. A body alone never reaches a title
# (BODY_MOST of it). Found by measuring on judged queries (docs/search.md); little changes around these numbers.
SATURATION = 3.0
TITLE = 5.0
BODY_MOST = 0.98
HEADING = 2
LENGTH_SHARE = 0.6
USUAL_LENGTH = 300
_ENTRY = 5


class IndexedText(NamedTuple):
    """A text as the index reads it: words of the body count once, of headings more, of the title most."""

    record: int
    language: str
    title: str
    headings: str
    body: str


class Entries:
    """A list of records with the weight of a word in each; as bytes all keys (32 bit), then all weights."""

    __slots__ = ("keys", "weights")

    def __init__(self, packed: bytes = b"") -> None:
        size = len(packed) // _ENTRY * (_ENTRY - 1)
        self.keys = array("I", packed[:size])
        self.weights = bytearray(packed[size:])

    def __len__(self) -> int:
        return len(self.keys)

    def append(self, key: int, weight: int) -> None:
        """Add a record."""
        self.keys.append(key)
        self.weights.append(weight)

    def extend(self, other: "Entries") -> "Entries":
        """Add all records of another list."""
        self.keys.extend(other.keys)
        self.weights.extend(other.weights)
        return self

    def without(self, gone: Collection[int]) -> "Entries":
        """The list without those records."""
        kept = Entries()
        for key, weight in zip(self.keys, self.weights, strict=True):
            if key not in gone:
                kept.append(key, weight)
        return kept

    def packed(self) -> bytes:
        """The list as it is kept."""
        return self.keys.tobytes() + bytes(self.weights)


class _Word:
    """What new texts say of one word: how it is written, and the records that have it in title or body."""

    __slots__ = ("bodies", "shown", "titles")

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.titles = Entries()
        self.bodies = Entries()


class _Words(dict[str, tuple[str, ...]]):
    """The folded forms of each way a word of one language is written, worked out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.known: dict[str, _Word] = {}

    def __missing__(self, token: str) -> tuple[str, ...]:
        found = self[token] = forms(token, self.language)
        for form in found:
            word = self.known.setdefault(form, _Word(token if len(found) == 1 else form))
            if len(found) == 1 and _capitals(token) < _capitals(word.shown):
                word.shown = token
        return found

    def count(self, text: str) -> Counter[str]:
        """How often each word is in a text."""
        return Counter(chain.from_iterable(map(self.__getitem__, tokens(text, self.language))))

    def read(self, text: IndexedText) -> None:
        """Enter a text into the lists of its words."""
        known, key = self.known, text.record
        titles, counts = self.count(text.title), self.count(text.body)
        for word, number in self.count(text.headings).items():
            counts[word] += number * (HEADING - 1)
        length = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * counts.total() / USUAL_LENGTH)
        for word, number in titles.items():
            known[word].titles.append(key, _weight(TITLE * number + counts.pop(word, 0) * length))
        most = TITLE * BODY_MOST
        steps = [_weight(min(number * length, most)) for number in range(max(counts.values(), default=0) + 1)]
        for word, number in counts.items():
            known[word].bodies.append(key, steps[number])


def _weight(frequency: float) -> int:
    return max(1, round(255 * frequency / (frequency + SATURATION)))


def _capitals(token: str) -> int:
    return sum(map(str.isupper, token))


def add(db: sqlite3.Connection, texts: Iterable[IndexedText]) -> None:
    """Enter texts of records that are not in the index yet."""
    languages: dict[str, _Words] = {}
    for text in texts:
        if text.language not in languages:
            languages[text.language] = _Words(text.language)
        languages[text.language].read(text)
    for language, words in languages.items():
        _write(db, language, words.known)
        _count(db, language)


def remove(db: sqlite3.Connection, records: Iterable[int]) -> None:
    """Take records out of the index."""
    gone = frozenset(records)
    if not gone:
        return
    changed = list(_filtered(db, gone))
    db.executemany("UPDATE posting SET titles = ?, bodies = ? WHERE word = ?",
                   ((titles.packed(), bodies.packed(), key) for key, titles, bodies in changed))
    db.executemany("UPDATE word SET texts = ? WHERE key = ?",
                   ((len(titles) + len(bodies), key) for key, titles, bodies in changed))
    db.execute("DELETE FROM posting WHERE word IN (SELECT key FROM word WHERE texts = 0)")
    db.execute("DELETE FROM word WHERE texts = 0")
    for (language,) in db.execute("SELECT language FROM vocabulary").fetchall():
        _count(db, language)


def _filtered(db: sqlite3.Connection, gone: frozenset[int]) -> Iterator[tuple[int, Entries, Entries]]:
    for key, *lists in db.execute("SELECT word, titles, bodies FROM posting"):
        titles, bodies = map(Entries, lists)
        if not (gone.isdisjoint(titles.keys) and gone.isdisjoint(bodies.keys)):
            yield key, titles.without(gone), bodies.without(gone)


def _write(db: sqlite3.Connection, language: str, words: dict[str, _Word]) -> None:
    known = dict(db.execute("SELECT word, key FROM word WHERE language = ?", (language,)))
    _append(db, [(known[form], word) for form, word in words.items() if form in known])
    fresh = sorted(form for form in words if form not in known)
    first: int = db.execute("SELECT coalesce(max(key), 0) + 1 FROM word").fetchone()[0]
    db.executemany("INSERT INTO word (key, language, word, stem, shown, texts) VALUES (?,?,?,?,?,?)", (
        (key, language, form, stem(form, language), words[form].shown,
         len(words[form].titles) + len(words[form].bodies)) for key, form in enumerate(fresh, first)))
    db.executemany("INSERT INTO posting (word, titles, bodies) VALUES (?,?,?)", (
        (key, words[form].titles.packed(), words[form].bodies.packed()) for key, form in enumerate(fresh, first)))


def _append(db: sqlite3.Connection, words: Iterable[tuple[int, _Word]]) -> None:
    for key, word in words:
        kept = db.execute("SELECT titles, bodies FROM posting WHERE word = ?", (key,)).fetchone()
        titles, bodies = map(Entries, kept)
        db.execute("UPDATE posting SET titles = ?, bodies = ? WHERE word = ?",
                   (titles.extend(word.titles).packed(), bodies.extend(word.bodies).packed(), key))
        db.execute("UPDATE word SET texts = ? WHERE key = ?", (len(titles) + len(bodies), key))


def _count(db: sqlite3.Connection, language: str) -> None:
    """Bring the list of a language's words up to date, with the number of its texts."""
    db.execute(
        "REPLACE INTO vocabulary (language, texts, words) SELECT ?1,"
        " (SELECT count(*) FROM text WHERE language = ?1),"
        " (SELECT coalesce(group_concat(word, char(10)), '')"
        " FROM (SELECT word FROM word WHERE language = ?1 ORDER BY word))", (language,))
