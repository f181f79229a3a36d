"""From the words of a query to terms in one language of the copy."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.folding import fold
from content.lexicon import Lexicon
from content.search.question import Asked
from content.search.variants import INFLECTED, PART, Variant, best, compounded, inflected, known_part, parts, variants
from content.search.vocabulary import Vocabulary
from content.stemming import stem

# How much a synonym counts beside a word that texts have, and where they do not have it; a translation; and the same
# letters in another language where the word is known in the reader's own.
SYNONYM = 0.25
MISSING = 0.6
TRANSLATION = 0.9
FALSE_FRIEND = 0.3


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


def term(asked: Asked, vocabulary: Vocabulary, own: Vocabulary, lexicon: Lexicon) -> Term:
    """The term for a word of a query by somebody whose language is that of the vocabulary `own`; an empty one where the
    language of `vocabulary` has nothing for it."""
    native = vocabulary.language == own.language
    known = native or (vocabulary.compounding and own.compounding) or not _native(asked, own)
    found = _times([variant for reading in asked.readings for variant in _literal(reading, asked, vocabulary)],
                   1.0 if known else FALSE_FRIEND)
    said = []
    share, meant = (_synonym(found), inflected) if native else (TRANSLATION, compounded)
    for words in lexicon.phrases((meaning.concept for meaning in asked.meanings), vocabulary.language):
        if len(words) == 1:
            found += _times(meant(words[0], vocabulary), share)
        else:
            said.append((share, [inflected(word, vocabulary) for word in words]))
    return Term(best(found), [(weight, groups) for weight, groups in said if all(groups)], asked.weight, asked.guessed)


def _synonym(found: Sequence[Variant]) -> float:
    """How much synonyms count: little where texts have the word itself."""
    texts = sum(variant.texts for variant in found if variant.weight >= INFLECTED)
    return SYNONYM if texts else MISSING


def _native(asked: Asked, own: Vocabulary) -> bool:
    """Whether a word is one of the reader's own language, so that the same letters may mean something else in another
    (an English "gift" is no German "Gift")."""
    return asked.native or own.stemmed(stem(fold(asked.typed, own.language), own.language))


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
