"""A kiosk and its hub: what a pass with few changes costs, however much the hub holds; and the first sync."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import msgspec

from content.store import Store
from sync.sources.download import Downloads, Patience
from sync.sources.hub.client import Client
from sync.sources.hub.content import HubContent
from tests.bench.importing import ROUNDS as IMPORTS
from tests.bench.importing import Records, alone_and_indexed, tables, texts_of, timed
from tests.bench.offers import FEED, generate
from tests.bench.paper_hub import PaperHub, paper_hub
from tests.bench.table import Row

CHANGES = 10
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 5
FLAT = 2.0  # times the smallest: what still counts as the same


class Cost(NamedTuple):
    """What a pass cost: seconds, bytes of answers, requests."""

    seconds: float
    carried: float
    asked: int


class First(NamedTuple):
    """Seconds of a first sync, of its rows alone, of FTS5 for their texts, and of the same from a feed; requests of the
    first."""

    synced: float
    rows: float
    texts: float
    imported: float
    asked: int


def rows(offers: Records) -> Iterator[Row]:
    """The rows of passes, then those of a first sync of these offers."""
    costs = {size: _pass(size) for size in SIZES}
    least = costs[SIZES[0]]
    for size, cost in costs.items():
        measure = f"hub pass, {CHANGES} changes in {size:,} offers"
        beside = ("" if size == SIZES[0] else f"in {SIZES[0]:,}")
        yield Row(measure, cost.seconds * 1000, "ms", FLAT if beside else None, beside,
                  least.seconds * 1000 if beside else None, f"{cost.asked} requests")
        yield Row(measure, cost.carried / 1024, "KiB", FLAT if beside else None, beside,
                  least.carried / 1024 if beside else None)
    yield from _first(offers)


def _pass(size: int) -> Cost:
    """The medians of some passes with few changes each, on a kiosk that is current."""
    bodies = [body for _, body in generate(size, ("de", "en"))]
    with TemporaryDirectory() as folder, closing(Store(Path(folder) / "content.db")) as store, paper_hub() as hub:
        hub.put(bodies)
        _sync(store, hub)
        costs = []
        for number in range(ROUNDS):
            first = number * size // ROUNDS
            hub.put(_changed(body, number) for body in islice(bodies, first, first + CHANGES))
            costs.append(_sync(store, hub))
    return Cost(*map(median, zip(*costs, strict=True)))


def _changed(body: bytes, number: int) -> bytes:
    return msgspec.json.encode({**msgspec.json.decode(body), "provider": f"Amt {number}"}, order="sorted")


def _sync(store: Store, hub: PaperHub) -> Cost:
    hub.carried = hub.asked = 0
    started = perf_counter()
    with closing(Downloads(Patience())) as downloads:
        (event,) = HubContent(store, hub.hub, Client(hub.hub, downloads), lambda: datetime.now(UTC)).run()
    assert event.state == "changed", event.message
    return Cost(perf_counter() - started, hub.carried, hub.asked)


def _first(offers: Records) -> Sequence[Row]:
    """A first sync beside the raw time for its rows, and beside the import of the same from a feed."""
    measure = f"first sync of {len(offers):,} offers from a hub"
    with paper_hub() as hub:
        hub.put(body for _, body in offers)
        times = [_first_times(hub, offers) for _ in range(IMPORTS)]
    taken = First(*map(median, zip(*times, strict=True)))
    return [Row(measure, taken.synced, "s", 3, "the finished rows into SQLite", taken.rows, f"{taken.asked} requests"),
            Row(measure, taken.synced, "s", 3, "these rows and their texts into FTS5", taken.rows + taken.texts),
            Row(measure, taken.synced, "s", None, "the same from a feed", taken.imported)]


def _first_times(hub: PaperHub, offers: Records) -> First:
    with TemporaryDirectory() as folder:
        with closing(Store(Path(folder) / "ours.db")) as store:
            ours = _sync(store, hub)
            made = tables(store.db)
        with closing(Store(Path(folder) / "raw.db")) as raw:
            alone, index = alone_and_indexed(raw.db, made, texts_of(offers))
        with closing(Store(Path(folder) / "feed.db")) as feed:
            imported = timed(lambda: feed.replace_feed(FEED, offers))
    return First(ours.seconds, alone, index, imported, ours.asked)
