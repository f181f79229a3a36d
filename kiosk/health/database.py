"""Whether the local copy can be read and is whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

from content.migrations import STEPS
from kiosk.health.check import Check, error, fine

REBUILD = "The next start sets it aside and makes a new one, which the next import or sync fills."
_SOUND = "ok"


def database(file: Path) -> Check:
    """Whether SQLite finds the file at that path sound (`PRAGMA integrity_check`) and this program can read it."""
    if not file.exists():
        return fine("database", "There is no local copy yet; the first start makes it.")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as db:
            verdict: str = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            version: int = db.execute("PRAGMA user_version").fetchone()[0]
            broken = db.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as reason:
        return error("database", f"{file.name} cannot be read: {reason}. {REBUILD}")
    return _judged(file, verdict if broken is None else f"a row of {broken[0]} points nowhere", version)


def _judged(file: Path, verdict: str, version: int) -> Check:
    facts = {"bytes": file.stat().st_size, "version": version}
    if verdict != _SOUND:
        return error("database", f"{file.name} is damaged: {verdict}. {REBUILD}", **facts)
    if version > len(STEPS):
        return error("database", f"{file.name} was made by a later version of this program: update the program, or "
                                 f"delete the file.", **facts)
    return fine("database", f"{file.name} is whole.", **facts)
