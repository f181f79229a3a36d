"""One pass at a time for a folder, however it was started."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "sync.lock"


class Busy(Exception):
    """Another process is at it."""


@contextmanager
def alone(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold the folder for this process. The lock is the operating system's, by way of SQLite, which knows how each of
    them locks: it ends with the process, however that ends. Nothing is ever written into the file.

    Raises `Busy` where another process holds it, also after `wait` seconds; `sqlite3.Error` where the folder cannot be
    written.
    """
    db = sqlite3.connect(folder / NAME, timeout=wait, isolation_level=None)
    try:
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise Busy from error
            raise
        yield
    finally:
        db.close()
