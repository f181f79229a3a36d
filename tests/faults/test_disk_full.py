"""A disk with no room left: what is there stays, visitors are served, and with room all goes on."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from content.backup import back_up
from content.soundness import damage
from content.store import Store
from kiosk.folder import BACKUP, COPY, copy_for_screen
from sync.outbox import Outbox
from tests.faults.city import FEED, snapshot, take, taken

MEGABYTE = 1 << 20
ROOM = 2 * MEGABYTE


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Take all room but some bytes."""
    file = disk / "full"
    with file.open("wb", buffering=0) as full:
        try:
            while full.write(bytes(4096)) == 4096:
                pass
        except OSError:
            full.truncate(max(0, full.tell() - leave))
    return file


def test_a_pass_on_a_full_disk_changes_nothing_and_goes_through_when_there_is_room(disk: Path) -> None:
    with closing(Store(disk / COPY)) as store:
        take(store, 1)
        full = fill(disk, leave=200_000)
        with pytest.raises(sqlite3.OperationalError, match=r"full|I/O"):
            store.replace_feed(FEED, snapshot(2, size=900))
        assert taken(store) == 1
        full.unlink()
        take(store, 2)
        assert taken(store) == 2
        assert not damage(store.db)


def test_a_full_disk_leaves_the_last_backup(disk: Path) -> None:
    with closing(Store(disk / COPY)) as store:
        take(store, 1)
        back_up(store.db, disk / BACKUP)
        take(store, 2)
        fill(disk, leave=20_000)
        with pytest.raises((OSError, sqlite3.OperationalError)):
            back_up(store.db, disk / BACKUP)
        assert not (disk / f"{BACKUP}.new").exists()
    with closing(Store(disk / BACKUP, read_only=True)) as backup:
        assert taken(backup) == 1


def test_a_first_start_on_a_full_disk_serves_visitors_and_leaves_nothing_half_made(
        disk: Path, caplog: pytest.LogCaptureFixture) -> None:
    full = fill(disk)
    with closing(copy_for_screen(disk)) as store:
        made = store.condition()
        assert store.get("helplines:112")
    assert made
    assert made.origin == "memory"
    assert str(disk) in caplog.text
    assert list(disk.iterdir()) == [full]


def test_what_the_outbox_had_stays_on_a_full_disk(disk: Path) -> None:
    with closing(Outbox(disk / "outbox.db")) as outbox:
        kept = outbox.put("feedback", {"words": "vorher"}, date(2026, 11, 26))
        full = fill(disk)
        with pytest.raises(sqlite3.OperationalError):
            outbox.put("feedback", {"words": "x" * 2_000_000}, date(2026, 11, 26))
        there = {item[0] for item in outbox.items()}
        assert kept in there
        full.unlink()
        later = outbox.put("feedback", {"words": "nachher"}, date(2026, 11, 26))
        assert {item[0] for item in outbox.items()} == {*there, later}
