"""The feeds of the settings, to be read by a pass."""

from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path

from kiosk.settings import Feed
from sync.direct import Planned
from sync.feeds import name_for, shipped_names, source_for
from sync.source import Source, SourceError
from sync.sources.document import is_web


def planned(feeds: Iterable[Feed], folder: Path, carried: Collection[str] = ()) -> list[Planned]:
    """What makes the source of each feed; paths are meant from `folder`. Feeds that the hub carries are not read."""
    return [_planned(feed, folder, carried) for feed in feeds]


def _planned(feed: Feed, folder: Path, carried: Collection[str]) -> Planned:
    urls = [url if is_web(url) else str(folder / url) for url in feed.urls]
    mapping = feed.mapping if feed.mapping in {"", *shipped_names()} else str(folder / feed.mapping)
    name = feed.name or name_for(urls[0])
    if name in carried:
        return Planned(name, partial(_left_to_the_hub, urls[0]))
    return Planned(name, partial(source_for, feed.kind, urls, feed.name, mapping, feed.language))


def _left_to_the_hub(url: str) -> Source:
    raise SourceError(url, "the hub carries a feed of this name; this one is not read and can go from the settings")
