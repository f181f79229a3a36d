"""A copy that reads feeds from a server pass after pass, for tests: its clock stands still until it is set."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content.store import Store
from kiosk.seed import sow
from sync.direct import DirectFeeds
from sync.event import FeedEvent
from sync.feed import Feed
from sync.planned import planned
from sync.reading import FeedReader
from sync.sources.document import Limits
from sync.sources.download import Patience

TIGHT = Limits(document=100_000, pull=250_000, pull_time=20,
               patience=Patience(connect=1, silence=0.5, total=1, redirects=3))


class Copy:
    """The copy in a folder, and the feeds it is made from."""

    def __init__(self, folder: Path, *feeds: Feed) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        sow(folder / "content.db")
        self.folder = folder
        self.feeds = list(feeds)
        self.now = datetime(2026, 11, 26, 12, tzinfo=UTC)

    def sync(self, limits: Limits = TIGHT) -> list[FeedEvent]:
        """What a pass over the feeds says."""
        with closing(Store(self.folder / "content.db")) as store:
            reader = FeedReader(store, lambda: self.now, limits)
            return list(DirectFeeds(store, planned(self.feeds, self.folder), reader).run())

    def one(self) -> FeedEvent:
        """What a pass says of the one feed there is."""
        event, = self.sync()
        return event

    def later(self, **time: float) -> None:
        """Let time pass; it may be negative."""
        self.now += timedelta(**time)

    def held(self) -> list[bytes]:
        """The records of feeds, as `kiosk export` writes them."""
        with closing(Store(self.folder / "content.db")) as store:
            names = {feed.name for feed in store.feeds() if feed.kind != "builtin"}
            rows = store.db.execute("SELECT feed, body FROM record JOIN body ON record = key ORDER BY id").fetchall()
        return [body for name, body in rows if name in names]
