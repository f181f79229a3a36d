"""Sorting the words of a feed (categories, tags, titles) into topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from content.topics.rules import Kind, Rule, RuleBook, fold, parse

MOST = 4
"""So many ids at most are given to one offer."""


class _Hit(NamedTuple):
    topic: str
    weak: bool


class Sorter:
    """Sorts by a fixed set of rules; made once, then quick."""

    def __init__(self, book: RuleBook, parents: Mapping[str, str | None]) -> None:
        """`parents`: id of every topic (None) and subtopic (its topic). Rules for other ids are left out."""
        self._parents = parents
        known = [rule for rule in book.rules if rule.topic in parents]
        general = _Words((rule for rule in known if not rule.feed), book.ignore)
        self._words = {"": general}
        for feed in {rule.feed for rule in known if rule.feed}:
            self._words[feed] = _Words((rule for rule in known if rule.feed == feed), (), general)

    def sort(self, labels: Iterable[str], feed: str = "") -> list[str]:
        """Topic ids for these labels, see `content.topics.sort_into_topics`."""
        words = self._words.get(feed) or self._words[""]
        hits = [self._hits(label, words) for label in labels]
        strong = any(not hit.weak for found in hits for hit in found)
        scores: Counter[str] = Counter()
        for found in hits:
            scores.update(self._points(hit.topic for hit in found if not (strong and hit.weak)))
        return self._best(scores)

    def _hits(self, label: str, words: _Words) -> tuple[_Hit, ...]:
        return (_Hit(label, weak=False),) if label in self._parents else words.find(label)

    def _points(self, topics: Iterable[str]) -> dict[str, int]:
        """What one label says: words for a subtopic weigh more than those for a topic, often a heading."""
        points: dict[str, int] = {}
        for topic in topics:
            parent = self._parents[topic]
            points[topic] = max(points.get(topic, 0), 2 if parent else 1)
            if parent:
                points[parent] = 2
        return points

    def _best(self, scores: Mapping[str, int]) -> list[str]:
        """Topics by score, each after its best subtopic; if there is room, after its other subtopics, too."""
        ranked = sorted(scores, key=lambda topic: -scores[topic])
        groups: dict[str, list[str]] = {topic: [] for topic in ranked if self._parents[topic] is None}
        for topic in ranked:
            groups.get(self._parents[topic] or "", []).append(topic)
        taken: dict[str, int] = {}
        for root, subtopics in groups.items():
            room = MOST - len(taken) - sum(taken.values())
            if room:
                taken[root] = min(1, room - 1, len(subtopics))
        for root, count in taken.items():
            room = MOST - len(taken) - sum(taken.values())
            taken[root] = min(count + room, len(groups[root]))
        return [topic for root, count in taken.items() for topic in (*groups[root][:count], root)]


class _Words:
    """The words of some rules, arranged for looking up: whole ones, beginnings and ends of words."""

    def __init__(self, rules: Iterable[Rule], ignore: Iterable[str], general: _Words | None = None) -> None:
        """`general`: words that hold, too, as long as these rules say nothing else."""
        self._tables: dict[Kind, dict[str, _Hit | None]] = {kind: {} for kind in Kind}
        self._longest: dict[str, int] = {}
        for kind, table in general._tables.items() if general else ():
            self._tables[kind].update(table)
        self._longest.update(general._longest if general else {})
        self.find = lru_cache(maxsize=5000)(self._find)
        for word in ignore:
            self._add(word, None)
        for rule in rules:
            for word in rule.match:
                self._add(word, _Hit(rule.topic, rule.weak))

    def _add(self, word: str, hit: _Hit | None) -> None:
        kind, phrase = parse(word)
        self._tables[kind][phrase] = hit
        first, *others = phrase.split(" ")
        self._longest[first] = max(1 + len(others), self._longest.get(first, 1))

    def _find(self, label: str) -> tuple[_Hit, ...]:
        """The hits in a label, from left to right; words of a longer match are not looked at again."""
        words = fold(label).split()
        found: list[_Hit] = []
        place = 0
        while place < len(words):
            longest = min(self._longest.get(words[place], 1), len(words) - place)
            counts = range(longest, 0, -1)
            matches = ((count, self._match(" ".join(words[place : place + count]))) for count in counts)
            count, hits = next((match for match in matches if match[1]), (1, []))
            found += filter(None, hits)
            place += count
        return tuple(found)

    def _match(self, phrase: str) -> list[_Hit | None]:
        """What the rules say about a phrase as a whole, else about its longest known end and beginning.

        Both parts of a German compound count (Kinder-bibliothek), of two parts that overlap only the longer.
        """
        wholes, starts, ends = self._tables.values()
        if phrase in wholes:
            return [wholes[phrase]]
        last = phrase.rfind(" ") + 1
        start = next((phrase[:i] for i in range(len(phrase), last, -1) if phrase[:i] in starts), "")
        end = "" if last else next((phrase[i:] for i in range(len(phrase)) if phrase[i:] in ends), "")
        if len(start) + len(end) > len(phrase):
            start, end = (start, "") if len(start) >= len(end) else ("", end)
        return [table[part] for table, part in ((ends, end), (starts, start)) if part]
