"""What kiosks that are current cost a hub: a real nginx as shipped, a real Kinto, and many polls on loopback."""

import asyncio
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlsplit

import requests

from sync.hub.city import opened
from tests.bench.table import Row
from tests.fakes.cache import cache
from tests.fakes.hub_server import City, found, hub_server

CROWDS = (1_000, 10_000)
SECONDS = 300  # after which whatever is not answered counts as lost
AT_ONCE = 64
_TICK = os.sysconf("SC_CLK_TCK")


class Polled(NamedTuple):
    """What polls took: how many they were, bytes to kiosks, processor seconds of nginx and Kinto, requests to Kinto."""

    polls: int
    bytes: int
    nginx: float
    kinto: float
    upstream: int


def rows() -> Iterator[Row]:
    """A crowd of kiosks, each a connection of its own, of which every one polls once."""
    with TemporaryDirectory(prefix="hub-polls-") as folder, hub_server(Path(folder, "hub")) as server:
        city = found(server, Path(folder, "city"))
        with opened(city.settings) as hub:
            hub.signer.sign()
        Path(folder).chmod(0o755)
        with cache(Path(folder, "nginx"), server.server.listen, "user root;" if os.getuid() == 0 else "",
                   rate="100000r/s") as front:
            for crowd in CROWDS:
                yield from _rows(_poll(city, front, Path(folder), crowd))


def _rows(polled: Polled) -> Iterator[Row]:
    of = f"{polled.polls:,} polls"
    yield Row(f"{of}: bytes each", polled.bytes / polled.polls, "B")
    yield Row(f"{of}: nginx's processor time each", polled.nginx / polled.polls * 1e6, "µs")
    yield Row(f"{of}: Kinto's processor time, all", polled.kinto * 1e3, "ms")
    yield Row(f"{of}: requests that reach Kinto", polled.upstream, "", bound=60)


def _poll(city: City, front: str, folder: Path, crowd: int) -> Polled:
    path = f"/v1{city.collection('manifest')}/records"
    tag = requests.get(front + path, timeout=10).headers["ETag"]
    nginx = _family(int((folder / "nginx" / "pid").read_text()))
    kinto = [_listener(city.settings.server.listen)]
    before = _processor(nginx), _processor(kinto), _upstream(folder)
    sent = asyncio.run(asyncio.wait_for(_crowd(front, path, tag, crowd), SECONDS))
    after = _processor(nginx), _processor(kinto), _upstream(folder)
    ours, theirs, reached = (now - then for now, then in zip(after, before, strict=True))
    return Polled(crowd, sent, ours, theirs, round(reached))


async def _crowd(front: str, path: str, tag: str, crowd: int) -> int:
    """The bytes that all of them are sent. Raises `RuntimeError` where one is not told that nothing is new."""
    address, left, sent = urlsplit(front), iter(range(crowd)), 0
    question = (f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nIf-None-Match: {tag}\r\nAccept-Encoding: gzip\r\n"
                "Connection: close\r\n\r\n").encode()

    async def kiosks() -> int:
        read = 0
        for _ in left:
            reader, writer = await asyncio.open_connection(address.hostname, address.port)
            writer.write(question)
            answer = await reader.read()
            writer.close()
            if not answer.startswith(b"HTTP/1.1 304"):
                raise RuntimeError(f"a kiosk was told {answer[:40]!r}")
            read += len(answer)
        return read

    for read in await asyncio.gather(*(kiosks() for _ in range(AT_ONCE))):
        sent += read
    return sent


def _upstream(folder: Path) -> int:
    """How many requests went on to Kinto."""
    lines = (folder / "nginx" / "access.log").read_text(encoding="utf-8").splitlines()
    return sum(not line.endswith((" HIT", " UPDATING", " STALE")) for line in lines)


def _processor(processes: Sequence[int]) -> float:
    """The processor time these processes took up to now, in seconds."""
    fields = [Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
              for process in processes]
    return sum(int(field[11]) + int(field[12]) for field in fields) / _TICK


def _family(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()
    return [parent, *map(int, children)]


def _listener(listen: str) -> int:
    """The process of this hub: it was given the settings that say where it listens."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode().split("\0")
            if "serve" in words and listen in Path(words[words.index("--settings") + 1]).read_text(encoding="utf-8"):
                return int(process.name)
        except (OSError, ValueError):
            continue
    raise RuntimeError("the hub is gone")


if __name__ == "__main__":
    began = time.monotonic()
    for row in rows():
        print(row.measure, row.ours, row.unit)  # noqa: T201
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201
