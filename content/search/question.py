"""What somebody typed, taken apart."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.folding import fold, tokens
from content.language import GERMAN
from content.lexicon import Lexicon, Meaning, longest
from content.lexicon.stopwords import stopwords
from content.stemming import stem

WEAK = 0.4
_ENGLISH = "en"


class Asked(NamedTuple):
    """A word of a query.

    `typed`: as it was typed. `readings`: what it is taken for; the same, or near words where it was `guessed`.
    `weight`: lower for words that are in many questions. `unfinished`: more letters may follow. `meanings`: the
    concepts of the lexicon it stands for, alone or with its neighbours.
    """

    typed: str
    readings: tuple[str, ...]
    weight: float
    unfinished: bool
    meanings: tuple[Meaning, ...]
    guessed: bool = False


def read(query: str, language: str, lexicon: Lexicon) -> list[Asked]:
    """The words of a query that say what is looked for; all of them where there are no others."""
    typed = [part for token in tokens(query, language) for part in token.split("-")]
    places = _content(typed, language)
    meanings = _meanings(typed, places, language, lexicon)
    weak = [stem(fold(typed[place], language), language) in stopwords(language).weak for place in places]
    last = len(typed) - 1 if query[-1:].isalnum() else -1
    return [Asked(typed[place], (typed[place],), WEAK if is_weak and not all(weak) else 1.0, place == last,
                  tuple(meaning for meaning in meanings if meaning.start <= place < meaning.end))
            for place, is_weak in zip(places, weak, strict=True)]


def _content(typed: Sequence[str], language: str) -> list[int]:
    """The places of words that are no stop words, each word once."""
    stop = stopwords(language).stop
    said = [place for place, word in enumerate(typed)
            if (len(word) > 1 or word.isdigit()) and fold(word, language) not in stop]
    return list({typed[place]: place for place in reversed(said or range(len(typed)))}.values())[::-1]


def _meanings(typed: Sequence[str], places: Sequence[int], language: str, lexicon: Lexicon) -> list[Meaning]:
    """Concepts in the language of the query; for words it has none for, in German and English, which many mix in;
    then by resemblance."""
    found: list[Meaning] = []
    for code in dict.fromkeys((language, GERMAN, _ENGLISH)):
        found += _uncovered(_said(typed, places, code, lexicon), found)
    resembling = (meaning for place in places
                  for meaning in lexicon.resembling(fold(typed[place], language), language, place))
    return [*found, *_uncovered(resembling, found)]


def _said(typed: Sequence[str], places: Sequence[int], language: str, lexicon: Lexicon) -> list[Meaning]:
    """Concepts said by all words as they stand, or by the words without stop words."""
    folded = [fold(word, language) for word in typed]
    plain = lexicon.meanings([folded[place] for place in places], language)
    return longest([*lexicon.meanings(folded, language), *(
        meaning._replace(start=places[meaning.start], end=places[meaning.end - 1] + 1) for meaning in plain)])


def _uncovered(meanings: Iterable[Meaning], known: Sequence[Meaning]) -> Iterator[Meaning]:
    covered = {place for meaning in known for place in range(meaning.start, meaning.end)}
    return (meaning for meaning in meanings if covered.isdisjoint(range(meaning.start, meaning.end)))
