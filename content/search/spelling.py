"""Spelling: what a word that is nowhere in the copy may have been meant to be."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from content.folding import fold
from content.search.question import Asked
from content.search.vocabulary import Vocabularies

_SHORTEST = 4
_SHORT = 5
_MOST = 4


class Guess(NamedTuple):
    """A query as it may have been meant: its words, and how to show it, best first."""

    asked: list[Asked]
    shown: list[str]


def wrong_letters(word: str) -> int:
    """How many letters of a word may be wrong: none of a short one or a number, two of a long one."""
    if len(word) < _SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) <= _SHORT else 2


def guess(asked: Sequence[Asked], places: Iterable[int], languages: Sequence[str],
          vocabularies: Vocabularies) -> Guess:
    """The query with the words at `places` replaced by near words of some languages; without guesses for words that
    are near none."""
    words = list(asked)
    shown: list[str] = []
    for place in places:
        near = near_words(asked[place], languages, vocabularies)
        words[place] = asked[place]._replace(readings=tuple(near) or (asked[place].typed,), guessed=True)
    for rank in range(_MOST):
        said = " ".join(word.readings[min(rank, len(word.readings) - 1)] for word in words)
        if said != " ".join(word.typed for word in words) and said not in shown:
            shown.append(said)
    return Guess(words, shown)


def near_words(asked: Asked, languages: Sequence[str], vocabularies: Vocabularies) -> list[str]:
    """The words that are nearest to one as typed, as texts write them; those in more texts first."""
    found: dict[str, tuple[int, bool, int]] = {}
    for code in languages:
        word = fold(asked.typed, code)
        for near, distance in vocabularies[code].near(word, wrong_letters(word)):
            found[near.shown] = (distance, near.word[:1] != word[:1], -near.texts)
    nearest = min((distance for distance, *_ in found.values()), default=0)
    kept = [shown for shown, (distance, *_) in found.items() if distance == nearest]
    return sorted(kept, key=found.__getitem__)[:_MOST]
