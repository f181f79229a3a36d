"""From the words of a query to terms in one language of the copy."""

from collections.abc import Sequence

from content.folding import fold
from content.lexicon import Lexicon, Phrase
from content.search.question import Asked
from content.search.ranking import Term
from content.search.variants import PART, Variant, best, known_part, parts, variants
from content.search.vocabulary import Vocabulary

SYNONYM = 0.6
TRANSLATION = 0.9


def terms(asked: Sequence[Asked], vocabulary: Vocabulary, lexicon: Lexicon, language: str) -> list[Term]:
    """A term for each word of a query by somebody who speaks `language`; without variants where the language of
    the vocabulary has nothing for it."""
    concepts = {meaning.concept for word in asked for meaning in word.meanings}
    phrases = lexicon.terms(concepts, vocabulary.language) if concepts else []
    share = SYNONYM if vocabulary.language == language else TRANSLATION
    return [_term(word, vocabulary, [phrase for phrase in phrases if any(
        phrase.concept == meaning.concept for meaning in word.meanings)], share) for word in asked]


def _term(asked: Asked, vocabulary: Vocabulary, phrases: Sequence[Phrase], share: float) -> Term:
    word = fold(asked.text, vocabulary.language)
    found = literal(word, vocabulary, asked.unfinished)
    synonyms = [_times(variants(phrase.words[0], vocabulary, unfinished=False), share)
                for phrase in phrases if len(phrase.words) == 1]
    said = [(share, [variants(part, vocabulary, unfinished=False) for part in phrase.words])
            for phrase in phrases if len(phrase.words) > 1]
    return Term(best([*found, *(variant for synonym in synonyms for variant in synonym)]), said, asked.weight)


def literal(word: str, vocabulary: Vocabulary, unfinished: bool) -> list[Variant]:
    """The variants of a word, and if it is not there itself those of the parts it is made of."""
    found = variants(word, vocabulary, unfinished)
    if not any(variant.weight >= 0.9 for variant in found):
        for part in parts(word, vocabulary):
            found += _times(variants(part, vocabulary, unfinished=False), PART)
    return best(found)


def of_part(word: str, vocabulary: Vocabulary) -> list[Variant]:
    """The variants of the one part of a compound that is known."""
    part = known_part(word, vocabulary)
    return _times(variants(part, vocabulary, unfinished=False), PART) if part else []


def _times(found: Sequence[Variant], share: float) -> list[Variant]:
    return [variant._replace(weight=variant.weight * share) for variant in found]
