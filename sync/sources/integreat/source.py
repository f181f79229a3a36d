"""Reading a region of an Integreat CMS as a whole: it knows no deltas."""

from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any, NamedTuple

from content.language import canonical
from sync.source import Older, Pull, SourceError
from sync.sources.document import Documents, Reading
from sync.sources.gathering import Gathering
from sync.sources.integreat.guide import Tree
from sync.sources.integreat.offer import event_offer, place_offer
from sync.sources.integreat.record import Feed
from sync.sources.integreat.region import KINDS, Region, region_at
from sync.sources.integreat.translation import Entry, Translations, entries_of, is_fallback, join
from sync.sources.value import string

_Lists = Mapping[str, list[Entry]]
Make = Callable[[Translations, Mapping[str, Entry]], dict[str, Any]]


class _Read(NamedTuple):
    """The languages of a region, the lists of those that could be read, and what is wrong with the others."""

    languages: list[str]
    lists: list[_Lists]
    missing: dict[str, SourceError]


class Integreat:
    """A region: its pages as guides, its locations and events as offers, in all its languages.

    `url` is `http(s)://HOST/REGION`, or the path of a folder with `LANGUAGE/{pages,locations,events}.json` in it.
    """

    kind = "integreat"

    def __init__(self, url: str, feed: str, reading: Reading = Documents) -> None:
        self.url = url
        self.feed = feed
        self._reading = reading

    def pull(self) -> Pull:
        """The region, without the languages that cannot be read. Raises `SourceError` if its first one is of them."""
        with closing(self._reading()) as documents:
            languages, lists, missing = _read(region_at(self.url, documents), documents)
        pages, places, events = (join([entry for found in lists for entry in found[kind]]) for kind in KINDS)
        feed, gathering = Feed(self.feed, languages, missing), Gathering()
        _keep(gathering, pages, Tree(feed, pages).guide)
        _keep(gathering, places, lambda thing, own: place_offer(feed, thing, own))
        _keep(gathering, events, lambda thing, own: event_offer(feed, thing, own))
        return gathering.pull()._replace(missing=missing)


def _read(region: Region, documents: Documents) -> _Read:
    """All of it, language by language. A server that wants to be left alone is asked for no further one."""
    codes, lists, missing = region.languages(), list[_Lists](), dict[str, SourceError]()
    for code in codes:
        language = canonical(code)
        try:
            lists.append({kind: entries_of(language, region.entries(code, kind)) for kind in KINDS})
        except SourceError as error:
            if code == codes[0] or isinstance(error, Older) or documents.wait:
                raise
            missing[language] = error.bare()
    return _Read([canonical(code) for code in codes], lists, missing)


def _keep(gathering: Gathering, things: list[Translations], make: Make) -> None:
    for thing in things:
        own = {language: entry for language, entry in thing.entries.items() if not is_fallback(entry, thing.first)}
        for language, entry in list(own.items()):
            if not string(entry.raw.get("title")):
                gathering.reject(entry.path, "no title")
                del own[language]
        if own:
            gathering.keep(thing.first.path, make(thing, own))
