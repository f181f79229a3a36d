"""The index of words: which records hold a word in a language, and how much each text is about it.

For every word of a language there are two lists of records: those with the word in the title, and those that have it
in the body only. An entry is a number of 32 bits: the key of a record (below 2^24), and in the last byte a weight.
The lists are unordered, so that they can be appended to; a record is removed by filtering the lists it is in.
"""

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
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
_ENTRY = 4
_COUNTED = 31
_FEW = 6
_AROUND = ".,;:!?()[]\"'„“”‚‘’«»…–،؛؟"


class IndexedText(NamedTuple):
    """A text as the index reads it: words of the body count once, of headings more, of the title most."""

    record: int
    language: str
    title: str
    headings: str
    body: str


def unpack(entries: bytes) -> tuple[Sequence[int], bytes]:
    """The keys of the records of a list, and the weight of the word in each."""
    keys = bytearray(len(entries))
    for place in range(_ENTRY - 1):
        keys[place::_ENTRY] = entries[place + 1::_ENTRY]
    return array("I", keys), entries[::_ENTRY]


class _Words(dict[str, tuple[str, ...]]):
    """The words new texts in one language have: how each is written, and the records that have it in title or body.

    As a dictionary, the folded words of each piece of text between spaces, worked out once.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.shown: dict[str, str] = {}
        self.titles: defaultdict[str, list[int]] = defaultdict(list)
        self.bodies: defaultdict[str, list[int]] = defaultdict(list)

    def __missing__(self, piece: str) -> tuple[str, ...]:
        bare = piece.strip(_AROUND)
        if bare != piece:
            found = self[bare] if bare else ()
        else:
            made = [form for token in tokens(piece, self.language) for form in forms(token, self.language)]
            for shown, form in made:
                self._show(form, shown)
            found = tuple([form for _, form in made])
        self[piece] = found
        return found

    def _show(self, form: str, token: str) -> None:
        """Keep the way of writing a word that has fewest capitals: it stands at the start of sentences, too."""
        if form not in self.shown or _capitals(token) < _capitals(self.shown[form]):
            self.shown[form] = token

    def count(self, text: str) -> Counter[str]:
        """How often each word is in a text."""
        return Counter(chain.from_iterable(map(self.__getitem__, text.split())))

    def read(self, text: IndexedText) -> None:
        """Enter a text into the lists of its words."""
        counts = self.count(text.body)
        if text.headings:
            for word, number in self.count(text.headings).items():
                counts[word] += number * (HEADING - 1)
        entry, weights = text.record << 8, _weights(counts.total())
        for word, number in self.count(text.title).items():
            also = counts.pop(word, 0) * _relative(counts.total())
            self.titles[word].append(entry + _weight(TITLE * number + also))
        entries = [entry + weight for weight in weights[:_FEW]]
        bodies = self.bodies
        for word, number in counts.items():
            bodies[word].append(entries[number] if number < _FEW else entry + weights[min(number, _COUNTED)])

    def packed(self, word: str) -> tuple[bytes, bytes]:
        """The lists of a word: records with it in the title, and in the body only."""
        return array("I", self.titles.get(word, ())).tobytes(), array("I", self.bodies.get(word, ())).tobytes()


def _relative(length: int) -> float:
    """What an occurrence counts in a text of so many words."""
    return 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * length / USUAL_LENGTH)


@lru_cache(maxsize=4096)
def _weights(length: int) -> tuple[int, ...]:
    """The weights of a word that is 0, 1, 2 … times in the body of a text of so many words."""
    return tuple(_weight(min(number * _relative(length), TITLE * BODY_MOST)) for number in range(_COUNTED + 1))


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
        _write(db, words)
        _count(db, language)


def remove(db: sqlite3.Connection, records: Iterable[int]) -> None:
    """Take records out of the index."""
    gone = frozenset(records)
    if not gone:
        return
    changed = list(_filtered(db, gone))
    db.executemany("UPDATE posting SET titles = ?, bodies = ? WHERE word = ?", changed)
    db.executemany("UPDATE word SET texts = ?, titles = ? WHERE key = ?", (
        (*_counts(titles, bodies), key) for titles, bodies, key in changed))
    db.execute("DELETE FROM posting WHERE word IN (SELECT key FROM word WHERE texts = 0)")
    db.execute("DELETE FROM word WHERE texts = 0")
    for (language,) in db.execute("SELECT language FROM vocabulary").fetchall():
        _count(db, language)
    db.execute("DELETE FROM vocabulary WHERE words = ''")


def _filtered(db: sqlite3.Connection, gone: frozenset[int]) -> Iterator[tuple[bytes, bytes, int]]:
    """The lists that have any of these records, without them."""
    for titles, bodies, key in db.execute("SELECT titles, bodies, word FROM posting"):
        if not (gone.isdisjoint(unpack(titles)[0]) and gone.isdisjoint(unpack(bodies)[0])):
            yield _without(titles, gone), _without(bodies, gone), key


def _without(entries: bytes, gone: frozenset[int]) -> bytes:
    return array("I", [entry for entry in array("I", entries) if entry >> 8 not in gone]).tobytes()


def _write(db: sqlite3.Connection, words: _Words) -> None:
    language = words.language
    known = dict(db.execute("SELECT word, key FROM word WHERE language = ?", (language,)))
    seen = sorted(words.titles.keys() | words.bodies.keys())
    first: int = db.execute("SELECT coalesce(max(key), 0) + 1 FROM word").fetchone()[0]
    _append(db, [(known[form], *words.packed(form)) for form in seen if form in known])
    fresh = [(key, form, *words.packed(form))
             for key, form in enumerate((form for form in seen if form not in known), first)]
    db.executemany("INSERT INTO word (key, language, word, stem, shown, texts, titles) VALUES (?,?,?,?,?,?,?)", (
        (key, language, form, stem(form, language), words.shown[form], *_counts(titles, bodies))
        for key, form, titles, bodies in fresh))
    db.executemany("INSERT INTO posting (word, titles, bodies) VALUES (?,?,?)", (
        (key, titles, bodies) for key, _, titles, bodies in fresh))


def _append(db: sqlite3.Connection, words: Iterable[tuple[int, bytes, bytes]]) -> None:
    for key, titles, bodies in words:
        old = db.execute("SELECT titles, bodies FROM posting WHERE word = ?", (key,)).fetchone()
        db.execute("UPDATE posting SET titles = ?, bodies = ? WHERE word = ?", (old[0] + titles, old[1] + bodies, key))
        db.execute("UPDATE word SET texts = texts + ?, titles = titles + ? WHERE key = ?",
                   (*_counts(titles, bodies), key))


def _counts(titles: bytes, bodies: bytes) -> tuple[int, int]:
    """How many texts and how many titles have a word, by its lists."""
    return (len(titles) + len(bodies)) // _ENTRY, len(titles) // _ENTRY


def _count(db: sqlite3.Connection, language: str) -> None:
    """Bring the list of a language's words up to date, with the number of its texts."""
    db.execute(
        "REPLACE INTO vocabulary (language, texts, words) SELECT ?1,"
        " (SELECT count(*) FROM text WHERE language = ?1),"
        " (SELECT coalesce(group_concat(word, char(10)), '')"
        " FROM (SELECT word FROM word WHERE language = ?1 ORDER BY word))", (language,))
