"""Reading a region of an Integreat CMS as a whole: it knows no deltas."""

from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

from content.language import canonical
from sync.source import Pull
from sync.sources.document import Documents, Reading
from sync.sources.harvest import Harvest
from sync.sources.integreat.guide import Tree
from sync.sources.integreat.offer import event_offer, place_offer
from sync.sources.integreat.record import Feed
from sync.sources.integreat.region import Region, region_at
from sync.sources.integreat.translation import Entry, Translations, entries_of, is_fallback, join
from sync.sources.value import string

Make = Callable[[Translations, Mapping[str, Entry]], dict[str, Any]]


class Integreat:
    """A region: its pages as guides, its locations and events as offers, in all its languages.

    `url` is `http(s)://HOST/REGION`, or the path of a folder with `LANGUAGE/{pages,locations,events}.json` in it.
    """

    kind = "integreat"

    def __init__(self, url: str, feed: str, reading: Reading = Documents) -> None:
        self.url = url
        self.feed = feed
        self._reading = reading

    def pull(self, cursor: str = "") -> Pull:  # noqa: ARG002 - Integreat has no deltas
        """The whole region. Raises `SourceError` if any of its lists cannot be read."""
        with closing(self._reading()) as documents:
            region = region_at(self.url, documents)
            languages = region.languages()
            pages, places, events = (_read(region, languages, kind) for kind in ("pages", "locations", "events"))
        feed, harvest = Feed(self.feed), Harvest()
        _keep(harvest, pages, Tree(feed, pages).guide)
        _keep(harvest, places, lambda thing, own: place_offer(feed, thing, own))
        _keep(harvest, events, lambda thing, own: event_offer(feed, thing, own))
        return harvest.pull()


def _read(region: Region, languages: list[str], kind: str) -> list[Translations]:
    return join([entry for language in languages
                 for entry in entries_of(canonical(language), region.entries(language, kind))])


def _keep(harvest: Harvest, things: list[Translations], make: Make) -> None:
    for thing in things:
        own = {language: entry for language, entry in thing.entries.items() if not is_fallback(entry, thing.first)}
        for language, entry in list(own.items()):
            if not string(entry.raw.get("title")):
                harvest.reject(entry.path, "no title")
                del own[language]
        if own:
            harvest.keep(thing.first.path, make(thing, own))
