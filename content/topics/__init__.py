"""The topics (Lebenslagen) under which people find offers and guides, and how a feed's words point to them.

Three files beside this module can be edited without touching code: ``topics.toml`` (order, icons, subtopics),
``names/<language>.toml`` (what people read) and ``rules.toml`` (which words of a feed belong to which topic).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from content.topics.rules import load_rules, rule_problems
from content.topics.sorting import Sorter
from content.topics.tables import FOLDER, read_table
from content.topics.texts import DESCRIPTION, LANGUAGES, NAME, Texts, text_problems

__all__ = ["LANGUAGES", "Topic", "Topics", "check_topics", "load_topics", "sort_into_topics"]


class Topic(msgspec.Struct, frozen=True):
    """A topic or, if it has a parent, a subtopic.

    ``icon`` is a glyph name of Material Design Icons 7; a subtopic has that of its parent. ``name`` and
    ``description`` map languages to texts and read a language's file only when it is first asked for.
    Subtopics have no description.
    """

    id: str
    icon: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    parent: str | None = None


class Topics:
    """All topics in the order of the screen; iterating gives each topic followed by its subtopics."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = {topic.id: topic for topic in topics}
        self.roots = tuple(topic for topic in self if topic.parent is None)

    def __iter__(self) -> Iterator[Topic]:
        return iter(self._topics.values())

    def children(self, topic: str) -> tuple[Topic, ...]:
        """The subtopics of a topic's id, in order; empty for a subtopic or an unknown id."""
        return tuple(child for child in self if child.parent == topic)

    def get(self, topic: str) -> Topic | None:
        """The topic or subtopic of that id, None if there is none."""
        return self._topics.get(topic)

    def name(self, topic: str, language: str) -> str:
        """What the screen calls a topic's id: in that language, else in German; if unknown, the id."""
        known = self.get(topic)
        return (known and _in(language, known.name)) or topic

    def description(self, topic: str, language: str) -> str:
        """One sentence on what a person finds there: in that language, else in German; empty if none."""
        known = self.get(topic)
        return _in(language, known.description) if known else ""


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    """A ``[[topic]]`` as it stands in topics.toml."""

    id: str
    icon: str
    subtopics: list[str]


@cache
def load_topics(folder: Path = FOLDER) -> Topics:
    """The topics of the kiosk, read once; a malformed entry is left out (`check_topics` names it)."""
    return Topics(_topics(_read_entries(folder)[0], folder))


def sort_into_topics(labels: Iterable[str], feed: str = "") -> list[str]:
    """Ids of the topics that a feed's own words point to, best first, without duplicates, at most four.

    ``labels``: categories and tags first, title last; an id of ours stands for itself. ``feed``: the id of
    the feed, for rules that hold for one feed only. A subtopic is followed by its topic; unknown words
    give no topic.
    """
    return _sorter().sort(labels, feed)


def check_topics(folder: Path = FOLDER) -> list[str]:
    """What is wrong in the data files, one line a problem, naming file and entry; empty if all is well."""
    entries, problems = _read_entries(folder)
    counts = Counter(topic.id for topic in _topics(entries, folder))
    twice = (topic for topic, count in counts.items() if count > 1)
    problems += [f"topics.toml: {topic} is there more than once" for topic in twice]
    problems += [] if entries else ["topics.toml: no topic"]
    subtopics = {entry.id: entry.subtopics for entry in entries}
    for language in LANGUAGES:
        problems += text_problems(folder, language, subtopics)
    return problems + rule_problems(load_rules(folder), set(counts))


@cache
def _sorter() -> Sorter:
    return Sorter(load_rules(FOLDER), {topic.id: topic.parent for topic in load_topics()})


def _in(language: str, texts: Mapping[str, str]) -> str:
    return texts.get(language) or texts.get(LANGUAGES[0], "")


def _read_entries(folder: Path) -> tuple[list[_Entry], list[str]]:
    """The well-formed entries of topics.toml, and what is wrong with the others."""
    table = read_table(folder, "topics.toml")
    entries: list[_Entry] = []
    problems = [table.problem] if table.problem else []
    for number, record in enumerate(table.data.get("topic", []), 1):
        try:
            entries.append(msgspec.convert(record, _Entry))
        except msgspec.ValidationError as error:
            problems.append(f"topics.toml: topic {number}: {error}")
    return entries, problems


def _topics(entries: Iterable[_Entry], folder: Path) -> Iterator[Topic]:
    for entry in entries:
        yield Topic(entry.id, entry.icon, Texts(folder, entry.id, NAME), Texts(folder, entry.id, DESCRIPTION))
        for subtopic in entry.subtopics:
            yield Topic(subtopic, entry.icon, Texts(folder, entry.id, subtopic), {}, entry.id)
