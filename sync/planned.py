"""The feeds of the settings, to be read by a pass."""

import hashlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from sync.feed import Feed
from sync.feeds import name_for, shipped_names, source_for
from sync.reading import Planned
from sync.source import NameTaken, Source
from sync.sources.document import Reading, is_web


def planned(feeds: Iterable[Feed], folder: Path, carried: Collection[str] = ()) -> list[Planned]:
    """What makes the source of each feed; paths are meant from `folder`. Feeds that the hub carries are not read."""
    return [_planned(feed, folder, carried) for feed in feeds]


def _planned(feed: Feed, folder: Path, carried: Collection[str]) -> Planned:
    urls = [url if is_web(url) else str(folder / url) for url in feed.urls]
    mapping = feed.mapping if feed.mapping in {"", *shipped_names()} else str(folder / feed.mapping)

    def make(reading: Reading) -> Source:
        source = source_for(feed.kind, urls, feed.name, mapping, feed.language, reading)
        if source.feed in carried:
            raise NameTaken(source.url, "the hub carries a feed of this name; this one is not read and can go from the "
                            "settings")
        return source

    return Planned(feed.name or name_for(urls[0]), make, _stamp(feed, mapping))


def _stamp(feed: Feed, mapping: str) -> str:
    """What stands for the way its documents are taken apart: the program, the settings, the mapping."""
    digest = hashlib.blake2b(repr((version("anlaufstelle"), feed)).encode(), digest_size=16)
    with suppress(OSError):  # it is a shipped one, or the feed says what is wrong with it
        digest.update(Path(mapping).read_bytes())
    return digest.hexdigest()
