"""The feeds that this kiosk reads itself, as a step of a pass."""

from collections.abc import Iterator, Sequence

from content import builtin
from content.store import Store
from sync.event import FeedEvent
from sync.reading import ORIGIN, FeedReader, Planned


class DirectFeeds:
    """Brings every feed in, one after the other; one that fails does not stop the others."""

    def __init__(self, store: Store, feeds: Sequence[Planned], reader: FeedReader) -> None:
        self._store = store
        self._feeds = feeds
        self._reader = reader

    def run(self) -> Iterator[FeedEvent]:
        """One event a feed, and one for each that left."""
        names = set[str]()
        for feed in self._feeds:
            event = self._reader.read(feed)
            yield event
            names.add(event.name)
        yield from self._left(names)
        builtin.ensure(self._store)

    def _left(self, names: set[str]) -> Iterator[FeedEvent]:
        """Feeds that no longer stand in the settings leave the copy; but not before those that do are there: a feed
        that got another name would be gone until it can be read."""
        states = self._store.feeds()
        if not names <= {state.name for state in states if state.retrieved}:
            return
        for state in states:
            if state.origin == ORIGIN and state.name not in names:
                removed = self._store.drop_feed(state.name)
                yield FeedEvent(name=state.name, state="changed", message="no longer in the settings", removed=removed)
