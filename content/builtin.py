"""The content the program brings along: its guides, the help lines, and what a kiosk shows before its first sync.

Each is a feed of the local copy. The folder it is made from is stamped into the feed's address, so that a start
with nothing new reads no file.
"""

import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from content.store import Store

KIND = "builtin"
STARTER = "starter"
_HERE = Path(__file__).parent
FOLDERS = {
    "help": _HERE / "help",
    "helplines": _HERE / "starter" / "helplines",
    STARTER: _HERE / "starter" / "luebeck",
}
_ORDER = FOLDERS["helplines"] / "order.txt"

_FORMAT = 1  # one more whenever the same files are read into different records
_RETIRED = "builtin:retired"
_LOG = logging.getLogger(__name__)


def ensure(store: Store, folders: Mapping[str, Path] = FOLDERS) -> None:
    """Bring the built-in feeds of the copy up to date, each in one transaction.

    The guides and the help lines are always there. The starter is there until the copy has a feed of another
    origin; then it is emptied for good. What cannot be read is logged, and the rest goes in. Errors of SQLite
    (file not writable, disk full) pass through. `folders` says which feed is made from which folder.
    """
    present = dict(store.db.execute("SELECT name, url FROM feed WHERE retrieved IS NOT NULL").fetchall())
    retired = present.get(STARTER) == _RETIRED or not present.keys() <= folders.keys()
    for feed, folder in folders.items():
        stamp = _RETIRED if feed == STARTER and retired else _stamp(folder)
        if present.get(feed) != stamp:
            _renew(store, feed, folder, stamp)


def emergency_order() -> tuple[str, ...]:
    """The ids of the help lines in the order in which the emergency screen shows them."""
    lines = (line.partition("#")[0].strip() for line in _ORDER.read_text(encoding="utf-8").splitlines())
    return tuple(f"helplines:{key}" for key in lines if key)


def _renew(store: Store, feed: str, folder: Path, stamp: str) -> None:
    if stamp == _RETIRED:
        store.replace_feed(feed, (), kind=KIND, url=stamp)
        return
    from content import wire
    from content.authored import read_folder
    records = read_folder(folder, feed, reject=lambda error: _LOG.error("built-in %s: %s", feed, error))
    store.replace_feed(feed, ((record, wire.encode(record)) for record in records), kind=KIND, url=stamp)


def _stamp(folder: Path) -> str:
    """The state of a folder's files without reading them: their names, sizes and times of change."""
    digest = hashlib.blake2b(repr((_FORMAT, sorted(_files(str(folder))))).encode(), digest_size=12)
    return f"{KIND}:{digest.hexdigest()}"


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from ((f"{entry.name}/{name}", size, changed) for name, size, changed in _files(entry.path))
            elif entry.name.endswith((".md", ".toml")):
                state = entry.stat()
                yield entry.name, state.st_size, state.st_mtime_ns
