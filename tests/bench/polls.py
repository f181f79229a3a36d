"""What kiosks cost a hub: a real nginx as shipped, a real Kinto on PostgreSQL, and many kiosks on loopback."""

import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import requests

from sync.hub.city import opened
from tests.bench.crowd import ask, family, listener, processor, upstream
from tests.bench.table import Row
from tests.fakes.cache import cache
from tests.fakes.editor import Editor, offer
from tests.fakes.hub_server import City, found, hub_server
from tests.fakes.postgres import Cluster, cluster

CROWDS = (1_000, 10_000)
BURST = 2_000  # kiosks that ask for what is new after a change
SENDERS = 20  # kiosks that leave something
OFFERS, CHANGES = 1_000, 10


class Taken(NamedTuple):
    """What was taken: processor seconds of nginx, Kinto and PostgreSQL, and requests that reached Kinto."""

    nginx: float
    kinto: float
    database: float
    upstream: float


class Hub(NamedTuple):
    """A running hub: `front` is the address of the cache before it."""

    city: City
    front: str
    folder: Path
    database: Cluster

    def taken(self) -> Taken:
        """All it took up to now."""
        pids = [int(file.read_text().split()[0]) for file in (self.folder / "nginx" / "pid", self.database.pid)]
        nginx, database = (processor(family(pid)) for pid in pids)
        return Taken(nginx, processor([listener(self.city.settings.server.listen)]), database, upstream(self.folder))

    def took(self, what: Callable[[], int]) -> tuple[int, Taken]:
        """What something gives, and what it took."""
        before = self.taken()
        given = what()
        return given, Taken(*(now - then for now, then in zip(self.taken(), before, strict=True)))

    def path(self, collection: str, query: str = "") -> str:
        """The path of a collection's records, as a kiosk asks for them."""
        return f"/v1{self.city.collection(collection)}/records{query}"


def rows() -> Iterator[Row]:
    """Kiosks that are current, each a connection of its own; kiosks after a change; and kiosks that leave something."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="hub-polls-")))
        database = stack.enter_context(cluster())
        server = stack.enter_context(hub_server(folder / "hub", database.url))
        folder.chmod(0o755)
        front = stack.enter_context(cache(folder / "nginx", server.server.listen,
                                          "user root;" if os.getuid() == 0 else "", rate="100000r/s"))
        hub = Hub(found(server, folder / "city"), front, folder, database)
        change(hub, OFFERS)
        for crowd in CROWDS:
            yield from _polls(hub, crowd)
        yield from _burst(hub)
        yield from _letters(hub)


def change(hub: Hub, offers: int) -> int:
    """Write and sign that many offers; the time (ms) of the state before."""
    editor = Editor(hub.city)
    before = editor.timestamp("offers")
    editor.put(*(offer(str(number), provider=uuid.uuid4().hex, alert="Beratung und Hilfe " * 60)
                 for number in range(offers)))
    editor.close()
    with opened(hub.city.settings) as city:
        city.signer.sign()
    return before


def _polls(hub: Hub, crowd: int) -> Iterator[Row]:
    path = hub.path("manifest")
    tag = requests.get(hub.front + path, timeout=10).headers["ETag"]
    sent, took = hub.took(lambda: ask(hub.front, [(path, f"If-None-Match: {tag}\r\n")] * crowd, 304))
    yield from _rows(f"{crowd:,} polls", crowd, sent, took)


def _burst(hub: Hub) -> Iterator[Row]:
    since = change(hub, CHANGES)
    time.sleep(10)  # until the cache asks again
    until = int(requests.get(hub.city.url + hub.path("offers", "?_limit=1")[3:], timeout=10).headers["ETag"].strip('"'))
    page = hub.path("offers", f"?_sort=last_modified&_limit=250&_since={since}&_before={until + 1}")
    sent, took = hub.took(lambda: ask(hub.front, [(hub.path("manifest"), ""), (page, "")] * BURST, 200))
    yield from _rows(f"{BURST:,} kiosks, {CHANGES} changes", BURST, sent, took)


def _letters(hub: Hub) -> Iterator[Row]:
    """What visitors said, a request each; at the first of a day the kiosk's password is checked."""
    accounts = [hub.city.account(f"kiosk-{number}", "kiosks") for number in range(SENDERS)]
    item = {"kind": "feedback", "day": "2026-11-26", "body": {"record": "stadt:1", "language": "de", "answer": "up"}}

    def send() -> int:
        for who in accounts:
            answer = requests.put(hub.front + hub.path("feedback", f"/{uuid.uuid4()}"), json={"data": item}, auth=who,
                                  timeout=60)
            answer.raise_for_status()
        return SENDERS

    for which in ("the first item of a kiosk's day", "an item"):
        _, took = hub.took(send)
        yield Row(f"{which}: Kinto's processor time", took.kinto / SENDERS * 1e3, "ms")
        yield Row(f"{which}: PostgreSQL's", took.database / SENDERS * 1e3, "ms")


def _rows(of: str, kiosks: int, sent: int, took: Taken) -> Iterator[Row]:
    yield Row(f"{of}: bytes each", sent / kiosks, "B")
    yield Row(f"{of}: nginx's processor time each", took.nginx / kiosks * 1e6, "µs")
    yield Row(f"{of}: Kinto's processor time, all", took.kinto * 1e3, "ms")
    yield Row(f"{of}: requests that reach Kinto", took.upstream, "", bound=60)


if __name__ == "__main__":
    began = time.monotonic()
    for row in rows():
        print(row.measure, row.ours, row.unit)  # noqa: T201
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201
