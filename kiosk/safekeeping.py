"""The copy is looked after where no screen waits for it: by the sync, before and behind a pass."""

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from content.backup import Damaged, back_up
from kiosk.folder import BACKUP, COPY, check, replace
from sync.event import Event

log = logging.getLogger(__name__)

CHECKED = "content.db.checked"
RARELY = timedelta(days=1)
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class Safekeeping:
    """The last step of a pass: the backup, where it is due."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now

    def run(self) -> Iterator[Event]:
        """Do it; there is nothing to say."""
        back_up_when_due(self._folder, self._now())
        return iter(())


def check_when_due(folder: Path, now: datetime) -> None:
    """Look at the whole copy once after each start of the machine, and once a day; replace it where it is damaged."""
    mark, boot = folder / CHECKED, _BOOT.read_text(encoding="ascii") if _BOOT.exists() else ""
    try:
        if mark.exists() and mark.read_text(encoding="ascii") == boot and not _old(mark, now):
            return
        check(folder)
        mark.write_text(boot, encoding="ascii")
    except (OSError, sqlite3.Error) as error:
        log.warning("the local copy could not be checked: %s", error)


def back_up_when_due(folder: Path, now: datetime) -> bool:
    """Make the backup equal to the copy, where it is older than a day and what can be read in it is not the same;
    whether that was done. Where the copy turns out to be damaged, the last backup takes its place."""
    backup = folder / BACKUP
    if not _old(backup, now):
        return False
    try:
        with closing(_reading(folder / COPY)) as db:
            if backup.exists() and _content(db) == _content_of(backup):
                backup.touch()  # it is as good as one made today
                return False
            back_up(db, backup)
    except Damaged as error:
        replace(folder, f"The local copy was damaged ({error}).")
        return False
    except (OSError, sqlite3.Error) as error:
        log.warning("no backup could be made: %s", error)
        return False
    return True


def _old(file: Path, now: datetime) -> bool:
    """Whether a file is not of today; one from the future is not, either."""
    if not file.exists():
        return True
    return not timedelta(0) <= now - datetime.fromtimestamp(file.stat().st_mtime, UTC) + timedelta(minutes=1) <= RARELY


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _content(db: sqlite3.Connection) -> bytes:
    """What tells the records of two copies apart."""
    digest = hashlib.blake2b()
    for (part,) in db.execute("SELECT digest FROM record ORDER BY id"):
        digest.update(part)
    return digest.digest()


def _content_of(backup: Path) -> bytes:
    try:
        with closing(_reading(backup)) as db:
            return _content(db)
    except sqlite3.Error as error:
        log.warning("the last backup cannot be read: %s", error)
        return b""
