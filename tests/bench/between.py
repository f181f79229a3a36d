"""What a running kiosk weighs between two passes: whatever a pass needed has gone with its process."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.settings import NAME
from kiosk.upkeep.passes import SOON
from tests.bench.process import Program, environment, running
from tests.bench.table import Row
from tests.fakes.feed_server import FeedServer, feed_server
from tests.fakes.waiting import until

OFFERS = 1_000
PATIENCE = 60  # seconds until the first pass has come and gone
SETTINGS = '[[feeds]]\nkind = "json"\nurl = "{}/list"\nname = "bench"\n'
KEPT = 1.1  # times the memory before the first pass: the pages of the copy that the screen reads anew


def rows(data: Path) -> Iterator[Row]:
    """The kiosk on a copy of the folder `data`, before its first pass and after it."""
    with feed_server() as server, TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = _folder(data, Path(scratch), server)
        command = [str(Path(sys.executable).parent / "kiosk"), "--data", str(folder)]
        env = environment(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
        with running(command, env) as program:
            yield from _weighed(program, server)


def _weighed(program: Program, server: FeedServer) -> Iterator[Row]:
    until(lambda: program.age() > SOON - 1, "the kiosk did not come to rest")
    memory, processes = program.memory(), program.processes()
    until(lambda: server.asked, "there was no pass", PATIENCE)
    until(lambda: program.processes() <= processes, "the pass did not end", PATIENCE)
    yield Row("memory between passes", program.memory(), "MiB", KEPT, "before the first pass", memory)
    yield Row("processes a pass leaves behind", program.processes() - processes, "", 0)


def _folder(data: Path, scratch: Path, server: FeedServer) -> Path:
    """A kiosk's folder with that copy and one feed."""
    server.json("/list", [{"id": str(number), "name": f"Angebot {number}"} for number in range(OFFERS)])
    folder = scratch / "data"
    shutil.copytree(data, folder)
    (folder / NAME).write_text(SETTINGS.format(server.url), encoding="utf-8")
    return folder
