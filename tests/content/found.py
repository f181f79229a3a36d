"""Searching in records of a test's own."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from content import wire
from content.record import Record
from content.search import Found, Search
from content.store import Store

FEED = "t"
Texts = Mapping[str, str] | str


def offer(key: str, texts: Texts, kind: str = "service", **more: Any) -> Record:
    """An offer `t:KEY`; each text is "Title | body", a text alone is German."""
    return _record("offer", key, texts, kind=kind, **more)


def helpline(key: str, texts: Texts, *topics: str) -> Record:
    """A help line."""
    return offer(key, texts, kind="helpline", topics=list(topics))


def guide(key: str, texts: Texts, **more: Any) -> Record:
    """A guide `t:KEY`."""
    return _record("guide", key, texts, **more)


def _record(type_: str, key: str, texts: Texts, **more: Any) -> Record:
    by_language = {"de": texts} if isinstance(texts, str) else texts
    body = "description" if type_ == "offer" else "blocks"
    parts = {language: text.partition("|") for language, text in by_language.items()}
    record, _ = wire.read({
        "type": type_, "id": f"{FEED}:{key}", "source": {"feed": FEED}, "original_language": next(iter(by_language)),
        "texts": {language: {"title": title.strip(), body: text.strip()}
                  for language, (title, _, text) in parts.items()},
        **more})
    return record


class Finding:
    """A search, and the copy it looks in."""

    def __init__(self, store: Store, search: Search) -> None:
        self.store = store
        self.search = search

    def having(self, *records: Record, feed: str = FEED) -> "Finding":
        """Make the copy consist of these."""
        self.store.replace_feed(feed, [(record, wire.encode(record)) for record in records])
        return self

    def found(self, query: str, language: str = "de", now: datetime | None = None) -> Found:
        """The answer."""
        return self.search.find(query, language, now=now)

    def keys(self, query: str, language: str = "de", now: datetime | None = None) -> list[str]:
        """The keys of the hits, best first."""
        return [hit.id.partition(":")[2] for hit in self.found(query, language, now).hits]
