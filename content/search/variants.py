"""Which words of the copy a typed word may stand for, and how surely.

What was typed comes before its inflections, these before words it begins, and these before compounds it is part of.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from content.search.vocabulary import Vocabulary, Word
from content.stemming import stem

# How much of the weight of an entry counts. The order is the promise; the numbers were found by measuring.
EXACT = 1.0
INFLECTED = 0.9
BEGUN = 0.85
HEAD = 0.5
INSIDE = 0.4
PART = 0.6
LINKS = ("", "s", "n", "en", "er", "e", "es")
_MOST_BEGUN = 40
_MOST_HOLDING = 40
_SHORTEST_PART = 3
_SHORTEST_HELD = 4
_LONG_ROOT = 6
_FEW_LETTERS = 2


class Variant(NamedTuple):
    """A word of the index that a typed word may stand for; `weight` is between 0 and 1. `everywhere` is false for
    words that only titles are searched for."""

    key: int
    word: str
    texts: int
    weight: float
    everywhere: bool = True


def variants(word: str, vocabulary: Vocabulary, unfinished: bool) -> list[Variant]:
    """The variants of a folded word as it was typed; `unfinished` if more letters may follow.

    One or two letters begin too many words: for these only titles are searched. What begins words and is none itself
    is not looked for inside words ("bürg" is not for Augsburg).
    """
    if not unfinished:
        return compounded(word, vocabulary)
    few = len(word) <= _FEW_LETTERS
    begun = [_variant(entry, BEGUN * (len(word) / len(entry.word)) ** 0.5, not few)
             for entry in vocabulary.starting(word, _MOST_BEGUN, in_titles=few)]
    whole = compounded(word, vocabulary) if not begun or vocabulary.stemmed(stem(word, vocabulary.language)) else []
    return best([*begun, *whole])


def compounded(word: str, vocabulary: Vocabulary) -> list[Variant]:
    """A folded word, its inflections, and longer words it is part of."""
    root = stem(word, vocabulary.language)
    forms = inflected(word, vocabulary)
    held = _holding(root if len(root) >= _SHORTEST_HELD else word, {word, *(form.word for form in forms)}, vocabulary)
    return best([*forms, *held])


def inflected(word: str, vocabulary: Vocabulary) -> list[Variant]:
    """A folded word and its inflections."""
    return [_variant(entry, EXACT if entry.word == word else INFLECTED)
            for entry in vocabulary.stemming(stem(word, vocabulary.language))]


def best(found: Iterable[Variant]) -> list[Variant]:
    """Each word once, with its best weight."""
    ordered = sorted(found, key=lambda variant: variant.weight)
    return list({variant.key: variant for variant in ordered}.values())


def parts(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The two parts of a compound whose parts are words of the index ("mieterberatung" → "mieter", "beratung");
    empty if it cannot be taken apart so. The longest first part wins."""
    if not vocabulary.compounding:
        return ()
    for cut in range(len(word) - 4, _SHORTEST_PART - 1, -1):
        if vocabulary.stemmed(stem(word[cut:], vocabulary.language)):
            for first in _unlinked(word[:cut]):
                if vocabulary.stemmed(stem(first, vocabulary.language)):
                    return first, word[cut:]
    return ()


def known_part(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The longest end of a compound, else its longest beginning, that is a word of the index."""
    if not vocabulary.compounding:
        return ()
    ends = (word[cut:] for cut in range(_SHORTEST_PART, len(word) - 4))
    beginnings = (word[:cut] for cut in range(len(word) - 1, 4, -1))
    return next(((part,) for part in (*ends, *beginnings)
                 if vocabulary.stemmed(stem(part, vocabulary.language))), ())


def _unlinked(first: str) -> Iterator[str]:
    for link in LINKS:
        if first.endswith(link) and len(first) - len(link) >= _SHORTEST_PART:
            yield first[:len(first) - len(link)]


def _holding(root: str, forms: Collection[str], vocabulary: Vocabulary) -> Iterator[Variant]:
    """Longer words that begin with a root, and in languages with compounds also those that end with a word of it or
    have a long root inside."""
    if len(root) < _SHORTEST_HELD or not root.isalpha():
        return
    for entry in vocabulary.holding(root, _MOST_HOLDING):
        at = entry.word.find(root)
        if at == 0:
            yield _variant(entry, BEGUN * INFLECTED * (len(root) / len(entry.word)) ** 0.5)
        elif vocabulary.compounding and at >= _SHORTEST_PART:
            if entry.word[at:] in forms:
                yield _variant(entry, HEAD)
            elif len(root) >= _LONG_ROOT:
                yield _variant(entry, HEAD if stem(entry.word[at:], vocabulary.language) == root else INSIDE)


def _variant(entry: Word, weight: float, everywhere: bool = True) -> Variant:
    return Variant(entry.key, entry.word, entry.texts, weight, everywhere)
