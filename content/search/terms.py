"""From the words of a query to terms in one language of the copy."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.folding import fold
from content.lexicon import Lexicon, Phrase
from content.search.question import Asked
from content.search.variants import INFLECTED, PART, Variant, best, compounded, inflected, known_part, parts, variants
from content.search.vocabulary import Vocabulary

# How much a synonym in the same language counts beside the word itself, and a translation where there is only that.
SYNONYM = 0.6
TRANSLATION = 0.9


class Term(NamedTuple):
    """A word of a query in one language: the words of the index that may stand for it, and synonyms of several words,
    of which a text must have all. `weight`: how much it counts beside the other words. `guessed`: it is not what was
    typed."""

    variants: Sequence[Variant]
    phrases: Sequence[tuple[float, Sequence[Sequence[Variant]]]]
    weight: float
    guessed: bool

    def __bool__(self) -> bool:
        return bool(self.variants or self.phrases)


def terms(asked: Sequence[Asked], vocabulary: Vocabulary, lexicon: Lexicon, language: str) -> list[Term]:
    """A term for each word of a query by somebody who speaks `language`; an empty one where the language of the
    vocabulary has nothing for it."""
    concepts = {meaning.concept for word in asked for meaning in word.meanings}
    phrases = lexicon.phrases(concepts, vocabulary.language) if concepts else []
    share = SYNONYM if vocabulary.language == language else TRANSLATION
    return [_term(word, vocabulary, _of(word, phrases), share) for word in asked]


def _of(word: Asked, phrases: Iterable[Phrase]) -> list[Phrase]:
    meant = {meaning.concept for meaning in word.meanings}
    return [phrase for phrase in phrases if phrase.concept in meant]


def _term(asked: Asked, vocabulary: Vocabulary, phrases: Sequence[Phrase], share: float) -> Term:
    found = [variant for reading in asked.readings for variant in _literal(reading, asked, vocabulary)]
    said = []
    meant = inflected if share == SYNONYM else compounded
    for phrase in phrases:
        first, *others = (meant(word, vocabulary) for word in phrase.words)
        if others:
            said.append((share, [first, *others]))
        else:
            found += _times(first, share)
    return Term(best(found), [(weight, groups) for weight, groups in said if all(groups)], asked.weight, asked.guessed)


def _literal(reading: str, asked: Asked, vocabulary: Vocabulary) -> Iterator[Variant]:
    """The variants of a word, and if it is not there itself those of the parts it is made of."""
    word = fold(reading, vocabulary.language)
    found = variants(word, vocabulary, asked.unfinished and not asked.guessed)
    yield from found
    if not any(variant.weight >= INFLECTED for variant in found):
        known = parts(word, vocabulary) or known_part(word, vocabulary) if asked.guessed else parts(word, vocabulary)
        for part in known:
            yield from _times(compounded(part, vocabulary), PART)


def _times(found: Iterable[Variant], share: float) -> list[Variant]:
    return [variant._replace(weight=variant.weight * share) for variant in found]
