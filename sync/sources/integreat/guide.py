"""Pages of Integreat as guides."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from content.block import Block
from content.topics import load_topics, sort_into_topics
from sync.sources.integreat.record import Feed, common, latest, names, topic_title
from sync.sources.integreat.translation import Entry, Translations, path_of
from sync.sources.value import blocks, structure, title

_DEEPEST = 20  # levels of a tree of pages; more would be a circle


class Tree:
    """All pages of a region, to be asked for what stands above a page."""

    def __init__(self, feed: Feed, pages: list[Translations]) -> None:
        self._feed = feed
        self._pages = {entry.path: page for page in pages for entry in page.entries.values()}

    def guide(self, page: Translations, own: Mapping[str, Entry]) -> dict[str, Any]:
        """The guide of a page in the wire form; `own` are its entries that are no fallback."""
        above = self._above(page)
        labels = [topic_title(ancestor) for ancestor in (*above, page)]
        return {
            **common(self._feed, page, own), "type": "guide",
            "texts": {language: {**_text(entry), **names(self._feed, page, entry)} for language, entry in own.items()},
            "parent": self._feed.id_of(above[0]) if above else "",
            "order": _order(page.first.raw.get("order")),
            "topic": _root_topic(sort_into_topics([label for label in labels if label], self._feed.name)),
            "last_modified": latest(own),
        }

    def _above(self, page: Translations) -> list[Translations]:
        """The pages above, the nearest first; none if they run in a circle."""
        found = [page]
        while len(found) <= _DEEPEST and (parent := self._parent(found[-1])) is not None:
            if parent in found:
                return []
            found.append(parent)
        return found[1:]

    def _parent(self, page: Translations) -> Translations | None:
        paths = (path_of(structure(entry.raw.get("parent"))) for entry in page.entries.values())
        return next((self._pages[path] for path in paths if path in self._pages), None)


def _text(entry: Entry) -> dict[str, Any]:
    text = blocks(entry.raw.get("content"))
    return {"title": title(entry.raw.get("title")), "blocks": [] if _only_points_elsewhere(text, entry) else text}


def _only_points_elsewhere(text: list[Block], entry: Entry) -> bool:
    """Whether the text only says "this page does not exist in this language" and lists the others.

    The server puts that in place of an empty translation as soon as any language has a text.
    """
    said = [block for block in text if block.kind != "link"]
    paths = {unquote(urlsplit(block.url).path) for block in text if block.kind == "link"}
    return len(said) == 1 and bool(paths) and paths <= set(entry.others)


def _root_topic(topics: list[str]) -> str:
    """The best of the topics that stand on the first screen: a tree of guides belongs there as a whole."""
    roots = {topic.id for topic in load_topics().roots}
    return next((topic for topic in topics if topic in roots), "")


def _order(value: Any) -> int:
    return value if isinstance(value, int) else 0
