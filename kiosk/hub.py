"""What a pass does with the hub of this kiosk: its content, the outbox, a sign of life."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from content.store import Store
from kiosk.folder import OUTBOX
from sync.delivery import Delivery
from sync.greeting import Greeting
from sync.passes import Step
from sync.sources.download import Downloads, Patience
from sync.sources.hub.client import Client
from sync.sources.hub.content import HubContent
from sync.sources.hub.intake import KIND
from sync.sources.hub.memory import HubMemory
from sync.wire.provisioning import Hub

PATIENCE = Patience(total=300)
"""A page of records may come over a thin line."""


@contextmanager
def hub_steps(folder: Path, store: Store, hub: Hub | None, district: str,
              now: Callable[[], datetime]) -> Iterator[list[Step]]:
    """The steps for the kiosk of `folder`, while the way to its hub is open; none where there is no hub."""
    if hub is None:
        yield []
        return
    with closing(Downloads(PATIENCE)) as downloads:
        client, outbox = Client(hub, downloads), folder / OUTBOX
        yield [HubContent(store, hub, client, now), Delivery(outbox, client, district, now),
               Greeting(HubMemory(store.db, hub), outbox, client, version("anlaufstelle"), now)]


def carried(store: Store, hub: Hub | None) -> set[str]:
    """The feeds that the hub keeps in the copy."""
    if hub is None:
        return set()
    return {name for (name,) in store.db.execute("SELECT name FROM feed WHERE kind = ?", (KIND,))}
