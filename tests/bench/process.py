"""Programs that are measured from outside: started, weighed and ended with all their children."""

import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

PROC = Path("/proc")
KIB = 1024
# What the shell of a developer may say about Python and Qt is no part of what is measured.
_FOREIGN = ("PYTHON", "QT_", "QML", "WAYLAND")


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    return {**kept, **more}


class Program:
    """A running program and its children."""

    def __init__(self, process: subprocess.Popen[bytes], started: float, told: IO[bytes]) -> None:
        self.process = process
        self.started = started
        self._told = told

    def last_words(self) -> str:
        """The last line it wrote to standard error."""
        self._told.seek(0)
        return self._told.read().decode(errors="replace").strip().rpartition("\n")[2]

    def memory(self) -> float:
        """MiB in memory of all its processes; what is shared with others counts in shares (PSS)."""
        return sum(map(proportional, self._pids())) / KIB

    def processes(self) -> int:
        """How many processes it has."""
        return len(_running(self._pids()))

    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self.started

    def end(self) -> None:
        """End it and every child it still has."""
        left = self._pids()
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        for pid in left & _running(left):
            with suppress(ProcessLookupError):
                os.kill(pid, 9)
        self.process.wait()

    def _pids(self) -> set[int]:
        """The program, its descendants and those who left the family but not the session."""
        family: dict[int, list[int]] = defaultdict(list)
        for pid, parent, session in _processes():
            family[parent].append(pid)
            family[session].append(pid)
        found: set[int] = set()
        ahead = [self.process.pid]
        while ahead:
            pid = ahead.pop()
            if pid not in found:
                found.add(pid)
                ahead += family[pid]
        return found


@contextmanager
def running(command: Sequence[str], env: Mapping[str, str]) -> Iterator[Program]:
    """The program of that command line, in a session of its own, ended at the end."""
    with TemporaryFile() as told:
        started = time.monotonic()
        process = subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=told)
        program = Program(process, started, told)
        try:
            yield program
        finally:
            program.end()


def _processes() -> Iterator[tuple[int, int, int]]:
    """Number, parent and session of every process."""
    for folder in PROC.glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            yield int(folder.name), int(fields[1]), int(fields[3])


def _running(pids: set[int]) -> set[int]:
    return {pid for pid in pids if (PROC / str(pid)).exists()}


def proportional(pid: int) -> int:
    """KiB of one process; 0 if it has just ended."""
    with suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
