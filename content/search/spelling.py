"""Spelling: what a word that is nowhere in the copy, or hardly anywhere, may have been meant to be."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.folding import fold
from content.lexicon import Lexicon
from content.search.question import Asked
from content.search.vocabulary import SHORTEST, Vocabulary, nearest

_LONG = 6
_FEW_WORDS = 2000
_MOST = 4
_RARE = 2
_MORE = 5


class Guess(NamedTuple):
    """A query as it may have been meant: its words, and the ways to show it, best first (empty if nothing is near)."""

    asked: list[Asked]
    shown: list[str]


class _Near(NamedTuple):
    """A near word: how many letters differ, whether the first does, how rare it is, how it is written, and the
    language it is of."""

    distance: int
    first_differs: bool
    rareness: int
    shown: str
    language: str


def guess(asked: Sequence[Asked], texts: Sequence[int], vocabularies: Iterable[Vocabulary], lexicon: Lexicon) -> Guess:
    """The query with words that no text has replaced by near ones; if there are none, with words in one or two texts
    replaced by near ones in many more. `texts`: in how many texts each word is."""
    unknown = [place for place, count in enumerate(texts) if not count and not asked[place].meanings]
    rare = [place for place, count in enumerate(texts)
            if count <= _RARE and not asked[place].meanings and not asked[place].unfinished]
    words = list(asked)
    for place in unknown or rare:
        near = _near(asked[place], vocabularies, lexicon, 0 if unknown else _MORE * texts[place])
        if near or unknown:
            words[place] = _replaced(asked[place], near, lexicon)
    return Guess(words, list(_shown(words)))


def prepare(vocabularies: Iterable[Vocabulary], lexicon: Lexicon) -> None:
    """Read the words among which near ones are looked for."""
    for vocabulary in vocabularies:
        nearest("", [*vocabulary.words(), *lexicon.words(vocabulary.language)], 1)


def wrong_letters(word: str) -> int:
    """How many letters of a word may be wrong: none of a short one or a number, two of a long one."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG else 2


def _near(asked: Asked, vocabularies: Iterable[Vocabulary], lexicon: Lexicon, least: int) -> list[_Near]:
    """The nearest words in at least so many texts; those that begin like it and are in more texts first."""
    found = [near for vocabulary in vocabularies for near in _in(vocabulary, asked, lexicon, least)]
    distance = min((near.distance for near in found), default=0)
    return sorted(near for near in found if near.distance == distance)[:_MOST]


def _in(vocabulary: Vocabulary, asked: Asked, lexicon: Lexicon, least: int) -> Iterator[_Near]:
    """Near words of one language: of the index, and of the lexicon. Where the index has few words, or the word is in
    it, only one letter may be wrong."""
    language = vocabulary.language
    word = fold(asked.typed, language)
    distance = min(wrong_letters(word), 1 if least or len(vocabulary.words()) < _FEW_WORDS else 2)
    found = vocabulary.near(word, distance)
    if asked.unfinished and not found:
        found = vocabulary.near_beginnings(word, 1)
    for near, off in found:
        if near.texts >= least and near.word != word:
            yield _Near(off, near.word[:1] != word[:1], -near.texts, near.shown, language)
    if not least:
        for said, off in nearest(word, lexicon.words(language), wrong_letters(word)):
            yield _Near(off, said[:1] != word[:1], 0, lexicon.shown(said, language), language)


def _replaced(asked: Asked, near: Sequence[_Near], lexicon: Lexicon) -> Asked:
    meanings = (meaning for found in near for meaning in lexicon.meanings([fold(found.shown, found.language)],
                                                                          found.language))
    readings = tuple(dict.fromkeys(found.shown for found in near)) or (asked.typed,)
    return asked._replace(readings=readings, meanings=tuple(meanings), guessed=True)


def _shown(words: Sequence[Asked]) -> Iterable[str]:
    """The readings of the words that were guessed, each with the other words as typed."""
    typed = " ".join(word.typed for word in words)
    shown = (" ".join(word.readings[min(rank, len(word.readings) - 1)] for word in words) for rank in range(_MOST))
    return dict.fromkeys(query for query in shown if query != typed)
