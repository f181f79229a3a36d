"""The index of words: which records hold a word in a language, and how much each text is about it.

For every word of a language there are two lists of records: those with the word in the title, and those that have it
in the body only. An entry is a number of 32 bits: the key of a record (below 2^24), and in the last byte a weight.
A list is in the order of keys, and lies in parts, one for each 4,096 keys: so a change rewrites only the parts of its
own words that its records are in, however many records there are.
"""

import sqlite3
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from operator import itemgetter

from content.batch import batches, marks
from content.stemming import stem
from content.tally import PART, IndexedText, Part, Tally

_ENTRY = 4
_PARTS = 24 - PART


def unpack(entries: bytes) -> tuple[Sequence[int], bytes]:
    """The keys of the records of a list, and the weight of the word in each."""
    keys = bytearray(len(entries))
    for place in range(_ENTRY - 1):
        keys[place::_ENTRY] = entries[place + 1::_ENTRY]
    return array("I", keys), entries[::_ENTRY]


def part_of(place: int, record: int) -> bool:
    """Whether a record belongs into the part of a list that lies at a place."""
    return place & ((1 << _PARTS) - 1) == record >> PART


class Edit:
    """A change of the index: texts are entered and taken out in any order, then all is written at once."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}

    def add(self, text: IndexedText) -> None:
        """Enter a text that is not in the index, or is taken out by the same change."""
        self._of(text.language).read(text)

    def remove(self, text: IndexedText) -> None:
        """Take out a text that is in the index exactly like this."""
        self._of(text.language).forget(text)

    def write(self, db: sqlite3.Connection) -> None:
        """Change the tables."""
        for tally in self._tallies.values():
            _write(db, tally)

    def _of(self, language: str) -> Tally:
        if language not in self._tallies:
            self._tallies[language] = Tally(language)
        return self._tallies[language]


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


def _write(db: sqlite3.Connection, tally: Tally) -> None:
    language = tally.language
    known = dict(_known(db, language, {word for part in tally.parts.values() for word in part.words()}))
    first: int = db.execute("SELECT coalesce(max(key), 0) + 1 FROM word").fetchone()[0]
    entering = {word for part in tally.parts.values() for word in part.entering()}
    fresh = dict(zip(sorted(entering - known.keys()), count(first), strict=False))
    texts, titles = _write_lists(db, tally, known, fresh)
    db.executemany("INSERT INTO word (key, language, word, stem, shown, texts, titles) VALUES (?,?,?,?,?,?,?)", (
        (key, language, word, stem(word, language), tally.shown[word], texts[word], titles[word])
        for word, key in fresh.items()))
    db.executemany("UPDATE word SET texts = texts + ?, titles = titles + ? WHERE key = ?", (
        (texts[word], titles[word], key) for word, key in known.items() if texts[word] or titles[word]))
    db.executemany("DELETE FROM word WHERE key = ? AND texts = 0", (
        (key,) for word, key in known.items() if texts[word] < 0))
    db.execute("INSERT INTO vocabulary VALUES (?1, ?2) ON CONFLICT DO UPDATE SET texts = texts + ?2",
               (language, tally.texts))
    db.execute("DELETE FROM vocabulary WHERE texts <= 0")


def _write_lists(db: sqlite3.Connection, tally: Tally, known: Mapping[str, int], fresh: Mapping[str, int]
                 ) -> tuple[defaultdict[str, int], defaultdict[str, int]]:
    """Change the parts of the lists; by how much the texts and the titles with each word become more."""
    texts: defaultdict[str, int] = defaultdict(int)
    titles: defaultdict[str, int] = defaultdict(int)
    changed: list[tuple[int, bytes, bytes]] = []
    for number, part in tally.parts.items():
        places = {word: (key << _PARTS) + number for word in part.words()
                  if (key := known.get(word) or fresh.get(word, 0))}
        before = _parts(db, [place for word, place in places.items() if word in known])
        for word, place in places.items():
            old = before.get(place, (b"", b""))
            new = _changed(part, word, *old)
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


def _changed(part: Part, word: str, titles: bytes, bodies: bytes) -> tuple[bytes, bytes]:
    """A part of the lists of a word as it is after the change."""
    gone = part.gone.get(word, ())
    return _merged(titles, gone, part.titles.get(word, ())), _merged(bodies, gone, part.bodies.get(word, ()))


def _merged(entries: bytes, gone: Iterable[int], new: Sequence[int]) -> bytes:
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
