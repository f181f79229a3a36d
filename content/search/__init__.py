"""Search over the local copy: while typing, with no network, in every language at once."""

from collections.abc import Sequence
from datetime import datetime
from heapq import nlargest
from time import perf_counter

from content.folding import fold, words
from content.language import GERMAN
from content.lexicon import Lexicon
from content.search.answer import Found, Here, Hit, Suggestion
from content.search.question import Asked, read
from content.search.ranking import Term, rank
from content.search.terms import literal, of_part, terms
from content.search.vocabulary import Vocabularies
from content.store import Store

__all__ = ["Found", "Here", "Hit", "Search", "Suggestion"]
COVER = 0.5


class Search:
    """Finds offers and guides in the copy of `store`."""

    def __init__(self, store: Store, lexicon: Lexicon | None = None, here: Here | None = None) -> None:
        self._db = store.db
        self._lexicon = lexicon or Lexicon(store.db)
        self._here = here or Here()
        self._vocabularies = Vocabularies(store.db)

    def find(self, query: str, language: str, limit: int = 20,
             now: datetime | None = None) -> Found:  # noqa: ARG002
        """The best `limit` records for what was typed by somebody who reads `language`; `now` (local, aware)
        is when "open" is asked for."""
        started = perf_counter()
        self._vocabularies.refresh()
        asked = read(query, language, self._lexicon)
        first = [code for code in dict.fromkeys((language, GERMAN)) if code in self._vocabularies.languages]
        rest = [code for code in self._vocabularies.languages if code not in first]
        best: dict[int, tuple[float, str]] = {}
        per = {code: terms(asked, self._vocabularies[code], self._lexicon, language) for code in first}
        guessed = {}
        for i, word in enumerate(asked):
            if all(not t[i].variants and not t[i].phrases for t in per.values()):
                for code in first:
                    v = self._vocabularies[code]
                    f = fold(word.text, code)
                    new = []
                    if len(f) > 3:
                        for near, off in v.near(f, 1 if len(f) <= 5 else 2):
                            new += literal(near, v, False)
                            guessed[word.text] = near
                    new = new or of_part(f, v)
                    per[code][i] = per[code][i]._replace(variants=new)
        for code in first:
            self._match(code, per[code], limit, best, 1.0 if code == language else .95)
        if len(best) < limit:
            for code in rest:
                self._match(code, terms(asked, self._vocabularies[code], self._lexicon, language), limit, best, .8)
        hits = nlargest(limit, best.items(), key=lambda item: item[1][0])
        ids = dict(self._db.execute(f"SELECT key, id FROM record WHERE key IN ({','.join('?' * len(hits))})", [k for k, _ in hits]))
        out = [Hit(ids[k], c, bool(guessed)) for k, (_, c) in hits]
        return Found(out, list(guessed.values()), [], (perf_counter() - started) * 1000)

    def _match(self, code: str, found: Sequence[Term], limit: int, best: dict[int, tuple[float, str]], factor: float) -> None:
        v = self._vocabularies[code]
        scores = rank(self._db, found, v.texts)
        top = nlargest(3 * limit, scores.items(), key=lambda item: item[1])
        titles = dict(self._db.execute(f"SELECT record, title FROM text WHERE language = ? AND record IN ({','.join('?' * len(top))})", (code, *(k for k, _ in top))))
        known = {variant.word for t in found for variant in t.variants}
        from content.search.ranking import rarity, frequency
        total = sum(t.weight * rarity(min(v.texts, frequency(t, dict.fromkeys(range(v.texts)))), v.texts) for t in found) or 1
        for k, s in top:
            t = words(titles[k], code)
            s = s + COVER / total * sum(w in known for w in t) / max(1, len(t))
            s *= factor
            if k not in best or best[k][0] < s:
                best[k] = (s, code)

    def suggest(self, query: str, language: str, limit: int = 6) -> list[Suggestion]:
        """What the typed letters may become."""
        return [Suggestion("record", hit.id, hit.language, hit.id) for hit in self.find(query, language, limit).hits]
