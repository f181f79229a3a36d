"""A kiosk's sync, step by step, on a folder of its own."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from content.store import Store
from kiosk.folder import COPY, OUTBOX
from sync.delivery import Delivery
from sync.event import DeliveryEvent, Event, FeedEvent
from sync.greeting import Greeting
from sync.outbox import Outbox
from sync.sources.download import Downloads, Patience
from sync.sources.hub.client import Client
from sync.sources.hub.content import HubContent
from sync.sources.hub.memory import HubMemory
from sync.wire.provisioning import Hub

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Terminal:
    """One of a hub's kiosks; `page` is the number of records it asks for at a time."""

    def __init__(self, folder: Path, hub: Hub, page: int = 100, now: Callable[[], datetime] = lambda: NOON) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.hub = hub
        self.page = page
        self.now = now

    def content(self) -> FeedEvent:
        """Ask for what is new."""
        with closing(self.store()) as store, closing(self._downloads()) as downloads:
            (event,) = HubContent(store, self.hub, Client(self.hub, downloads), self.now, self.page).run()
        return event

    def deliver(self) -> list[DeliveryEvent]:
        """Deliver what waits."""
        with closing(self._downloads()) as downloads:
            return list(Delivery(self.folder / OUTBOX, Client(self.hub, downloads), "Moisling", self.now).run())

    def greet(self, version: str = "1") -> list[Event]:
        """Leave a sign of life, if it is time."""
        with closing(self.store()) as store, closing(self._downloads()) as downloads:
            memory = HubMemory(store.db, self.hub)
            return list(Greeting(memory, self.folder / OUTBOX, Client(self.hub, downloads), version, self.now).run())

    def store(self) -> Store:
        """The copy."""
        return Store(self.folder / COPY)

    def outbox(self) -> Outbox:
        """The outbox."""
        return Outbox(self.folder / OUTBOX)

    def export(self) -> list[bytes]:
        """All that can be seen."""
        with closing(self.store()) as store:
            return list(store.export())

    def rows(self, table: str) -> int:
        """How many rows a table of the copy has."""
        with closing(self.store()) as store:
            found: int = store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return found

    def _downloads(self) -> Downloads:
        return Downloads(Patience(connect=5, silence=10, total=20))
