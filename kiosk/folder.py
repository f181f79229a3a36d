"""The folder a kiosk keeps its things in, and the local copy in it."""

import logging
import os
import sqlite3
from pathlib import Path

from content.builtin import ensure
from content.lexicon.compiling import compile_into
from content.migrations import NewerSchema
from content.store import Store
from kiosk.seed import sow

log = logging.getLogger(__name__)

COPY = "content.db"
LEXICON = "lexicon.tsv"


def default_folder() -> Path:
    """Where the local copy lies if nobody says otherwise (XDG base directories)."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "anlaufstelle"


def open_copy(folder: Path) -> Store:
    """The local copy in `folder`, made with the built-in content if there is none yet, and with
    the words of the lexicon, the city's own (`lexicon.tsv` there) among them.

    A damaged file is set aside as `content.db.damaged`, and a new copy is made: it is only a copy. A file of a later
    version (`NewerSchema`) and a file that cannot be reached (`sqlite3.OperationalError`) are left as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _filled(folder)
    except (NewerSchema, sqlite3.OperationalError):
        raise
    except sqlite3.DatabaseError:
        log.exception("the local copy is damaged and is made anew")
        _set_aside(folder / COPY)
        return _filled(folder)


def _filled(folder: Path) -> Store:
    sow(folder / COPY)
    store = Store(folder / COPY)
    try:
        ensure(store)
        compile_into(store.db, folder / LEXICON)
    except BaseException:
        store.close()
        raise
    return store


def _set_aside(file: Path) -> None:
    file.replace(file.with_name(f"{file.name}.damaged"))
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
