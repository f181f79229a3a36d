"""Danger: the help lines that come first when the words of a query speak of violence, suicide, poisoning and the like.

Which words do so, in every language, is said by the flag `danger` in the lexicon.
"""

import sqlite3
from collections.abc import Sequence

from content.search.matching import Match, Matcher
from content.search.question import WEAK, Asked

_MOST = 3
_EMERGENCY = "emergency"
_CLOSE = 0.5


def first_lines(db: sqlite3.Connection, matcher: Matcher, asked: Sequence[Asked]) -> list[Match]:
    """The help lines to put first: those whose texts answer the words of danger, else those for any emergency; none
    where no word speaks of danger."""
    words = [word for word in asked if _speaks_of_danger(word, alone=len(asked) == 1)]
    if not words:
        return []
    lines = dict(db.execute("SELECT record.key, language FROM record JOIN text ON record = record.key"
                            " WHERE kind = 'helpline' ORDER BY language = ?", (matcher.language,)).fetchall())
    found = matcher.matches(words, _MOST, among=lines.keys())
    if found:
        return [match for match in found if match.score >= _CLOSE * found[0].score]
    return [Match(1.0, key, lines[key], guessed=False) for key in _for_everything(db)[:_MOST]]


def help_lines(db: sqlite3.Connection, topics: Sequence[str]) -> list[str]:
    """Ids of the help lines to offer where nothing was found: those of the nearest topics, else those that are there
    for everything."""
    near = [row[0] for row in db.execute(
        "SELECT DISTINCT id FROM record JOIN record_topic ON record = record.key WHERE kind = 'helpline'"
        f" AND topic IN ({','.join('?' * len(topics))}) ORDER BY rank, record.key", topics)]
    return near[:_MOST] or [row[0] for row in db.execute(
        "SELECT id FROM record WHERE kind = 'helpline' ORDER BY key LIMIT ?", (_MOST,))]


def _speaks_of_danger(word: Asked, alone: bool) -> bool:
    """Words that are in many questions ("help") do so only when there is no other."""
    return (alone or word.weight > WEAK) and any(meaning.danger for meaning in word.meanings)


def _for_everything(db: sqlite3.Connection) -> list[int]:
    return [row[0] for row in db.execute(
        "SELECT record.key FROM record JOIN record_topic ON record = record.key WHERE kind = 'helpline'"
        " AND topic = ? ORDER BY rank, record.key", (_EMERGENCY,))]
