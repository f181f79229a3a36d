"""Matching: the records that answer a query, whatever language their texts are in."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from content.folding import words
from content.language import GERMAN
from content.lexicon import Lexicon
from content.search.question import Asked
from content.search.ranking import MOST, Values, rarity, scores, values_of
from content.search.terms import Term, terms
from content.search.vocabulary import Vocabularies

# A text in the reader's language comes before an equal one in German, this before one in a third language.
OWN, NEAR, FAR = 1.0, 0.95, 0.8
# What a title adds that is made of words of the query only, in units of a term's rarity; and one that is the query.
_COVER = 0.5
_SAME = 0.5
_SPARE = 20


class Match(NamedTuple):
    """A record that answers: its score (about 1 at best), the language of the text that does, and whether that text
    was found by a guessed word."""

    score: float
    record: int
    language: str
    guessed: bool


class _Side(NamedTuple):
    """A query in one language of the copy: its terms, the value of each in each record, and how many texts there are.
    `nearness`: what a text counts beside an equal one in the reader's language."""

    language: str
    nearness: float
    texts: int
    terms: list[Term]
    values: list[Values]

    def guessed(self) -> set[int]:
        """Records that have a word which is not what was typed."""
        return {record for term, values in zip(self.terms, self.values, strict=True) if term.guessed
                for record in values}


class Matcher:
    """Matches queries with the texts of a copy."""

    def __init__(self, db: sqlite3.Connection, vocabularies: Vocabularies, lexicon: Lexicon) -> None:
        self._db = db
        self._vocabularies = vocabularies
        self._lexicon = lexicon

    def near(self, language: str) -> list[str]:
        """The languages of the copy that are searched first: the reader's own, and German."""
        own = (language, *((GERMAN,) if language != GERMAN else ("de-simple",)))
        return [code for code in own if code in self._vocabularies.languages]

    def unknown(self, asked: Sequence[Asked], language: str) -> list[int]:
        """The places of words that no language of the copy has anything for."""
        places = list(range(len(asked)))
        for code in (*self.near(language), *self._far(language)):
            if places:
                found = self._terms([asked[place] for place in places], code, language)
                places = [place for place, term in zip(places, found, strict=True) if not term]
        return places

    def matches(self, asked: Sequence[Asked], language: str, wanted: int) -> list[Match]:
        """The best matches, best first, one a record. Other languages than the reader's and German are searched only
        where these do not have enough."""
        best: dict[int, Match] = {}
        for codes in (self.near(language), self._far(language)):
            if len(best) < wanted:
                for match in self._in(codes, asked, language, wanted):
                    if match.record not in best or best[match.record] < match:
                        best[match.record] = match
        return nlargest(wanted, best.values())

    def _far(self, language: str) -> list[str]:
        return [code for code in self._vocabularies.languages if code not in self.near(language)]

    def _terms(self, asked: Sequence[Asked], code: str, language: str) -> list[Term]:
        return terms(asked, self._vocabularies[code], self._lexicon, language)

    def _in(self, codes: Sequence[str], asked: Sequence[Asked], language: str, wanted: int) -> Iterator[Match]:
        sides = [self._side(code, asked, language) for code in codes]
        factors = [_factor(sides, place, language) for place in range(len(asked))]
        most = MOST * sum(factors)
        for side in sides:
            found = scores(side.values, factors, wanted + _SPARE)
            guessed = side.guessed()
            top = nlargest(wanted + _SPARE, found, key=found.__getitem__)
            for record, cover in self._covers(top, side, asked):
                score = side.nearness * (found[record] + MOST * cover) / most
                yield Match(score, record, side.language, record in guessed)

    def _side(self, code: str, asked: Sequence[Asked], language: str) -> _Side:
        found = self._terms(asked, code, language)
        nearness = OWN if code == language else NEAR if code in self.near(language) else FAR
        return _Side(code, nearness, self._vocabularies[code].texts, found,
                     [values_of(self._db, term) for term in found])

    def _covers(self, records: Sequence[int], side: _Side, asked: Sequence[Asked]) -> Iterator[tuple[int, float]]:
        """How much of each record's title the query is."""
        code = side.language
        known = {variant.word for term in side.terms for variant in term.variants}
        typed = {word for asking in asked for word in words(asking.typed, code)}
        for record, title in self._db.execute(
                f"SELECT record, title FROM text WHERE record IN ({','.join('?' * len(records))}) AND language = ?",
                (*records, code)):
            said = words(title, code)
            share = sum(word in known for word in said) / len(said) if said else 0.0
            yield record, _COVER * share + (_SAME if typed.issuperset(said) and len(typed) == len(said) else 0.0)


def _factor(sides: Iterable[_Side], place: int, language: str) -> float:
    """How rare a word of the query is. All languages go by one measure, that of the language with most texts where it
    is known (the reader's own counts double), or few texts would make every word in them look rare."""
    known = [side for side in sides if side.values[place]]
    if not known:
        return 0.0
    widest = max(known, key=lambda side: side.texts * (1 + (side.language == language)))
    return rarity(widest.terms[place], widest.values[place], widest.texts)
