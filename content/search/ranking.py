"""Ranking: how well the texts of one language answer a query.

A text gets for each term the best weight of the words that may stand for it, times how rare the term is (as in BM25);
the sum is divided by what a text with all terms in its title would get, so that languages can be compared.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import log

from content.postings import entries_of, unpack
from content.search.terms import Term
from content.search.variants import Variant

Values = dict[int, int]
"""How much the text of each record is about a term, from 1 to `MOST`."""

MOST = 255
# Each further word of a term in a text adds its weight times what is left to MOST, through this.
FURTHER = 600
_SUREST = 0.85
_MANY = 400
_STEPS = 16


def scores(values: Sequence[Values], factors: Sequence[float], liked: Mapping[int, float], wanted: int,
           among: Collection[int] | None = None) -> dict[int, float]:
    """Records by the sum of their values for each term times the factor of the term, in no order; those that are
    `liked` times that number. Where there are many, those that cannot be among the best `wanted` may be left out."""
    if among is not None:
        values = [{record: value for record, value in found.items() if record in among} for found in values]
    weighed = sorted(zip(factors, values, strict=True), key=lambda pair: -pair[0])
    summed = _summed(weighed, wanted, max(liked.values(), default=1.0))
    for record in summed.keys() & liked.keys():
        summed[record] *= liked[record]
    return summed


def _summed(weighed: Sequence[tuple[float, Values]], wanted: int, most: float) -> dict[int, float]:
    """The scores of all records, terms that are rare first. Once what is left, `most` times, cannot lift a new record
    among the best, only known ones are looked up."""
    scores: dict[int, float] = {}
    left = sum(factor for factor, _ in weighed) * MOST
    for factor, values in weighed:
        if not scores:
            scores = {record: factor * value for record, value in values.items()}
        elif len(values) > _MANY and _reached(scores, wanted) > left * most:
            for record in scores.keys() & values.keys():
                scores[record] += factor * values[record]
        else:
            for record, value in values.items():
                scores[record] = scores.get(record, 0.0) + factor * value
        left -= factor * MOST
    return scores


def _reached(scores: dict[int, float], wanted: int) -> float:
    """The score of the last of the best."""
    return nlargest(wanted, scores.values())[-1] if len(scores) >= wanted else 0.0


def rarity(term: Term, values: Values, texts: int) -> float:
    """How rare a term is among so many texts: the inverse document frequency of BM25, of its surest words."""
    surest = max((variant.weight for variant in term.variants), default=MOST)
    frequency = min(len(values), sum(variant.texts for variant in term.variants if variant.weight >= _SUREST * surest)
                    or len(values))
    return term.weight * log(1 + (texts - frequency + 0.5) / (frequency + 0.5))


class Lists:
    """The lists of words in a copy. What was once read is kept: a meaning comes with each of the words that say it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._merged = cache(self._read)

    def values_of(self, term: Term) -> Values:
        """The best weight of a term in each record that has it."""
        values = self._merged(tuple(term.variants))
        if not term.phrases:
            return values
        values = dict(values)
        for weight, words in term.phrases:
            groups = [self._merged(tuple(group)) for group in words]
            for record in set(groups[0]).intersection(*groups[1:]):
                value = int(weight * sum(group[record] for group in groups) / len(groups))
                if value > values.get(record, 0):
                    values[record] = value
        return values

    def _read(self, variants: Sequence[Variant]) -> Values:
        """For each record with any of the words the weight of the best, and a share of what is left for each further
        one: a text about "Beratung" has many words with it."""
        weights = {variant.key: variant for variant in variants}
        lists: list[tuple[bytes, float]] = []
        for key, titles, bodies in entries_of(self._db, weights):
            lists.append((titles, weights[key].weight))
            if weights[key].everywhere:
                lists.append((bodies, weights[key].weight))
        lists.sort(key=lambda packed: -len(packed[0]))
        values: Values = dict(_weighted(*lists[0])) if lists else {}
        for packed, weight in lists[1:]:
            for record, value in _weighted(packed, weight):
                other = values.get(record, 0)
                values[record] = max(value, other) + (MOST - max(value, other)) * min(value, other) // FURTHER
        return values


def _weighted(entries: bytes, weight: float) -> Iterable[tuple[int, int]]:
    keys, weights = unpack(entries)
    return zip(keys, weights.translate(_scale(round(weight * _STEPS))), strict=True)


@cache
def _scale(steps: int) -> bytes:
    """A table that multiplies a byte by `steps` sixteenths."""
    return bytes(value * steps // _STEPS for value in range(256))
