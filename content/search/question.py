"""What somebody typed, taken apart."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from content.folding import fold, tokens
from content.language import GERMAN
from content.lexicon import Lexicon, Meaning
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
    said = _content(query, language)
    stems = [stem(fold(word, language), language) for word in said]
    weak = stopwords(language).weak
    everything_weak = weak.issuperset(stems)
    meanings = list(_meanings(said, language, lexicon))
    last = len(said) - 1 if query[-1:].isalnum() else -1
    return [Asked(word, (word,), 1.0 if everything_weak or root not in weak else WEAK, place == last,
                  tuple(found for found in meanings if found.start <= place < found.end))
            for place, (word, root) in enumerate(zip(said, stems, strict=True))]


def _content(query: str, language: str) -> list[str]:
    typed = [part for token in tokens(query, language) for part in token.split("-")]
    stop = stopwords(language).stop
    said = [word for word in typed if (len(word) > 1 or word.isdigit()) and fold(word, language) not in stop]
    return list(dict.fromkeys(said or typed))


def _meanings(said: list[str], language: str, lexicon: Lexicon) -> Iterator[Meaning]:
    """Concepts in the language of the query; for words it has none for, in German and English, which many mix in."""
    covered: set[int] = set()
    for code in dict.fromkeys((language, GERMAN, _ENGLISH)):
        roots = [stem(fold(word, code), code) for word in said]
        found = [meaning for meaning in lexicon.meanings(roots, code) if covered.isdisjoint(_places(meaning))]
        covered.update(place for meaning in found for place in _places(meaning))
        yield from found


def _places(meaning: Meaning) -> Iterable[int]:
    return range(meaning.start, meaning.end)
