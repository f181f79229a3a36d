"""Many kiosks at once before a hub, and what they take: of processors, of the line, of Kinto."""

import asyncio
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

AT_ONCE = 64
SECONDS = 300  # after which whatever is not answered counts as lost
_TICK = os.sysconf("SC_CLK_TCK")


def ask(front: str, questions: Iterable[tuple[str, str]], expected: int) -> int:
    """Ask each question (path and further lines of its head) on a connection of its own; the bytes of all answers.
    Raises `RuntimeError` where one is not answered with that status."""
    return asyncio.run(asyncio.wait_for(_all(front, iter(list(questions)), expected), SECONDS))


async def _all(front: str, left: Iterator[tuple[str, str]], expected: int) -> int:
    address = urlsplit(front)

    async def kiosks() -> int:
        read = 0
        for path, head in left:
            reader, writer = await asyncio.open_connection(address.hostname, address.port)
            writer.write((f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nAccept-Encoding: gzip\r\n{head}"
                          "Connection: close\r\n\r\n").encode())
            answer = await reader.read()
            writer.close()
            if not answer.startswith(f"HTTP/1.1 {expected}".encode()):
                raise RuntimeError(f"a kiosk was told {answer[:40]!r}")
            read += len(answer)
        return read

    return sum(await asyncio.gather(*(kiosks() for _ in range(AT_ONCE))))


def upstream(folder: Path) -> int:
    """How many requests went on to Kinto."""
    lines = (folder / "nginx" / "access.log").read_text(encoding="utf-8").splitlines()
    return sum(not line.endswith((" HIT", " UPDATING", " STALE")) for line in lines)


def processor(processes: Sequence[int]) -> float:
    """The processor time these processes took up to now, in seconds."""
    fields = [Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
              for process in processes]
    return sum(int(field[11]) + int(field[12]) for field in fields) / _TICK


def family(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()
    return [parent, *map(int, children)]


def listener(listen: str) -> int:
    """The process of this hub: it was given the settings that say where it listens."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode().split("\0")
            if "serve" in words and listen in Path(words[words.index("--settings") + 1]).read_text(encoding="utf-8"):
                return int(process.name)
        except (OSError, ValueError):
            continue
    raise RuntimeError("the hub is gone")
