"""Reading the feeds of the city, as a kiosk reads its own, and bringing them onto the server."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from content.store import Store
from sync.direct import DirectFeeds
from sync.event import FeedEvent
from sync.feed import Feed
from sync.hub.city import City
from sync.hub.harvest import FeedReport, Harvest
from sync.planned import planned
from sync.reading import FeedReader

_COPY = "feeds.db"


def harvest(city: City, feeds: Sequence[Feed], folder: Path) -> list[FeedReport]:
    """Read the feeds (paths are meant from `folder`) and make the server hold what they say; then sign.

    A feed that fails, or whose answer is not plausible, leaves its records as they are. Raises `HubError`.
    """
    with closing(Store(Path(city.settings.folder) / city.bucket / _COPY)) as copy:
        reports = Harvest(city, copy, _read(copy, feeds, folder)).run()
    city.signer.sign()
    return reports


def _read(copy: Store, feeds: Sequence[Feed], folder: Path) -> Iterator[FeedReport]:
    reader = FeedReader(copy, lambda: datetime.now(UTC))
    for event in DirectFeeds(copy, planned(feeds, folder), reader).run():
        yield _report(event)


def _report(event: FeedEvent) -> FeedReport:
    """What reading said; whether anything changes on the server is not known yet."""
    return FeedReport(event.name, "current" if event.state == "changed" else event.state, event.message)
