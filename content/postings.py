"""The index of words: which records hold a word in a language, and how much each text is about it.

For every word of a language there are two lists of records: those with the word in the title, and those that have it
in the body only. An entry is a number of 32 bits: the key of a record (below 2^24), and in the last byte a weight.
A list is in the order of keys, and lies in parts, one for each 4,096 keys: so a change rewrites only the parts of its
own words that its records are in, however many records there are.
"""

import sqlite3
from array import array
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count, groupby
from operator import itemgetter
from typing import NamedTuple

from content.batch import batches, marks
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
_PART = 12  # bits of the key of a record that say its place in a part; the others say which part
_PARTS = 24 - _PART
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


def part_of(place: int, record: int) -> bool:
    """Whether a record belongs into the part of a list that lies at a place."""
    return place & ((1 << _PARTS) - 1) == record >> _PART


class _Part(NamedTuple):
    """What changes in one part of the lists: new entries by word, and the records that lose a word."""

    titles: defaultdict[str, list[int]]
    bodies: defaultdict[str, list[int]]
    gone: defaultdict[str, set[int]]

    def entering(self) -> set[str]:
        """The words that get entries."""
        return {*self.titles, *self.bodies}

    def words(self) -> set[str]:
        """All words whose lists change."""
        return {*self.entering(), *self.gone}

    def changed(self, word: str, titles: bytes, bodies: bytes) -> tuple[bytes, bytes]:
        """The lists of a word as they are after the change."""
        gone = self.gone.get(word, ()) if self.gone else ()
        return _changed(titles, gone, self.titles.get(word, ())), _changed(bodies, gone, self.bodies.get(word, ()))


class _Words(dict[str, str]):
    """How the texts of one language change: the parts of lists that do, how each word is written, and how many texts
    come or go.

    As a dictionary, the folded words of each piece of text between spaces, a line each, worked out once. Nearly every
    piece is one word, so that a text is counted without a step of Python for each of its words.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.shown: dict[str, str] = {}
        self.texts = 0
        self.parts: defaultdict[int, _Part] = defaultdict(
            lambda: _Part(defaultdict(list), defaultdict(list), defaultdict(set)))
        self._not_one: set[str] = set()

    def __missing__(self, piece: str) -> str:
        bare = piece.strip(_AROUND)
        self[piece] = found = self[bare] if bare and bare != piece else self._read(bare)
        return found

    def _read(self, piece: str) -> str:
        made = [form for token in tokens(piece, self.language) for form in forms(token, self.language)]
        for shown, form in made:
            self._show(form, shown)
        if len(made) == 1:
            return made[0][1]
        several = "\n".join(form for _, form in made)
        self._not_one.add(several)
        return several

    def _show(self, form: str, token: str) -> None:
        """Keep the way of writing a word that has fewest capitals: it stands at the start of sentences, too."""
        if form not in self.shown or _capitals(token) < _capitals(self.shown[form]):
            self.shown[form] = token

    def of(self, text: str) -> list[str]:
        """The words of a text, in order."""
        return [word for piece in text.split() for word in self[piece].splitlines()]

    def count(self, text: str) -> Counter[str]:
        """How often each word is in a text."""
        counts = Counter(map(self.__getitem__, text.split()))
        for several in self._not_one.intersection(counts):
            number = counts.pop(several)
            for word in several.splitlines():
                counts[word] += number
        return counts

    def read(self, text: IndexedText) -> None:
        """Enter a text into the lists of its words."""
        counts = self.count(text.body)
        if text.headings:
            for word in self.of(text.headings):
                counts[word] += HEADING - 1
        length = counts.total()
        part, entry, weights = self.parts[text.record >> _PART], text.record << 8, _weights(length)
        title = self.of(text.title)
        for word in dict.fromkeys(title):
            also = counts.pop(word, 0)
            length -= also
            part.titles[word].append(entry + _weight(TITLE * title.count(word) + also * _relative(length)))
        entries = [entry + weight for weight in weights[:_FEW]]
        bodies = part.bodies
        for word, number in counts.items():
            bodies[word].append(entries[number] if number < _FEW else entry + weights[min(number, _COUNTED)])
        self.texts += 1

    def forget(self, text: IndexedText) -> None:
        """Take a text out of the lists of its words."""
        gone = self.parts[text.record >> _PART].gone
        for word in {*self.of(text.body), *self.of(text.headings), *self.of(text.title)}:
            gone[word].add(text.record)
        self.texts -= 1


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


class Edit:
    """A change of the index: texts are entered and taken out in any order, then all is written at once."""

    def __init__(self) -> None:
        self._words: dict[str, _Words] = {}

    def add(self, text: IndexedText) -> None:
        """Enter a text that is not in the index, or is taken out by the same change."""
        self._of(text.language).read(text)

    def remove(self, text: IndexedText) -> None:
        """Take out a text that is in the index exactly like this."""
        self._of(text.language).forget(text)

    def write(self, db: sqlite3.Connection) -> None:
        """Change the tables."""
        for words in self._words.values():
            _write(db, words)

    def _of(self, language: str) -> _Words:
        if language not in self._words:
            self._words[language] = _Words(language)
        return self._words[language]


def entries_of(db: sqlite3.Connection, words: Collection[int]) -> Iterator[tuple[int, bytes, bytes]]:
    """The lists of some words by their keys: records with a word in the title, and in the body only."""
    if not words:
        return
    rows = db.execute(
        f"WITH wanted (word) AS (VALUES {','.join(['(?)'] * len(words))}) SELECT word, titles, bodies FROM wanted"
        f" CROSS JOIN posting ON place BETWEEN word << {_PARTS} AND (word << {_PARTS}) + {(1 << _PARTS) - 1}",
        list(words))
    for word, parts in groupby(rows, key=itemgetter(0)):
        titles, bodies = zip(*(row[1:] for row in parts), strict=True)
        yield word, b"".join(titles), b"".join(bodies)


def _write(db: sqlite3.Connection, words: _Words) -> None:
    language = words.language
    known = dict(_known(db, language, {word for part in words.parts.values() for word in part.words()}))
    first: int = db.execute("SELECT coalesce(max(key), 0) + 1 FROM word").fetchone()[0]
    entering = {word for part in words.parts.values() for word in part.entering()}
    fresh = dict(zip(sorted(entering - known.keys()), count(first), strict=False))
    texts, titles = _write_lists(db, words, known, fresh)
    db.executemany("INSERT INTO word (key, language, word, stem, shown, texts, titles) VALUES (?,?,?,?,?,?,?)", (
        (key, language, word, stem(word, language), words.shown[word], texts[word], titles[word])
        for word, key in fresh.items()))
    db.executemany("UPDATE word SET texts = texts + ?, titles = titles + ? WHERE key = ?", (
        (texts[word], titles[word], key) for word, key in known.items() if texts[word] or titles[word]))
    db.executemany("DELETE FROM word WHERE key = ? AND texts = 0", (
        (key,) for word, key in known.items() if texts[word] < 0))
    db.execute("INSERT INTO vocabulary VALUES (?1, ?2) ON CONFLICT DO UPDATE SET texts = texts + ?2",
               (language, words.texts))
    db.execute("DELETE FROM vocabulary WHERE texts <= 0")


def _write_lists(db: sqlite3.Connection, words: _Words, known: Mapping[str, int], fresh: Mapping[str, int]
                 ) -> tuple[defaultdict[str, int], defaultdict[str, int]]:
    """Change the parts of the lists; by how much the texts and the titles with each word become more."""
    texts: defaultdict[str, int] = defaultdict(int)
    titles: defaultdict[str, int] = defaultdict(int)
    changed: list[tuple[int, bytes, bytes]] = []
    for number, part in words.parts.items():
        places = {word: (key << _PARTS) + number for word in part.words()
                  if (key := known.get(word) or fresh.get(word, 0))}
        before = _parts(db, [place for word, place in places.items() if word in known])
        for word, place in places.items():
            old = before.get(place, (b"", b""))
            new = part.changed(word, *old)
            if new == old:
                continue
            changed.append((place, *new))
            more = len(new[0]) - len(old[0])
            titles[word] += more // _ENTRY
            texts[word] += (more + len(new[1]) - len(old[1])) // _ENTRY
    changed.sort()
    db.executemany("REPLACE INTO posting VALUES (?,?,?)", (row for row in changed if row[1] or row[2]))
    db.executemany("DELETE FROM posting WHERE place = ?", ((row[0],) for row in changed if not (row[1] or row[2])))
    return texts, titles


def _known(db: sqlite3.Connection, language: str, words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The keys of words that are in the index."""
    for some in batches(words):
        yield from db.execute(f"SELECT word, key FROM word WHERE language = ? AND word IN ({marks(some)})",
                              (language, *some))


def _parts(db: sqlite3.Connection, places: Sequence[int]) -> dict[int, tuple[bytes, bytes]]:
    """Parts of lists by their places."""
    return {place: (titles, bodies) for some in batches(places) for place, titles, bodies in db.execute(
        f"SELECT place, titles, bodies FROM posting WHERE place IN ({marks(some)})", some)}


def _changed(entries: bytes, gone: Iterable[int], new: Sequence[int]) -> bytes:
    """The entries without some records, and with some new ones."""
    if not entries:
        return array("I", sorted(new)).tobytes() if new else b""
    changed = array("I", entries)
    for record in gone:
        at = bisect_left(changed, record << 8)
        if at < len(changed) and changed[at] >> 8 == record:
            del changed[at]
    for entry in new:
        insort(changed, entry)
    return changed.tobytes()
