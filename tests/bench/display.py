"""A screen without a monitor whose pixels can be watched: Xvfb keeps them in a file, so that looking at them asks
nothing of the X server and disturbs nobody."""

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

WIDTH, HEIGHT = 1280, 800
BYTES_A_PIXEL = 4
EVERY = 16  # one line of pixels of so many is looked at
PAUSE = 0.002
THERE = 0.99  # share of pixels that are as they will stay


class Look(NamedTuple):
    """The lines looked at, as they became at a time (seconds of the monotonic clock)."""

    at: float
    pixels: bytes


class Display:
    """An X display by its `name`, and what is to be seen on it."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        self._pixels = pixels
        header = struct.unpack(">25I", pixels[:100])  # XWDFileHeader
        self._line = header[12]
        self._first = header[0] + header[19] * 12
        self._bare = self.pixels()

    def pixels(self) -> bytes:
        """Some of the lines of the screen."""
        starts = range(self._first, self._first + HEIGHT * self._line, EVERY * self._line)
        return b"".join(self._pixels[start:start + WIDTH * BYTES_A_PIXEL] for start in starts)

    def shown_after(self, started: float, quiet: float, patience: float = 20) -> float:
        """Seconds from `started` until the screen looked as it will stay: watches until something is on it and
        nothing has changed for `quiet` seconds. Raises `TimeoutError` if nothing is shown."""
        looks = list(self._looks(started, quiet, patience))
        if not looks or self._is_bare(looks[-1].pixels):
            raise TimeoutError(f"nothing was shown within {patience} s")
        return next(look.at for look in looks if _likeness(look.pixels, looks[-1].pixels) >= THERE) - started

    def _looks(self, started: float, quiet: float, patience: float) -> Iterator[Look]:
        shown, changed = self.pixels(), 0.0
        while (now := time.monotonic()) < started + patience and not (changed and now > changed + quiet):
            time.sleep(PAUSE)
            pixels = self.pixels()
            if pixels != shown:
                shown = pixels
                changed = 0.0 if self._is_bare(pixels) else time.monotonic()
                yield Look(time.monotonic(), pixels)

    def _is_bare(self, pixels: bytes) -> bool:
        """Whether there is nothing on the screen but perhaps a pointer."""
        lines = range(0, len(pixels), WIDTH * BYTES_A_PIXEL)
        same = sum(pixels[at:at + WIDTH * BYTES_A_PIXEL] == self._bare[at:at + WIDTH * BYTES_A_PIXEL] for at in lines)
        return same > len(lines) / 2


def _likeness(one: bytes, other: bytes) -> float:
    pairs = list(zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True))
    return sum(mine == theirs for mine, theirs in pairs) / len(pairs)


@contextmanager
def display() -> Iterator[Display]:
    """A display for as long as the context lasts. Raises `FileNotFoundError` where there is no Xvfb."""
    with TemporaryDirectory() as folder:
        ready, tell = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder,
             "-nolisten", "tcp"],
            pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        try:
            with os.fdopen(ready) as told:
                number = told.readline().strip()
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                yield Display(f":{number}", mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ))
        finally:
            server.terminate()
            server.wait()
