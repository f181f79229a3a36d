"""What texts say, word by word: the entries of a change of the index, before they are in any list."""

from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from content.folding import forms, tokens

# A weight is frequency / (frequency + SATURATION), as in BM25 with b = LENGTH_SHARE against a text of USUAL_LENGTH
# words; a word in a title counts as TITLE occurrences, one in a heading as HEADING. A body alone never reaches a title
# (BODY_MOST of it). Found by measuring on judged queries (docs/search.md); little changes around these numbers.
SATURATION = 3.0
TITLE = 5.0
BODY_MOST = 0.98
HEADING = 2
LENGTH_SHARE = 0.6
USUAL_LENGTH = 300
PART = 12
"""Bits of the key of a record that say its place in a part of the lists; the others say which part."""

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


class Part(NamedTuple):
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


class Tally(dict[str, str]):
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
        self.parts: defaultdict[int, Part] = defaultdict(
            lambda: Part(defaultdict(list), defaultdict(list), defaultdict(set)))
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
        part, entry, weights = self.parts[text.record >> PART], text.record << 8, _weights(length)
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
        gone = self.parts[text.record >> PART].gone
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
