"""Search over the local copy: while typing, with no network, in every language at once."""

from collections.abc import Sequence
from datetime import datetime
from time import perf_counter
from typing import NamedTuple

from content.here import Here
from content.language import GERMAN
from content.lexicon import Lexicon
from content.search.answer import Found, Hit, Suggestion
from content.search.danger import first_lines, help_lines
from content.search.matching import Match, Matcher
from content.search.order import ordered
from content.search.question import Asked, read
from content.search.spelling import Guess, guess, prepare
from content.search.vocabulary import Vocabularies
from content.stemming import stem
from content.store import Store

__all__ = ["Found", "Here", "Hit", "Search", "Suggestion"]
_LITTLE = 3
_READ = """
    SELECT record.key, id, language, coalesce(nullif(name, ''), id) FROM record JOIN text ON text.key = (
        SELECT key FROM text WHERE record = record.key
        ORDER BY CASE language WHEN ? THEN 0 WHEN ? THEN 1 ELSE 2 END, key LIMIT 1)
"""


class _Answer(NamedTuple):
    """The last answer that was given: suggestions ask for the same letters."""

    query: str = ""
    language: str = ""
    limit: int = 0
    found: Found | None = None


class Search:
    """Finds offers and guides in the copy of `store`.

    `lexicon`: the words it knows, those compiled into the copy if none is given; `here`: where the screen stands.
    """

    def __init__(self, store: Store, lexicon: Lexicon | None = None, here: Here | None = None) -> None:
        self._store = store
        self._db = store.db
        self._lexicon = lexicon or Lexicon(store.db)
        self._here = here or Here()
        self._vocabularies = Vocabularies(store.db)
        self._last = _Answer()

    def find(self, query: str, language: str, limit: int = 20, now: datetime | None = None) -> Found:
        """The best `limit` records for what was typed by somebody who reads `language`.

        `now` (local time) is when offers should be open. Help lines come first where the words speak of danger, then
        what was typed, then what was only guessed.
        """
        with self._store.reading():
            found = self._find(query, language, limit, now)
        self._last = _Answer(query, language, limit, found)
        return found

    def _find(self, query: str, language: str, limit: int, now: datetime | None) -> Found:
        started = perf_counter()
        self._vocabularies.refresh()
        asked = read(query, language, self._lexicon)
        matcher = Matcher(self._db, self._vocabularies, self._lexicon, language)
        texts = matcher.texts(asked)
        meant = guess(asked, texts, dict.fromkeys((matcher.own, *matcher.near)), self._lexicon)
        typed = asked if all(texts) else None
        matches = _matches(matcher, typed, meant, limit)
        lines = first_lines(self._db, matcher, typed or meant.asked)
        hits = self._hits([*lines, *ordered(self._db, matches, self._here, now)], language)[:limit]
        topics = self._topics(asked, hits) if len(hits) < _LITTLE else []
        helping = help_lines(self._db, topics) if not hits else []
        return Found(hits, meant.shown, topics, (perf_counter() - started) * 1000, helping)

    def suggest(self, query: str, language: str, limit: int = 6) -> list[Suggestion]:
        """What the typed letters may become: topics, words and records, in the visitor's language where there are."""
        from content.search.suggestions import suggestions  # reads the names of topics
        with self._store.reading():
            last = self._last
            fits = last[:2] == (query, language) and last.limit >= limit and not self._vocabularies.refresh()
            found = last.found if fits and last.found else self._find(query, language, limit, None)
            found = found._replace(hits=found.hits[:limit])
            return suggestions(self._db, query, found, self._vocabularies[language], self._lexicon)[:limit]

    def prepare(self, language: str) -> None:
        """Read what the first answers to a reader of `language` would wait for."""
        from content.search.suggestions import suggestions  # noqa: F401
        with self._store.reading():
            self._vocabularies.refresh()
            matcher = Matcher(self._db, self._vocabularies, self._lexicon, language)
            prepare([matcher.own, *matcher.near], self._lexicon)

    def forget(self) -> None:
        """Forget the words of a visit: those looked up are remembered to answer the next letter faster."""
        self._vocabularies.forget()
        self._last = _Answer()
        stem.cache_clear()

    def _hits(self, matches: Sequence[Match], language: str) -> list[Hit]:
        """The records of some matches, each once, with the text that a reader of `language` gets."""
        guessed = {match.record: match.guessed for match in reversed(matches)}
        marks = ",".join("?" * len(guessed))
        rows = self._db.execute(f"{_READ} WHERE record.key IN ({marks})", (language, GERMAN, *guessed))
        read = {record: Hit(id_, reading, guessed[record], name) for record, id_, reading, name in rows}
        return [read[record] for record in dict.fromkeys(match.record for match in matches)]

    def _topics(self, asked: Sequence[Asked], hits: Sequence[Hit]) -> list[str]:
        """Topics of the concepts asked for, then those of the little that was found."""
        meant = [meaning.topic for word in asked for meaning in word.meanings if meaning.topic]
        rows = self._db.execute(
            "SELECT topic FROM record_topic JOIN record ON key = record"
            f" WHERE id IN ({','.join('?' * len(hits))}) ORDER BY rank", [hit.id for hit in hits])
        return list(dict.fromkeys((*meant, *(topic for topic, in rows))))


def _matches(matcher: Matcher, typed: Sequence[Asked] | None, meant: Guess, limit: int) -> list[Match]:
    """Matches of what was typed, then of what may have been meant; only the latter where a word is in no text (`typed`
    is None), since no record has what was typed."""
    matches = matcher.matches(typed, limit) if typed is not None else []
    if meant.shown or typed is None:
        known = {match.record for match in matches}
        matches += [match for match in matcher.matches(meant.asked, limit) if match.record not in known]
    return matches[:limit]
