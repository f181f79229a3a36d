"""A kiosk that reads a feed itself: what a pass costs in which nothing changed, and one with ten changes."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from content.record import Offer, Record
from content.store import Store
from sync.direct import DirectFeeds
from sync.feed import Feed
from sync.planned import planned
from sync.reading import FeedReader
from tests.bench.offers import generate
from tests.bench.table import Row
from tests.fakes.feed_server import FeedServer, answer, feed_server

CHANGES = 10
SIZES = (1_000, 10_000)
ROUNDS = 5
Entries = list[dict[str, str]]


class Cost(NamedTuple):
    """What a pass cost: seconds, and bytes of the answer's body."""

    seconds: float
    carried: float


def rows() -> Iterator[Row]:
    """Without bounds: a feed that knows no changes is sent as a whole, and grows with what it holds."""
    for size in SIZES:
        unchanged, changed = _passes(size)
        for what, cost in (("nothing new", unchanged), (f"{CHANGES} changes", changed)):
            measure = f"direct feed, {what} in {size:,} offers"
            yield Row(measure, cost.seconds * 1000, "ms")
            yield Row(measure, cost.carried / 1024, "KiB")


def _passes(size: int) -> tuple[Cost, Cost]:
    """The medians of some passes in which nothing is new, and of some with few changes each."""
    entries = [_entry(record) for record, _ in generate(size, ("de", "en"))]
    with TemporaryDirectory() as name, closing(Store(Path(name) / "content.db")) as store, feed_server() as server:
        carried = _show(server, entries)
        run = _runner(store, server, Path(name))
        assert run() == "changed"
        unchanged = [_measured(run, carried, "current") for _ in range(ROUNDS)]
        changed = []
        for number in range(ROUNDS):
            for entry in entries[number::size // CHANGES]:
                entry["operator"] = f"Haus {number}"
            changed.append(_measured(run, _show(server, entries), "changed"))
    return _middle(unchanged), _middle(changed)


def _entry(record: Record) -> dict[str, str]:
    assert isinstance(record, Offer)
    text = record.texts["de"]
    return {"id": record.id, "name": text.title, "operator": record.provider,
            "description": "\n".join(block.text for block in text.description)}


def _show(server: FeedServer, entries: Entries) -> list[int]:
    """Answer with these, or with nothing to those who have them; the list fills with the sizes of the answers."""
    body, sizes = json.dumps(entries).encode(), list[int]()
    tag = f'"{blake2b(body, digest_size=8).hexdigest()}"'

    def run(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == tag
        sizes.append(0 if known else len(body))
        answer(b"" if known else body, 304 if known else 200, ETag=tag)(handler)

    server.routes["/list"] = run
    return sizes


def _runner(store: Store, server: FeedServer, folder: Path) -> Callable[[], str]:
    plan = planned([Feed("json", f"{server.url}/list", "bench")], folder)

    def run() -> str:
        event, = DirectFeeds(store, plan, FeedReader(store, lambda: datetime.now(UTC))).run()
        return event.state

    return run


def _measured(run: Callable[[], str], carried: list[int], state: str) -> Cost:
    carried.clear()
    started = perf_counter()
    found = run()
    seconds = perf_counter() - started
    assert found == state
    return Cost(seconds, sum(carried))


def _middle(costs: list[Cost]) -> Cost:
    return Cost(*map(median, zip(*costs, strict=True)))
