"""Danger: the help lines that come first when the words of a query speak of violence, suicide, poisoning and the like.

Which words do so, in every language, is said by the flag `danger` in the lexicon.
"""

import sqlite3
from collections.abc import Sequence

from content.search.matching import Match, Matcher
from content.search.question import WEAK, Asked

_MOST = 3
_EMERGENCY = "emergency"


def first_lines(db: sqlite3.Connection, matcher: Matcher, asked: Sequence[Asked]) -> list[Match]:
    """The help lines to put first: those for the kind of danger the words speak of, the ones whose texts have the words
    before the others; none where no word speaks of danger."""
    words = [word for word in asked if len(asked) == 1 or word.weight > WEAK]
    dangers = dict.fromkeys(meaning.danger for word in words for meaning in word.meanings if meaning.danger)
    if not dangers:
        return []
    lines = _lines(db, [*dangers, _EMERGENCY])
    matched = {match.record: match for match in matcher.matches(words, len(lines), among=lines)}
    ranked = sorted(lines, key=lambda line: -matched[line].score if line in matched else 0.0)
    return [matched.get(line) or Match(0.0, line, guessed=False) for line in ranked[:_MOST]]


def help_lines(db: sqlite3.Connection, topics: Sequence[str]) -> list[str]:
    """Ids of the help lines to offer where nothing was found: those of the nearest topics, else those for any
    emergency."""
    keys = _lines(db, topics) or _lines(db, [_EMERGENCY])
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
