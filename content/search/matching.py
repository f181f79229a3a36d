"""Matching: the records that answer a query, whatever language their texts are in."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from heapq import nlargest
from typing import NamedTuple

from content.batch import marks
from content.folding import fold, words
from content.language import GERMAN
from content.lexicon import Lexicon
from content.search.question import Asked
from content.search.ranking import MOST, Lists, Values, rarity, scores
from content.search.terms import Term, term
from content.search.variants import best
from content.search.vocabulary import Vocabularies, Vocabulary
from content.stemming import stem

# What a text counts beside an equal one in the reader's own language: in German or simple German, and in a third one.
OWN, NEAR, FAR = 1.0, 0.95, 0.5
TRANSLATED = 0.6
# What a title adds that is made of words of the query only: COVER in units of rarity, at most COVER_MOST of the score;
# and as much again for one that is the query. Words surer than half count whole.
COVER, COVER_MOST = 0.5, 0.2
KNOWN = 2.0
# How much more a record counts that lies under the topic which all words of the query speak of: who needs help with a
# phone wants a course, no help line whose text says "phone" and "help".
TOPICAL = 0.2
_SPARE = 20
_TITLES = ("SELECT record, title, EXISTS (SELECT 1 FROM text AS own WHERE own.record = text.record"
           " AND own.language = ?) FROM text WHERE language = ?")


class Match(NamedTuple):
    """A record that answers: its score (about 1 at best), and whether it was found by a guessed word."""

    score: float
    record: int
    guessed: bool


class _Side(NamedTuple):
    """A query in one language of the copy: its terms, and the value of each in each record."""

    vocabulary: Vocabulary
    terms: Sequence[Term]
    values: Sequence[Values]

    def guessed(self) -> set[int]:
        """Records that have a word which is not what was typed."""
        return {record for term, values in zip(self.terms, self.values, strict=True) if term.guessed
                for record in values}


class Matcher:
    """Matches the queries of somebody who reads `language` with the texts of a copy. `near` are the languages that are
    searched first, their own and German; `far` the others; `own` is theirs, texts in it or not."""

    def __init__(self, db: sqlite3.Connection, vocabularies: Vocabularies, lexicon: Lexicon, language: str) -> None:
        own = (language, "de-simple" if language == GERMAN else GERMAN)
        self.near = [vocabularies[code] for code in own if code in vocabularies.languages]
        self.far = [vocabularies[code] for code in vocabularies.languages if code not in own]
        self.own = vocabularies[language]
        self._db = db
        self._lists = Lists(db)
        self._lexicon = lexicon
        self.language = language
        self._valued = cache(self._values)

    def texts(self, asked: Sequence[Asked]) -> list[int]:
        """In how many texts each word of a query is, in the near languages; where it is in none, in the far ones."""
        sides = [self._side(vocabulary, asked) for vocabulary in self.near]
        return [max((len(side.values[place]) for side in sides), default=0) or self._far_texts(word.typed)
                for place, word in enumerate(asked)]

    def _far_texts(self, word: str) -> int:
        return max((entry.texts for vocabulary in self.far for entry in vocabulary.stemming(
            stem(fold(word, vocabulary.language), vocabulary.language))), default=0)

    def counts(self, asked: Sequence[Asked], records: Iterable[int]) -> dict[int, int]:
        """How many words of a query each of some records has, in the near languages."""
        sides = [self._side(vocabulary, asked) for vocabulary in self.near]
        return {record: sum(any(record in side.values[place] for side in sides) for place in range(len(asked)))
                for record in records}

    def matches(self, asked: Sequence[Asked], wanted: int, among: Collection[int] | None = None) -> list[Match]:
        """The best matches, best first, one a record, of all records or `among` some. Far languages are searched only
        where the near ones do not have enough, and add records only: the best are the same however many are wanted."""
        found = {match.record: match for match in self._in(self.near, asked, wanted, among)}
        if len(found) < wanted and among is None:
            for match in self._in([*self.near, *self.far], asked, wanted, among):
                found.setdefault(match.record, match)
        return nlargest(wanted, found.values(), key=lambda match: (match.score, -match.record))

    def _in(self, vocabularies: Iterable[Vocabulary], asked: Sequence[Asked], wanted: int,
            among: Collection[int] | None) -> Collection[Match]:
        """The best matches with the texts of some languages, one a record."""
        sides = [self._side(vocabulary, asked) for vocabulary in vocabularies]
        factors = [self._factor(sides, place) for place in range(len(asked))]
        topical = self._topical(asked)
        matches: dict[int, Match] = {}
        for side in sides:
            found = scores(side.values, factors, topical, wanted + _SPARE, among)
            guessed = side.guessed()
            whole = sum(factors) or 1.0
            top = nlargest(wanted + _SPARE, found, key=found.__getitem__)
            for record, cover, own in self._covers(top, side, asked):
                score = found[record] / MOST / whole + cover * min(COVER / whole, COVER_MOST)
                score *= self._nearness(side, own)
                if record not in matches or matches[record].score < score:
                    matches[record] = Match(score, record, record in guessed)
        return matches.values()

    def _topical(self, asked: Sequence[Asked]) -> dict[int, float]:
        """By what the score of each record is multiplied that lies under a topic which words of the query speak of."""
        topics = Counter(topic for word in asked for topic in {meaning.topic for meaning in word.meanings})
        rows = self._db.execute(
            f"SELECT record, topic FROM record_topic WHERE topic IN ({marks([*topics])})", [*topics])
        spoken: dict[int, int] = {}
        for record, topic in rows:
            spoken[record] = max(spoken.get(record, 0), topics[topic])
        return {record: 1 + TOPICAL * words / len(asked) for record, words in spoken.items()}

    def _side(self, vocabulary: Vocabulary, asked: Iterable[Asked]) -> _Side:
        read = [self._valued(vocabulary, word) for word in asked]
        return _Side(vocabulary, [term for term, _ in read], [values for _, values in read])

    def _values(self, vocabulary: Vocabulary, asked: Asked) -> tuple[Term, Values]:
        found = term(asked, vocabulary, self.own, self._lexicon)
        return found, self._lists.values_of(found)

    def _factor(self, sides: Iterable[_Side], place: int) -> float:
        """How rare a word of the query is. All languages go by one measure, that of the language with most texts where
        it is known (the reader's own counts double), or few texts would make every word in them look rare."""
        known = [side for side in sides if side.values[place]]
        if not known:
            return 0.0
        widest = max(known, key=lambda side: side.vocabulary.texts * (1 + (side.vocabulary is self.own)))
        return rarity(widest.terms[place], widest.values[place], widest.vocabulary.texts)

    def _nearness(self, side: _Side, own: bool) -> float:
        if side.vocabulary.language == self.language:
            return OWN
        if own:
            return TRANSLATED
        return NEAR if side.vocabulary in self.near else FAR

    def _covers(self, records: Sequence[int], side: _Side, asked: Sequence[Asked]
                ) -> Iterator[tuple[int, float, bool]]:
        """How much of each record's title the query is, and whether it has a text in the reader's own language."""
        language = side.vocabulary.language
        known = {variant.word: variant.weight for variant in best(
            variant for term in side.terms for variant in term.variants)}
        typed = {word for asking in asked for word in words(asking.typed, language)}
        rows = self._db.execute(
            f"{_TITLES} AND record IN ({','.join('?' * len(records))})", (self.language, language, *records))
        for record, title, own in rows:
            said = words(title, language)
            share = sum(min(1.0, KNOWN * known.get(word, 0.0)) for word in said) / len(said) if said else 0.0
            same = typed.issuperset(said) and len(typed) == len(said)
            yield record, share + same, bool(own)
