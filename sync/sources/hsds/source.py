"""Reading an HSDS feed as a whole: an API, files with its answers, or a folder of tables."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sync.source import Pull
from sync.sources.document import Documents, Reading, is_web
from sync.sources.gathering import Gathering
from sync.sources.hsds.api import Api, contents_of
from sync.sources.hsds.offer import GONE, offer_of
from sync.sources.hsds.tables import Tables
from sync.sources.value import string


class Hsds:
    """The services at `urls`: addresses of APIs, JSON files, folders of CSV files. `language` is that of the texts."""

    kind = "hsds"

    def __init__(self, urls: Sequence[str], feed: str, language: str = "en", reading: Reading = Documents) -> None:
        self.urls = tuple(urls)
        self.url = self.urls[0]
        self.feed = feed
        self._language = language
        self._reading = reading

    def pull(self) -> Pull:
        """All services: servers ignore `modified_after`. Raises `SourceError` if the list is not complete."""
        gathering = Gathering()
        with closing(self._reading()) as documents:
            for number, service in enumerate(self._services(documents), 1):
                self._keep(gathering, service, number)
        return gathering.pull()

    def _services(self, documents: Documents) -> Iterator[Mapping[str, Any]]:
        for url in self.urls:
            if is_web(url):
                yield from Api(url, documents).services()
            elif Path(url).is_dir():
                yield from Tables(Path(url), documents).services()
            else:
                yield from contents_of(documents.json(url), url)

    def _keep(self, gathering: Gathering, service: Mapping[str, Any], number: int) -> None:
        key, status = string(service.get("id")), string(service.get("status")).lower()
        if not key:
            gathering.reject(string(service.get("name")) or f"service {number}", "no id")
        elif status in GONE:
            gathering.reject(key, f"the service is {status}")
        else:
            gathering.keep(key, offer_of(service, self.feed, self._language))
