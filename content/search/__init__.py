"""Search over the local copy: while typing, with no network, in every language at once."""

from collections.abc import Sequence
from datetime import datetime
from time import perf_counter

from content.lexicon import Lexicon
from content.search.answer import Found, Here, Hit, Suggestion
from content.search.matching import Match, Matcher
from content.search.question import read
from content.search.spelling import guess
from content.search.vocabulary import Vocabularies
from content.store import Store

__all__ = ["Found", "Here", "Hit", "Search", "Suggestion"]


class Search:
    """Finds offers and guides in the copy of `store`."""

    def __init__(self, store: Store, lexicon: Lexicon | None = None, here: Here | None = None) -> None:
        self._db = store.db
        self._lexicon = lexicon or Lexicon(store.db)
        self._here = here or Here()
        self._vocabularies = Vocabularies(store.db)
        self._matcher = Matcher(store.db, self._vocabularies, self._lexicon)

    def find(self, query: str, language: str, limit: int = 20,
             now: datetime | None = None) -> Found:  # noqa: ARG002
        """The best `limit` records for what was typed by somebody who reads `language`; `now` (local, aware)
        is when "open" is asked for."""
        started = perf_counter()
        self._vocabularies.refresh()
        asked = read(query, language, self._lexicon)
        unknown = self._matcher.unknown(asked, language)
        guessed = guess(asked, unknown, self._matcher.near(language), self._vocabularies)
        matches = self._matcher.matches(guessed.asked, language, limit)
        return Found(self._hits(matches), guessed.shown, [], (perf_counter() - started) * 1000)

    def _hits(self, matches: Sequence[Match]) -> list[Hit]:
        ids = dict(self._db.execute(f"SELECT key, id FROM record WHERE key IN ({','.join('?' * len(matches))})",
                                    [match.record for match in matches]))
        return [Hit(ids[match.record], match.language, match.guessed) for match in matches]

    def suggest(self, query: str, language: str, limit: int = 6) -> list[Suggestion]:
        """What the typed letters may become."""
        return [Suggestion("record", hit.id, hit.language, hit.id) for hit in self.find(query, language, limit).hits]
