"""The copy a kiosk starts from: made when the program is set up, so that the first start only copies a file.

`python -m kiosk.seed` makes it. Nothing depends on it: without it, or where it is out of date, the built-in content
is read from its files.
"""

import shutil
import tempfile
import zlib
from pathlib import Path

from content.migrations import STEPS

SEED = Path(__file__).parent / f"seed-{zlib.crc32(''.join(STEPS).encode()):08x}.db"
"""Its name says which tables it has."""


def sow(copy: Path, seed: Path = SEED) -> None:
    """Put the seed at `copy` if nothing is there and a seed was made."""
    if seed.exists() and not copy.exists():
        shutil.copyfile(seed, copy)


def make(seed: Path = SEED) -> None:
    """Make the seed from the built-in content; older ones beside it are removed."""
    from kiosk.folder import COPY, open_copy
    for old in seed.parent.glob("seed-*.db"):
        old.unlink()
    with tempfile.TemporaryDirectory() as name:
        store = open_copy(Path(name))
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.db.execute("VACUUM")
        store.db.execute("PRAGMA journal_mode = DELETE")
        store.close()
        shutil.copy(Path(name) / COPY, seed)


if __name__ == "__main__":
    make()
