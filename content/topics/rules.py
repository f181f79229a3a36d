"""The rules in ``rules.toml``: which words of a feed point to which topic.

Words are compared folded (`content.folding`): lower case, without diacritics, ß as ss, and "ae" like "ä". A rule's word
matches a whole word or phrase; a star lets it match the beginning (``wohnung*``) or, for the last part of a German
compound, the end (``*bibliothek``) of a word. Where several rules match the same words, the longest wins.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.folding import words
from content.language import GERMAN
from content.topics.tables import read_table


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that point to a topic or subtopic.

    ``feed`` restricts the rule to one feed, where it goes before rules for all feeds. A ``weak`` rule (words
    like "advice") counts only where no other rule matches.
    """

    topic: str
    match: list[str]
    feed: str = ""
    weak: bool = False


class RuleBook(NamedTuple):
    """What rules.toml says: rules, phrases to skip (they look like a topic and are none), problems found."""

    rules: list[Rule]
    ignore: list[str]
    problems: list[str]


class Kind(Enum):
    """What a rule's word has to be in a label."""

    WHOLE = "wohnen"
    START = "wohn*"
    END = "*bibliothek"


def fold(text: str) -> str:
    """The words of a text as search folds those of a German one, with single blanks between them."""
    return " ".join(words(text.replace("_", " "), GERMAN))


def parse(word: str) -> tuple[Kind, str]:
    """What a rule's word matches, and the word folded and without its star."""
    stripped = word.strip()
    kind = Kind.END if stripped.startswith("*") else Kind.START if stripped.endswith("*") else Kind.WHOLE
    return kind, fold(stripped)


def load_rules(folder: Path) -> RuleBook:
    """The rules in ``rules.toml``; what is malformed is left out and named in `problems`."""
    table = read_table(folder, "rules.toml")
    book = RuleBook([], [], [table.problem] if table.problem else [])
    for number, record in enumerate(table.data.get("rule", []), 1):
        try:
            book.rules.append(msgspec.convert(record, Rule))
        except msgspec.ValidationError as error:
            book.problems.append(f"rules.toml: rule {number}: {error}")
    try:
        book.ignore.extend(msgspec.convert(table.data.get("ignore", []), list[str]))
    except msgspec.ValidationError as error:
        book.problems.append(f"rules.toml: ignore: {error}")
    return book


def rule_problems(book: RuleBook, topics: set[str]) -> list[str]:
    """What is wrong in the rules: unknown topics, words that can never match, words claimed by two rules."""
    problems = list(book.problems) if book.rules else [*book.problems, "rules.toml: no rule"]
    seen: dict[tuple[str, Kind, str], str] = {}
    for rule in book.rules:
        if rule.topic not in topics:
            problems.append(f"rules.toml: no topic is called {rule.topic}")
        for word in rule.match:
            if not _can_match(word):
                problems.append(f"rules.toml: {rule.topic}: {word!r} can never match")
            first = seen.setdefault((rule.feed, *parse(word)), rule.topic)
            if first != rule.topic:
                problems.append(f"rules.toml: {word!r} points to {first} and to {rule.topic}")
    return problems


def _can_match(word: str) -> bool:
    """A star stands at one side only, and at the beginning only of a single word."""
    kind, phrase = parse(word)
    stars = 0 if kind is Kind.WHOLE else 1
    return bool(phrase) and word.count("*") == stars and not (kind is Kind.END and " " in phrase)
