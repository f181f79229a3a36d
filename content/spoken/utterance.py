"""A sentence as it is said, and where each of its words stands in the text as written."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_RUN = re.compile(r"\S+")


class Word(NamedTuple):
    """A spoken word: `at` and `size` in the utterance's text, `start` and `length` in the block's text.

    Words that stand for the same stretch of the block ("8 Uhr 30" for "8:30 Uhr") name the same place.
    """

    at: int
    size: int
    start: int
    length: int


class Utterance(NamedTuple):
    """A sentence of a block: the text for the voice, its place in the block, and its words in order.

    All places are in characters of `Block.text`; those of the words rise and lie inside the sentence's.
    """

    text: str
    start: int
    length: int
    words: tuple[Word, ...]


class Stretch(NamedTuple):
    """A piece of the written text and what is said for it; None: what is written."""

    start: int
    end: int
    said: str | None = None


def align(source: str, stretches: list[Stretch]) -> Utterance:
    """The utterance for consecutive `stretches` of `source`, which need not begin at its first character."""
    spoken: list[str] = []
    places: list[tuple[int, int]] = []
    for stretch in stretches:
        if stretch.said is None:
            spoken.append(source[stretch.start:stretch.end])
            places.extend((place, place + 1) for place in range(stretch.start, stretch.end))
        else:
            spoken.append(stretch.said)
            places.extend([_trimmed(source, stretch)] * len(stretch.said))
    text = "".join(spoken)
    start, end = stretches[0].start, stretches[-1].end
    return Utterance(text, start, end - start, tuple(_words(text, places)))


def _words(text: str, places: list[tuple[int, int]]) -> Iterator[Word]:
    for run in _RUN.finditer(text):
        heard = [index for index in range(*run.span()) if not _silent(text[index])]
        if heard:
            first, last = heard[0], heard[-1]
            start = min(places[index][0] for index in heard)
            end = max(places[index][1] for index in heard)
            yield Word(first, last - first + 1, start, end - start)


def _silent(character: str) -> bool:
    """Whether a sign at the edge of a word belongs to the sentence and not to the word."""
    return unicodedata.category(character)[0] in "PZC" and character not in "%&@§"


def _trimmed(source: str, stretch: Stretch) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    written = source[stretch.start:stretch.end]
    start = stretch.start + len(written) - len(written.lstrip())
    return start, max(start, stretch.start + len(written.rstrip()))
