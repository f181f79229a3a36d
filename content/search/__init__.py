"""Search over the local copy: while typing, with no network, in every language at once."""

from datetime import datetime
from time import perf_counter

from content.folding import words
from content.lexicon import Lexicon
from content.search.answer import Found, Here, Hit, Suggestion
from content.store import Store

__all__ = ["Found", "Here", "Hit", "Search", "Suggestion"]


class Search:
    """Finds offers and guides in the copy of `store`."""

    def __init__(self, store: Store, lexicon: Lexicon | None = None, here: Here | None = None) -> None:
        self._db = store.db
        self._lexicon = lexicon or Lexicon()
        self._here = here or Here()

    def find(self, query: str, language: str, limit: int = 20,
             now: datetime | None = None) -> Found:  # noqa: ARG002
        """The best `limit` records for what was typed by somebody who reads `language`; `now` (local, aware)
        is when "open" is asked for."""
        started = perf_counter()
        hits: dict[str, Hit] = {}
        typed = words(query)
        for glue in (" AND ", " OR "):
            if len(hits) < limit and typed:
                match = glue.join(f'"{word}"*' for word in typed)
                for id_, found in self._db.execute(
                        "SELECT record.id, text.language FROM text_index"
                        " JOIN text ON text.key = text_index.rowid JOIN record ON record.key = text.record"
                        " WHERE text_index MATCH ?"
                        " ORDER BY bm25(text_index, 8, 1) - 2 * (text.language = ?) LIMIT ?",
                        (match, language, 3 * limit)):
                    hits.setdefault(id_, Hit(id_, found, False))
        return Found(list(hits.values())[:limit], [], [], (perf_counter() - started) * 1000)

    def suggest(self, query: str, language: str, limit: int = 6) -> list[Suggestion]:
        """What the typed letters may become."""
        typed = words(query)
        rows = self._db.execute(
            "SELECT record.id, text.title, text.language FROM text_index"
            " JOIN text ON text.key = text_index.rowid JOIN record ON record.key = text.record"
            " WHERE text_index MATCH ? AND text.language IN (?, 'de') ORDER BY bm25(text_index) LIMIT ?",
            (" AND ".join(f'title:"{word}"*' for word in typed), language, limit)) if typed else ()
        return [Suggestion("record", title, found, id_) for id_, title, found in rows]
