"""Files that are there whole or not at all, whenever the power goes."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written(place: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write into, which is at `place` and on the disk once the block has ended well; else what was there
    stays. `private`: only its owner may read it. Raises `OSError`."""
    part = place.with_name(f".{place.name}.part")
    part.unlink(missing_ok=True)
    try:
        made = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
        with os.fdopen(made, "wb") as file:
            yield file
        put(part, place)
    finally:
        part.unlink(missing_ok=True)


def put(made: Path, place: Path) -> None:
    """Move a finished file to its place, on the disk before anything refers to it. Raises `OSError`."""
    _on_disk(made, os.O_RDWR)
    made.replace(place)
    keep_names(place.parent)


def keep_names(folder: Path) -> None:
    """Have on the disk which files are in a folder, where the system can do that. Raises `OSError`."""
    if os.name != "posix":
        return
    try:
        _on_disk(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system, as some for sticks, that knows this of files only
            raise


def _on_disk(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
