"""Whether the local copy can be read and is whole, and where it came from."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from content.condition import Condition, condition
from content.feed import states
from content.migrations import STEPS
from content.soundness import damage
from kiosk.folder import BACKUP
from kiosk.health.check import Check, error, fine, warning

REBUILD = "The next sync or start sets it aside, and the backup or the built-in content takes its place."
IN_MEMORY = "Visitors are shown a copy in memory, and nothing new can be kept."


def database(file: Path) -> Check:
    """Whether the file at that path is sound (`content.soundness.damage`), this program can read it, and the folder
    can be written."""
    if not file.exists():
        return fine("database", f"There is no local copy in {file.parent} yet; the first start makes it.")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            version: int = db.execute("PRAGMA user_version").fetchone()[0]
            if version > len(STEPS):
                return error("database", f"{file.name} was made by a later version of this program: update the "
                                         f"program, or delete the file. {IN_MEMORY}", version=version)
            return _judged(file, damage(db), db)
    except sqlite3.Error as reason:
        return error("database", f"{file.name} cannot be read: {reason}. {REBUILD}")


def _judged(file: Path, damaged: str, db: sqlite3.Connection) -> Check:
    if damaged:
        return error("database", f"{file.name} is damaged: {damaged}. {REBUILD}", bytes=file.stat().st_size)
    made = condition(db)
    backup = file.with_name(BACKUP)
    kept = datetime.fromtimestamp(backup.stat().st_mtime, UTC).isoformat(timespec="minutes") if backup.exists() else ""
    facts = {"bytes": file.stat().st_size, "version": len(STEPS), "backup": kept,
             **({"origin": made.origin, "since": made.since.isoformat(), "reason": made.reason} if made else {})}
    if not os.access(file.parent, os.W_OK) or not os.access(file, os.W_OK):
        return error("database", f"{file} cannot be written. {IN_MEMORY}", **facts)
    if made and made.reason and not _renewed(db, made):
        return warning("database", f"{file.name} was made of the {made.origin} at {made.since:%Y-%m-%d %H:%M} UTC. "
                                   f"{made.reason} It is current again as soon as its feeds have answered.", **facts)
    return fine("database", f"{file.name} is whole; {f'its backup is of {kept}' if kept else 'it has no backup yet'}.",
                **facts)


def _renewed(db: sqlite3.Connection, made: Condition) -> bool:
    """Whether every feed has answered since the copy was put in place."""
    asked = [state.checked for state in states(db) if state.tried]
    return bool(asked) and all(checked and checked > made.since for checked in asked)
