"""The feeds that this kiosk reads itself, as a step of a pass."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from content.store import Store
from sync.event import FeedEvent
from sync.snapshot import bring_in
from sync.source import Source, SourceError

ORIGIN = "settings"


class Planned(NamedTuple):
    """A feed to be read: its name as far as it is known before its source is made, and what makes it (or raises
    `SourceError`)."""

    name: str
    make: Callable[[], Source]


class DirectFeeds:
    """Brings every feed in, one after the other; one that fails does not stop the others. `now` is aware."""

    def __init__(self, store: Store, feeds: Sequence[Planned], now: Callable[[], datetime]) -> None:
        self._store = store
        self._feeds = feeds
        self._now = now

    def run(self) -> Iterator[FeedEvent]:
        """One event a feed."""
        done: set[str] = set()
        for feed in self._feeds:
            event = self._read(feed, done)
            done.add(event.name)
            yield event

    def _read(self, feed: Planned, done: set[str]) -> FeedEvent:
        try:
            source = feed.make()
        except SourceError as error:
            return self._failed(feed.name, str(error))
        if source.feed in done:
            return FeedEvent(name=source.feed, state="failed", message="another feed of the settings has this name")
        try:
            return self._bring_in(source)
        except SourceError as error:
            return self._failed(source.feed, str(error))
        except sqlite3.Error as error:
            return FeedEvent(name=source.feed, state="failed", message=f"the copy cannot be written: {error}")

    def _bring_in(self, source: Source) -> FeedEvent:
        _, change = bring_in(self._store, source)
        self._store.set_feed(source.feed, tried=self._now(), origin=ORIGIN)
        return FeedEvent(name=source.feed, state="changed" if any(change[:3]) else "current",
                         added=change.added, changed=change.changed, removed=change.removed)

    def _failed(self, name: str, problem: str) -> FeedEvent:
        self._store.set_feed(name, tried=self._now(), problem=problem, origin=ORIGIN)
        return FeedEvent(name=name, state="failed", message=problem)
