"""What somebody typed, taken apart."""

from typing import NamedTuple

from content.folding import fold, words
from content.language import GERMAN
from content.lexicon import Lexicon, Meaning
from content.lexicon.stopwords import stopwords
from content.stemming import stem

WEAK = 0.4
_ENGLISH = "en"


class Asked(NamedTuple):
    """A word of a query as typed; `weight` is lower for words that are in many questions; `unfinished` if more
    letters may follow; `meanings` are the concepts of the lexicon it stands for, alone or with its neighbours."""

    text: str
    weight: float
    unfinished: bool
    meanings: tuple[Meaning, ...]


def read(query: str, language: str, lexicon: Lexicon) -> list[Asked]:
    """The words of a query that say what is looked for; all of them where there are no others."""
    said = _content(query, language)
    stems = [stem(fold(word, language), language) for word in said]
    weak = stopwords(language).weak
    all_weak = all(root in weak for root in stems)
    meanings = _meanings(said, stems, language, lexicon)
    last = len(said) - 1 if query[-1:].isalnum() else -1
    return [Asked(word, 1.0 if all_weak or root not in weak else WEAK, place == last,
                  tuple(found for found in meanings if found.start <= place < found.end))
            for place, (word, root) in enumerate(zip(said, stems, strict=True))]


def _content(query: str, language: str) -> list[str]:
    typed = words(query)
    stop = stopwords(language).stop
    said = [word for word in typed if fold(word, language) not in stop and (len(word) > 1 or word.isdigit())]
    return list(dict.fromkeys(said or typed))


def _meanings(said: list[str], stems: list[str], language: str, lexicon: Lexicon) -> list[Meaning]:
    """Concepts in the language of the query; German and English words are known to all."""
    found = lexicon.meanings(stems, language)
    for other in (GERMAN, _ENGLISH):
        if other != language:
            covered = {place for meaning in found for place in range(meaning.start, meaning.end)}
            roots = [stem(fold(word, other), other) for word in said]
            found += [meaning for meaning in lexicon.meanings(roots, other)
                      if covered.isdisjoint(range(meaning.start, meaning.end))]
    return found
