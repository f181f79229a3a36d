"""What somebody typed, taken apart."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from content.folding import fold, tokens
from content.language import GERMAN
from content.lexicon import Lexicon, Meaning, longest
from content.lexicon.stopwords import stopwords
from content.stemming import stem

WEAK = 0.4
_MOST_LETTERS = 500
_MOST_WORDS = 32
_ENGLISH = "en"


class Asked(NamedTuple):
    """A word of a query.

    `typed`: as it was typed. `readings`: what it is taken for; the same, or near words where it was `guessed`.
    `weight`: lower for words that are in many questions. `unfinished`: more letters may follow. `meanings`: the
    concepts of the lexicon it stands for, alone or with its neighbours. `native`: it is known to be a word of the
    reader's own language.
    """

    typed: str
    readings: tuple[str, ...]
    weight: float
    unfinished: bool
    meanings: tuple[Meaning, ...]
    native: bool = False
    guessed: bool = False


def read(query: str, language: str, lexicon: Lexicon) -> list[Asked]:
    """The words of a query that say what is looked for; all of them where there are no others. What goes on for longer
    than any question is cut off."""
    parts = [part for token in tokens(query[:_MOST_LETTERS], language) for part in token.split("-") if part]
    typed = parts[:_MOST_WORDS]
    places = _content(typed, language)
    weak = _weak(typed, places, language)
    own = _meant(_said(typed, places, language, lexicon), weak)
    meanings = [*own, *_other(typed, places, weak, own, language, lexicon)]
    last = len(typed) - 1 if query[-1:].isalnum() else -1
    return [Asked(typed[place], (typed[place],), WEAK if place in weak else 1.0, place == last,
                  _at(place, meanings), place in weak or bool(_at(place, own))) for place in places]


def _content(typed: Sequence[str], language: str) -> list[int]:
    """The places of words that are no stop words, each word once."""
    stop = stopwords(language).stop
    said = [place for place, word in enumerate(typed)
            if (len(word) > 1 or word.isdigit()) and fold(word, language) not in stop]
    return list({typed[place]: place for place in reversed(said or range(len(typed)))}.values())[::-1]


def _weak(typed: Sequence[str], places: Sequence[int], language: str) -> set[int]:
    """The places of words that are in many questions, if there are others."""
    weak = stopwords(language).weak
    found = {place for place in places if stem(fold(typed[place], language), language) in weak}
    return found if len(found) < len(places) else set()


def _meant(meanings: Iterable[Meaning], weak: Collection[int]) -> list[Meaning]:
    """The meanings without those of a weak word alone."""
    return [meaning for meaning in meanings if meaning.end - meaning.start > 1 or meaning.start not in weak]


def _at(place: int, meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return tuple(meaning for meaning in meanings if meaning.start <= place < meaning.end)


def _other(typed: Sequence[str], places: Sequence[int], weak: Collection[int], own: Sequence[Meaning],  # noqa: PLR0913, PLR0917
           language: str, lexicon: Lexicon) -> list[Meaning]:
    """Concepts of words for which the language of the query has none: in German and English, which many mix in, then
    by resemblance."""
    found = list(own)
    for code in (GERMAN, _ENGLISH):
        if code != language:
            found += _uncovered(_meant(_said(typed, places, code, lexicon), weak), found)
    resembling = (meaning for place in places if place not in weak
                  for meaning in lexicon.resembling(fold(typed[place], language), language, place))
    return [*found[len(own):], *_uncovered(resembling, found)]


def _said(typed: Sequence[str], places: Sequence[int], language: str, lexicon: Lexicon) -> list[Meaning]:
    """Concepts said by words as they stand, all or those at some places."""
    folded = [fold(word, language) for word in typed]
    plain = lexicon.meanings([folded[place] for place in places], language)
    return longest([*lexicon.meanings(folded, language), *(
        meaning._replace(start=places[meaning.start], end=places[meaning.end - 1] + 1) for meaning in plain)])


def _uncovered(meanings: Iterable[Meaning], known: Sequence[Meaning]) -> Iterator[Meaning]:
    covered = {place for meaning in known for place in range(meaning.start, meaning.end)}
    return (meaning for meaning in meanings if covered.isdisjoint(range(meaning.start, meaning.end)))
