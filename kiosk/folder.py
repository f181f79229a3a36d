"""The folder a kiosk keeps its things in, and the local copy in it.

There is always a copy: the one in the folder, as new as the last whole transaction; where that is gone or damaged the
backup; where there is none the content the program brings along. Which it is stands in the copy (`Store.condition`)
and in the log.
"""

import logging
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from content.backup import beside, remove
from content.builtin import ensure
from content.condition import Condition, is_damage, keep_condition
from content.file import put
from content.lexicon.compiling import compile_into
from content.store import Store
from kiosk.seed import sow

log = logging.getLogger(__name__)

COPY = "content.db"
BACKUP = "content.db.backup"
DAMAGED = "content.db.damaged"
SUSPECT = "content.db.suspect"
OUTBOX = "outbox.db"
LEXICON = "lexicon.tsv"


def default_folder() -> Path:
    """Where the local copy lies if nobody says otherwise (XDG base directories)."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "anlaufstelle"


def open_copy(folder: Path) -> Store:
    """The local copy in `folder`, with the built-in content and the words of the lexicon, the city's own (`lexicon.tsv`
    there) among them.

    A damaged file is set aside as `content.db.damaged`, and the next good copy takes its place. A file of a later
    version (`NewerSchema`) and a folder that cannot be used (`OSError`, `sqlite3.OperationalError`) stay as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / SUSPECT).exists():
        check(folder)
    try:
        return _opened(folder)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        replace(folder, f"The local copy was damaged ({error}).")
        return _opened(folder)


def copy_for_screen(folder: Path) -> Store:
    """The local copy in `folder`; where that cannot be used, what can be read of it in memory alone, for visitors are
    served all the same. What is wrong is said in the log and in the condition of the copy."""
    try:
        return open_copy(folder)
    except (OSError, sqlite3.Error) as error:
        log.critical("%s cannot be used: %s. Visitors are shown what could be read; `kiosk doctor` says more",
                     folder, error)
        return _lent(folder, f"{folder} cannot be used: {error}.")


def suspect(folder: Path, error: BaseException) -> None:
    """After an error: if it may come from a damaged copy, the next start looks at all of it before it opens it."""
    if is_damage(error):
        try:
            (folder / SUSPECT).touch()
        except OSError:
            log.exception("the local copy cannot be marked for a closer look")


def check(folder: Path) -> bool:
    """Look at every byte of the copy, and replace it if it is damaged; whether it was not. Screens that have it open
    notice (`Store.moved`). Raises `sqlite3.OperationalError` where it cannot be read."""
    file = folder / COPY
    found = _damage(file) if file.exists() else ""
    if found:
        replace(folder, f"The local copy was damaged ({found}).")
    (folder / SUSPECT).unlink(missing_ok=True)
    return not found


def replace(folder: Path, reason: str) -> None:
    """Set the copy aside, and put the next good one in its place: the backup, else one with the built-in content."""
    log.error("%s It is set aside as %s", reason, DAMAGED)
    if (folder / COPY).exists():
        (folder / COPY).replace(folder / DAMAGED)
    _place(folder, reason)


def _opened(folder: Path) -> Store:
    if not (folder / COPY).exists():
        _place(folder, "The local copy was gone." if (folder / BACKUP).exists() else "")
    return _filled(Store(folder / COPY), folder)


def _place(folder: Path, reason: str) -> None:
    """Put a copy where there is none. What lay beside another one goes first: its log would be taken for this one's."""
    remove(folder / COPY)
    made = Condition("starter", datetime.now(UTC), reason)
    with beside(folder / COPY) as file:
        if _restored(folder / BACKUP, file):
            made = made._replace(origin="backup")
        else:
            sow(file)
        with closing(Store(file)) as store:
            keep_condition(store.db, made)
        put(file, folder / COPY)
    log.info("the local copy is made of the %s%s", made.origin, f": {reason}" if reason else "")


def _restored(backup: Path, file: Path) -> bool:
    """Copy the backup to `file` if there is one that is sound and that this program can read."""
    if not backup.exists():
        return False
    from content.soundness import damage  # only who looks at all of a copy needs it
    try:
        shutil.copyfile(backup, file)
        with closing(Store(file)) as store:
            found = damage(store.db)
    except (OSError, sqlite3.Error) as error:
        found = str(error)
    if found:
        log.error("the backup cannot be used: %s", found)
        remove(file)
    return not found


def _lent(folder: Path, reason: str) -> Store:
    """A copy in memory of the first file that can be read, else of the built-in content."""
    made = Condition("memory", datetime.now(UTC), reason)
    for source in (folder / COPY, folder / BACKUP):
        try:
            store = _filled(Store.in_memory(source), folder)
        except (OSError, sqlite3.Error) as error:
            log.warning("%s cannot be read: %s", source.name, error)
        else:
            break
    else:
        store = _filled(Store.in_memory(), folder)
    keep_condition(store.db, made)
    return store


def _damage(file: Path) -> str:
    from content.soundness import damage
    try:
        with closing(Store(file)) as store:
            return damage(store.db)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return str(error)


def _filled(store: Store, folder: Path) -> Store:
    """The copy with all that the program and the city bring along."""
    try:
        ensure(store)
        compile_into(store.db, folder / LEXICON)
    except BaseException:
        store.close()
        raise
    return store
