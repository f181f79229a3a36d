"""Danger: the help lines that come first when the words of a query speak of violence, suicide, poisoning and the like.

Which words do so, in every language, is said by the flag `danger` in the lexicon.
"""

import sqlite3
from collections.abc import Sequence

from content.lexicon.tables import EMERGENCY
from content.search.matching import Match, Matcher
from content.search.question import WEAK, Asked

_MOST = 3


def first_lines(db: sqlite3.Connection, matcher: Matcher, asked: Sequence[Asked]) -> list[Match]:
    """The help lines to put first: of those for the kind of danger the words speak of, the ones with most of the words,
    as ordered on the emergency screen, and always the first of all. None where no word speaks of danger.

    Only whether a line has a word counts, not how often: "violence" is for men no more than for women."""
    words = [word for word in asked if len(asked) == 1 or word.weight > WEAK]
    dangers = dict.fromkeys(meaning.danger for word in words for meaning in word.meanings if meaning.danger)
    if not dangers:
        return []
    lines = _lines(db, [*dangers, EMERGENCY])
    counts = matcher.counts(words, lines)
    most = max(counts.values(), default=0)
    fitting = [line for line in lines if counts[line] == most]
    guessed = any(word.guessed for word in words)
    return [Match(0.0, line, guessed) for line in dict.fromkeys((*fitting[:_MOST], *lines[:1]))]


def help_lines(db: sqlite3.Connection, topics: Sequence[str]) -> list[str]:
    """Ids of the help lines to offer where nothing was found: those of the nearest topics, else those for any
    emergency."""
    keys = _lines(db, topics) or _lines(db, [EMERGENCY])
    ids = dict(db.execute(f"SELECT key, id FROM record WHERE key IN ({','.join('?' * len(keys))})", keys).fetchall())
    return [ids[key] for key in keys[:_MOST]]


def _lines(db: sqlite3.Connection, topics: Sequence[str]) -> list[int]:
    """The help lines of the first of some topics that has any, those that are most about it first."""
    for topic in topics:
        found = [row[0] for row in db.execute(
            "SELECT key FROM record JOIN record_topic ON record = key WHERE kind = 'helpline' AND topic = ?"
            " ORDER BY rank, key", (topic,))]
        if found:
            return found
    return []
