"""Ranking: how well the texts of one language answer a query.

A query is a list of terms, each with the words that may stand for it. A text gets for each term the best weight of
these words in it, times how rare the term is (as in BM25); the sum is divided by what a text with all terms in
its title would get, so that figures of different languages can be compared.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from content.postings import Entries
from content.search.variants import Variant

_STEPS = 16


class Term(NamedTuple):
    """A part of a query: the words that may stand for it, groups of words of which a text must have all (synonyms
    of several words), and how much the term counts beside others."""

    variants: Sequence[Variant]
    phrases: Sequence[tuple[float, Sequence[Sequence[Variant]]]]
    weight: float


def rank(db: sqlite3.Connection, terms: Sequence[Term], texts: int) -> dict[int, float]:
    """Records by how well their text answers (above 0, about 1 at best), in no order; `texts` is how many texts
    there are in the language."""
    scores: dict[int, float] = {}
    most = 0.0
    for term in terms:
        values = _values(db, term)
        factor = rarity(frequency(term, values), texts) * term.weight
        most += factor
        for record, value in values.items():
            scores[record] = scores.get(record, 0.0) + factor * value
    scale = 1 / (255 * most) if most else 0.0
    return {record: score * scale for record, score in scores.items()}


def frequency(term: Term, values: dict[int, int]) -> int:
    """In how many texts a term is: in those with its surest words."""
    surest = max((variant.weight for variant in term.variants), default=0.0)
    if not term.variants:
        return len(values)
    return min(len(values), sum(variant.texts for variant in term.variants if variant.weight >= 0.85 * surest))


def rarity(frequency: int, texts: int) -> float:
    """The inverse document frequency of BM25."""
    return log(1 + (texts - frequency + 0.5) / (frequency + 0.5))


def _values(db: sqlite3.Connection, term: Term) -> dict[int, int]:
    """The best weight of a term in each record that has it."""
    values = merged(db, term.variants)
    for weight, words in term.phrases:
        groups = [merged(db, group) for group in words]
        together = set(groups[0]).intersection(*groups[1:])
        for record in together:
            value = int(weight * sum(group[record] for group in groups) / len(groups))
            if value > values.get(record, 0):
                values[record] = value
    return values


def merged(db: sqlite3.Connection, variants: Iterable[Variant]) -> dict[int, int]:
    """For each record with any of the words the weight of the best. Words in bodies go by their order of weight;
    where a word is in the title, the better one counts."""
    ordered = sorted(variants, key=lambda variant: variant.weight)
    lists = {key: (titles, bodies) for key, titles, bodies in db.execute(
        f"SELECT word, titles, bodies FROM posting WHERE word IN ({','.join('?' * len(ordered))})",
        [variant.key for variant in ordered])}
    values: dict[int, int] = {}
    for variant in ordered:
        if variant.key in lists:
            values.update(_weighted(lists[variant.key][1], variant.weight))
    for variant in ordered:
        if variant.key in lists:
            for record, value in _weighted(lists[variant.key][0], variant.weight):
                if value > values.get(record, 0):
                    values[record] = value
    return values


def _weighted(packed: bytes, weight: float) -> Iterable[tuple[int, int]]:
    entries = Entries(packed)
    return zip(entries.keys, entries.weights.translate(_scale(round(weight * _STEPS))), strict=True)


@cache
def _scale(steps: int) -> bytes:
    """A table that multiplies a byte by `steps` sixteenths."""
    return bytes(value * steps // _STEPS for value in range(256))
