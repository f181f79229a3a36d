"""Killed at any instant, nothing that was finished is lost, and nothing unfinished is seen."""

import multiprocessing
import random
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from content.backup import back_up
from content.soundness import damage
from content.store import Store
from kiosk.folder import BACKUP, COPY, DAMAGED, open_copy
from sync.outbox import Outbox
from tests.faults.city import passes, taken

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.test_kills", "content.intake", "content.soundness"])
LONGEST = 0.1  # seconds a child lives after it has begun: several passes


def killed(chance: random.Random, act: Callable[..., Iterator[Any]], *arguments: object) -> list[Any]:
    """Let a process of its own act, kill it at an instant of chance, and say what it had said by then."""
    ours, theirs = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=say, args=(theirs, act, *arguments))
    child.start()
    theirs.close()
    with ours:
        assert ours.recv() == "begun"
        child.join(chance.uniform(0, LONGEST))
        child.kill()
        child.join()
        child.close()
        return list(heard(ours))


def say(to: Connection, act: Callable[..., Iterator[Any]], *arguments: object) -> None:
    to.send("begun")
    for said in act(*arguments):
        to.send(said)


def heard(ours: Connection) -> Iterator[Any]:
    """What is in the pipe, to its end; the last word may have been cut short."""
    try:
        while True:
            yield ours.recv()
    except (EOFError, OSError):
        return


@pytest.fixture(scope="module")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with the built-in content alone."""
    folder = tmp_path_factory.mktemp("built-in")
    open_copy(folder).close()
    return folder / COPY


def test_200_kills_in_passes_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(5)
    last, through = 0, set[int]()
    for number in range(200):
        said = killed(chance, passes, tmp_path / COPY, last + 1)
        with closing(Store(tmp_path / COPY)) as store:
            found = taken(store)
            assert max([last, *said]) <= found <= max([last, *said]) + 1
            assert number % 20 or not damage(store.db)
        through.add(len(said))
        last = found
    assert last > 20
    assert len(through) > 1, "each kill fell at the same place"


def backups(folder: Path) -> Iterator[int]:
    """Passes, with a backup after each."""
    for number in passes(folder / COPY, 1):
        with closing(Store(folder / COPY)) as store:
            back_up(store.db, folder / BACKUP)
        yield number


def test_a_backup_is_whole_whenever_it_is_killed(tmp_path: Path) -> None:
    chance = random.Random(6)
    there = 0
    for _ in range(25):
        killed(chance, backups, tmp_path)
        if (tmp_path / BACKUP).exists():
            with closing(Store(tmp_path / BACKUP, read_only=True)) as backup:
                assert taken(backup)
                assert not damage(backup.db)
            there += 1
    assert there


def repairs(folder: Path) -> Iterator[bool]:
    """A start that finds the copy damaged."""
    open_copy(folder).close()
    yield True


def test_a_start_that_is_killed_while_it_replaces_a_damaged_copy_ends_well_the_next_time(
        tmp_path: Path, built_in: Path) -> None:
    chance = random.Random(7)
    (tmp_path / COPY).write_bytes(built_in.read_bytes())
    with closing(Store(tmp_path / COPY)) as store:
        next(one for one in passes(tmp_path / COPY, 3) if one == 4)
        back_up(store.db, tmp_path / BACKUP)
    finished = 0
    for _ in range(12):
        (tmp_path / COPY).write_bytes(b"SQLite format 3\0" + b"x" * 9000)
        finished += bool(killed(chance, repairs, tmp_path))
        with closing(open_copy(tmp_path)) as store:
            assert taken(store) == 4
            assert store.get("helplines:112")
    assert (tmp_path / DAMAGED).exists()
    assert finished < 12


def entrusts(file: Path, day: date) -> Iterator[str]:
    """A visitor after the other says something."""
    outbox = Outbox(file)
    for number in count():
        yield outbox.put("feedback", {"words": f"Satz {number}"}, day)


def test_what_the_outbox_took_is_there_after_any_kill(tmp_path: Path) -> None:
    chance = random.Random(8)
    taken_in: set[str] = set()
    for _ in range(40):
        taken_in |= set(killed(chance, entrusts, tmp_path / "outbox.db", date(2026, 11, 26)))
    with closing(Outbox(tmp_path / "outbox.db")) as outbox:
        there = {item[0] for item in outbox.items()}
        assert outbox.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(taken_in) > 40
    assert taken_in <= there
