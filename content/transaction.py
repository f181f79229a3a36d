"""Changes of a database that are made whole or not at all, and one state of it for all that is read together."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

PATIENCE = 5.0  # seconds
_PAUSE = 0.01
_PRIMARY = 0xFF  # of a result code, whose other bits say more


def log_ahead(db: sqlite3.Connection) -> None:
    """Let readers and a writer go on beside each other (`journal_mode = WAL`). Those who open the same new file at this
    moment would wait for each other until all of them give up; so nobody waits, and it is asked again, for `PATIENCE`
    seconds. Raises `sqlite3.OperationalError` after that. The connection's `busy_timeout` is as before."""
    (patience,) = db.execute("PRAGMA busy_timeout").fetchone()
    db.execute("PRAGMA busy_timeout = 0")
    late = monotonic() + PATIENCE
    while not _switched(db, last=monotonic() > late):
        sleep(_PAUSE)
    db.execute(f"PRAGMA busy_timeout = {patience}")


def _switched(db: sqlite3.Connection, *, last: bool) -> bool:
    try:
        db.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside becomes visible at once or, if anything goes wrong, never. Inside another `writing` it
    is part of that. Who else writes is waited for as long as the connection's `busy_timeout` says; then, and where
    there is no room, raises `sqlite3.OperationalError`. `db` is in autocommit mode (`isolation_level=None`)."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # where the disk is full, SQLite may have taken it all back already
            db.execute("ROLLBACK")
        raise


@contextmanager
def reading(db: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside belongs to one state, whoever writes meanwhile; inside another transaction to that of
    it."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        if db.in_transaction:  # an error of the disk ends it
            db.execute("COMMIT")
