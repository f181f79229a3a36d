"""The backup of the copy: one file beside it, whole and sound, or as it was before."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from content.file import put


class Damaged(sqlite3.DatabaseError):
    """The copy that was to be kept is not sound; the message says what is wrong with it."""


def back_up(db: sqlite3.Connection, backup: Path) -> None:
    """Replace the backup by the copy behind `db` as it is at this moment, while others read and write it. It is checked
    before it takes the place of the last one, and is on the disk when this returns.

    Raises `Damaged` where the copy is not sound, `sqlite3.OperationalError` or `OSError` where there is no room; the
    last backup then stays.
    """
    from content.soundness import damage  # only who looks at all of a copy needs it
    with beside(backup) as made:
        with closing(sqlite3.connect(made, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = OFF")  # it counts only once all of it is written
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            if found := damage(target):
                raise Damaged(found)
        put(made, backup)


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """The name of a database to be made beside another, which is gone afterwards unless it was put in its place."""
    made = place.with_name(f"{place.name}.new")
    remove(made)
    try:
        yield made
    finally:
        remove(made)


def remove(file: Path) -> None:
    """Delete a database that nobody has open, with all that SQLite keeps beside it."""
    for rest in ("", "-wal", "-shm", "-journal"):
        file.with_name(f"{file.name}{rest}").unlink(missing_ok=True)


def load(source: Path, db: sqlite3.Connection) -> None:
    """Read the copy in the file `source` into the empty database `db`. Nothing is written into the folder of `source`.

    Raises `Damaged` where it is not sound, `sqlite3.DatabaseError` where it cannot be read.
    """
    from content.soundness import damage
    try:
        _read(f"{source.absolute().as_uri()}?mode=ro", db)
    except sqlite3.OperationalError:  # its log cannot be opened without writing; there is none after a calm end
        _read(f"{source.absolute().as_uri()}?mode=ro&immutable=1", db)
    if found := damage(db):
        raise Damaged(found)


def _read(address: str, db: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(address, uri=True)) as file:
        file.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        file.backup(db)
