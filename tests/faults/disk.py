"""A disk whose power can be cut: what a program did to a folder, and what of it may be left at any moment.

What was synced is there. Of what was written since, each file has nothing, all, or any part, in pieces of a sector;
of names that were given and taken since the folder was synced, the first few hold.
"""

import os
import random
import struct
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<cQQI")
SOURCE = Path(__file__).with_name("disklog.c")


class Step(NamedTuple):
    """Something a program did: kind (`w`rite, `t`runcate, `s`ync, `o`pen, `u`nlink, `r`ename), file, offset, bytes."""

    kind: str
    file: int
    offset: int
    data: bytes


def library(folder: Path) -> Path | None:
    """What writes such steps down, made by the C compiler; None where there is none."""
    made = folder / "disklog.so"
    try:
        subprocess.run(["cc", "-shared", "-fPIC", "-o", made, SOURCE, "-ldl"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return made


def watched(library: Path, folder: Path, log: Path) -> dict[str, str]:
    """The environment in which a program's steps in a folder are written down."""
    return {**os.environ, "LD_PRELOAD": str(library), "DISKLOG_FOLDER": str(folder), "DISKLOG_FILE": str(log)}


def steps(log: Path) -> Iterator[Step]:
    """What was written down."""
    rest = memoryview(log.read_bytes())
    while rest:
        kind, file, offset, length = _HEAD.unpack_from(rest)
        yield Step(kind.decode(), file, offset, bytes(rest[_HEAD.size:_HEAD.size + length]))
        rest = rest[_HEAD.size + length:]


class Disk:
    """A folder, empty at first, after some steps."""

    def __init__(self) -> None:
        self._synced: dict[int, bytearray] = {}
        self._since: dict[int, list[Step]] = {}
        self._names: dict[str, int] = {}
        self._named: list[Step] = []
        self._now: dict[str, int] = {}
        self._numbers: dict[int, int] = {}

    def do(self, step: Step) -> None:
        """One step more."""
        step = self._numbered(step)
        if step.kind in "our":
            self._named.append(step)
            _name(self._now, step)
        elif step.kind == "s" and step.file < 0:  # the folder
            for named in self._named:
                _name(self._names, named)
            self._named.clear()
        elif step.kind == "s":
            content = self._synced.setdefault(step.file, bytearray())
            for written in self._since[step.file]:
                _write(content, written)
            self._since[step.file] = []
        else:
            self._since[step.file].append(step)

    def _numbered(self, step: Step) -> Step:
        """The step with a number of its own for each file: systems give the inode of one that is gone to another."""
        if step.kind == "o" and self._now.get(step.data.decode()) != self._numbers.get(step.file, -1):
            self._numbers[step.file] = len(self._since)
            self._since[len(self._since)] = []
        return step._replace(file=self._numbers.get(step.file, -1))

    def left(self, chance: random.Random) -> dict[str, bytes]:
        """What may be found after a cut: contents by name."""
        names = dict(self._names)
        for named in self._named[:chance.randint(0, len(self._named))]:
            _name(names, named)
        return {Path(name).name: self._content(file, chance) for name, file in names.items()
                if not name.endswith("-shm")}

    def _content(self, file: int, chance: random.Random) -> bytes:
        content = bytearray(self._synced.get(file, b""))
        share = chance.choice((0.0, 1.0, chance.random()))
        for step in _torn(self._since.get(file, ())):
            if chance.random() < share:
                _write(content, step)
        return bytes(content)


def _torn(done: Sequence[Step]) -> Iterator[Step]:
    """The steps in pieces of a sector: a disk writes these whole."""
    for step in done:
        if step.kind == "t":
            yield step
        for start in range(0, len(step.data), SECTOR):
            yield step._replace(offset=step.offset + start, data=step.data[start:start + SECTOR])


def _write(content: bytearray, step: Step) -> None:
    if len(content) < step.offset + len(step.data):
        content.extend(bytes(step.offset + len(step.data) - len(content)))
    if step.kind == "t":
        del content[step.offset:]
    else:
        content[step.offset:step.offset + len(step.data)] = step.data


def _name(names: dict[str, int], step: Step) -> None:
    path = step.data.decode()
    if step.kind == "o":
        names[path] = step.file
    elif step.kind == "u":
        names.pop(path, None)
    else:
        old, new = path.split("\n")
        names[new] = names.pop(old)
