"""Plain lists of entries in JSON, read by a mapping."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import PurePath

from sync.source import Pull, SourceError
from sync.sources.document import Documents, Reading
from sync.sources.entries import offers_of
from sync.sources.field import Row, look_up
from sync.sources.mapping import Mapped
from sync.sources.value import structure


class JsonList:
    """The lists in the documents at `urls`, together one feed."""

    kind = "json"

    def __init__(self, urls: Sequence[str], mapping: Mapped, feed: str, reading: Reading = Documents) -> None:
        self.urls = tuple(urls)
        self.url = self.urls[0]
        self.feed = feed
        self._mapping = mapping
        self._reading = reading

    def pull(self) -> Pull:
        """All entries. Raises `SourceError` if a document is no such list."""
        with closing(self._reading()) as documents:
            return offers_of(self._entries(documents), self._mapping, self.feed)

    def _entries(self, documents: Documents) -> Iterator[Row]:
        items = self._mapping.items
        for url in self.urls:
            document = documents.json(url)
            found = look_up(structure(document), items) if items else document
            if not isinstance(found, list):
                raise SourceError(url, f"a list of entries was expected{f' at `{items}`' if items else ''}")
            file = PurePath(url).stem
            for entry in found:
                yield {**structure(entry), "@file": file}
