"""From the command to the first picture, and the memory it takes, all on one display in turns."""

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import rivals
from tests.bench.display import Display, display
from tests.bench.process import Program, environment, running
from tests.bench.table import Row

ROUNDS, SEARCHES = 5, 2
QUIET, LONG = 1.5, 3.0  # a picture that stays so long (seconds) is the final one; while somebody types
WORD = "Wohnung"
KIOSK, EMPTY, CHROMIUM = "kiosk", "empty QML window", "Chromium"


class Taken(NamedTuple):
    """Seconds to the picture, MiB in memory behind it."""

    seconds: float
    memory: float


def rows(data: Path, page: Path) -> list[Row]:
    """Start and memory of the kiosk on the copy in `data` beside Chromium showing `page` and an empty window."""
    if not shutil.which("Xvfb"):
        return [Row("start and memory", None, "", note="no Xvfb here (Debian: xvfb)")]
    with display() as screen, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        env = environment(DISPLAY=screen.name, QT_QUICK_BACKEND="software", XDG_CACHE_HOME=f"{scratch}/cache")
        started = _medians(env, ROUNDS, _commands(data, page, Path(scratch)), _shown(screen, QUIET))
        searched = _medians(env, SEARCHES, _searching(data, page, Path(scratch)), _shown(screen, LONG))
    return _start_rows(started) + _memory_rows("after start", started) + _memory_rows("after a search", searched)


Command = Callable[[], Sequence[str] | None]
Run = Callable[[Program], Taken]


def _commands(data: Path, page: Path, scratch: Path) -> dict[str, Command]:
    return {
        KIOSK: lambda: [str(Path(sys.executable).parent / "kiosk"), "--data", str(data)],
        EMPTY: rivals.empty_window,
        CHROMIUM: lambda: rivals.chromium(page.as_uri(), Path(tempfile.mkdtemp(dir=scratch))),
    }


def _searching(data: Path, page: Path, scratch: Path) -> dict[str, Command]:
    """The same with a word typed into the search field."""
    return {
        KIOSK: lambda: [sys.executable, "-m", "tests.bench.visitor", str(data), WORD],
        CHROMIUM: lambda: rivals.chromium(f"{page.as_uri()}#{WORD}", Path(tempfile.mkdtemp(dir=scratch))),
    }


def _medians(env: Mapping[str, str], rounds: int, commands: Mapping[str, Command], run: Run) -> dict[str, Taken]:
    """Each command in turn, `rounds` times after one to warm the caches; without those that are not there."""
    taken: dict[str, list[Taken]] = defaultdict(list)
    for turn in range(rounds + 1):
        for name, command in commands.items():
            line = command()
            if line is not None:
                found = _run(name, line, env, run)
                if turn:
                    taken[name].append(found)
    return {name: Taken(*map(median, zip(*all_, strict=True))) for name, all_ in taken.items()}


def _run(name: str, line: Sequence[str], env: Mapping[str, str], run: Run) -> Taken:
    with running(line, env) as program:
        try:
            return run(program)
        except TimeoutError as error:
            raise RuntimeError(f"{name}: {error}; its last words: {program.last_words()}") from error


def _shown(screen: Display, quiet: float) -> Run:
    """Wait for the picture that stays for `quiet` seconds, then weigh."""
    return lambda program: Taken(screen.shown_after(program.started, quiet), program.memory())


def _start_rows(taken: Mapping[str, Taken]) -> list[Row]:
    ours = 1000 * taken[KIOSK].seconds
    empty = Row("start to first picture", ours, "ms", 2.5, EMPTY, 1000 * taken[EMPTY].seconds)
    return [_beside_chromium("start to first picture", ours, "ms", 0.6,
                             1000 * taken[CHROMIUM].seconds if CHROMIUM in taken else None), empty]


def _memory_rows(when: str, taken: Mapping[str, Taken]) -> list[Row]:
    return [_beside_chromium(f"memory {when}", taken[KIOSK].memory, "MiB", 0.25,
                             taken[CHROMIUM].memory if CHROMIUM in taken else None)]


def _beside_chromium(measure: str, ours: float, unit: str, bound: float, other: float | None) -> Row:
    return Row(measure, ours, unit, bound, CHROMIUM, other, "" if other else "no Chromium here (Debian: chromium)")
