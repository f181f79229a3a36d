"""The power is cut whenever something was to be on the disk: a whole copy is there, and all that was entrusted."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from content.soundness import damage
from content.store import Store
from kiosk.folder import BACKUP, COPY
from sync.outbox import Outbox
from tests.faults.city import taken
from tests.faults.disk import Disk, library, steps, watched

TRIES = 3  # what may be left differs by chance
PASSES = """
from contextlib import closing
from content.backup import back_up
from content.store import Store
from kiosk.folder import BACKUP, COPY, replace
from tests.faults.city import take
def work(numbers):
    with closing(Store(folder / COPY)) as store:
        store.db.execute("PRAGMA wal_autocheckpoint = 40")
        for number in numbers:
            take(store, number)
            say(number)
            if number in (3, 6):
                back_up(store.db, folder / BACKUP)
work(range(1, 8))
replace(folder, "It was damaged.")
work(range(8, 10))
"""
ENTRUSTED = """
from datetime import date
from sync.outbox import Outbox
outbox = Outbox(folder / "outbox.db")
for number in range(25):
    say(outbox.put("feedback", {"words": "Satz " * number}, date(2026, 11, 26)))
outbox.close()
"""
FILES = """
from content.file import written
for number in range(8):
    with written(folder / "file") as file:
        file.write(b"%d" % number * 3000)
    say(number)
"""
PROGRAM = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
said = os.open(folder / "said", os.O_CREAT | os.O_WRONLY)
def say(what):
    os.write(said, f"{what}\\n".encode())
"""


@pytest.fixture(scope="module")
def disklog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What watches a program's writing."""
    made = library(tmp_path_factory.mktemp("disklog")) if sys.platform == "linux" else None
    if made is None:
        pytest.skip("no C compiler for Linux here")
    return made


def cuts(program: str, disklog: Path, at: Path) -> Iterator[tuple[Path, list[str]]]:
    """What may be left of a program's folder when the power is cut while it waits for the disk; what it had said."""
    (at / "folder").mkdir()
    subprocess.run([sys.executable, "-c", PROGRAM + program, str(at / "folder")], check=True,
                   env=watched(disklog, at / "folder", at / "log"))
    disk, chance, said, teller = Disk(), random.Random(1), list[str](), -1
    for number, step in enumerate(steps(at / "log")):
        if step.kind == "o" and step.data.endswith(b"/said"):
            teller = step.file
        elif step.kind == "w" and step.file == teller:
            said.append(step.data.decode().strip())
        for attempt in range(TRIES if step.kind == "s" else 0):
            left = at / f"{number}-{attempt}"
            left.mkdir()
            for name, content in disk.left(chance).items():
                (left / name).write_bytes(content)
            yield left, said
        disk.do(step)


def test_after_a_power_cut_the_copy_is_whole_or_its_backup_takes_its_place(disklog: Path, tmp_path: Path) -> None:
    found, without = [], 0
    for left, said in cuts(PASSES, disklog, tmp_path):
        if (left / BACKUP).exists():
            with closing(Store(left / BACKUP)) as backup:
                assert not damage(backup.db)
                assert taken(backup) in {3, 6}
        elif "4" in said:
            pytest.fail("the backup that was made is gone")
        if (left / COPY).exists():
            with closing(Store(left / COPY)) as store:
                assert not damage(store.db)
                found.append(taken(store))
                assert found[-1] <= int(said[-1] if said else 0) + 1
        else:
            without += "1" in said
            assert (left / BACKUP).exists() or not said
    assert len(found) > 50
    assert {3, 6, 7} <= set(found)
    assert without


def test_what_the_outbox_took_is_there_after_a_power_cut(disklog: Path, tmp_path: Path) -> None:
    tried = 0
    for left, said in cuts(ENTRUSTED, disklog, tmp_path):
        with closing(Outbox(left / "outbox.db")) as outbox:
            assert set(said) <= {item[0] for item in outbox.items()}
            assert outbox.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tried += 1
    assert tried > 60


def test_a_file_is_there_whole_after_a_power_cut_as_soon_as_it_is_said_to_be(disklog: Path, tmp_path: Path) -> None:
    found = set[int]()
    for left, said in cuts(FILES, disklog, tmp_path):
        if (left / "file").exists():
            content = (left / "file").read_bytes()
            assert len(content) == 3000
            assert len(set(content)) == 1
            found.add(int(content[:1]))
        assert not said or int(content[:1]) in {int(said[-1]), int(said[-1]) + 1}
    assert found >= set(range(7))
