"""The feeds of the settings, to be read by a pass."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from kiosk.settings import Feed
from sync.direct import Planned
from sync.feeds import name_for, shipped_names, source_for
from sync.sources.document import is_web


def planned(feeds: Iterable[Feed], folder: Path) -> list[Planned]:
    """What makes the source of each feed; paths are meant from `folder`."""
    return [_planned(feed, folder) for feed in feeds]


def _planned(feed: Feed, folder: Path) -> Planned:
    urls = [url if is_web(url) else str(folder / url) for url in feed.urls]
    mapping = feed.mapping if feed.mapping in {"", *shipped_names()} else str(folder / feed.mapping)
    return Planned(feed.name or name_for(urls[0]),
                   partial(source_for, feed.kind, urls, feed.name, mapping, feed.language))
