"""Bytes that turned into others anywhere in the files: they are noticed, and a whole copy takes their place."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from content.backup import back_up
from content.search import Search
from content.soundness import damage
from content.store import Store
from kiosk.folder import BACKUP, COPY, check
from tests.faults.city import take, taken

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the second pass, a backup of the first, and what a machine that lost its power leaves: a long log."""
    made, left = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("left")
    with closing(Store(made / COPY)) as store:
        take(store, 1)
        back_up(store.db, made / BACKUP)
        take(store, 2)
    shutil.copytree(made, left, dirs_exist_ok=True)
    with closing(Store(made / COPY)) as store:
        take(store, 3)
        take(store, 4)
        shutil.copytree(made, left / "log")
    (left / "log" / f"{COPY}-shm").unlink()
    return left


def one_byte(body: bytearray, chance: random.Random) -> None:
    body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)


def some_bytes(body: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(body))
    length = min(chance.randrange(1, 600), len(body) - start)
    body[start:start + length] = chance.randbytes(length)


def a_page_of_zeros(body: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(body) // PAGE) * PAGE
    body[start:start + PAGE] = bytes(PAGE)


def a_page_in_the_wrong_place(body: bytearray, chance: random.Random) -> None:
    here, there = (chance.randrange(len(body) // PAGE) * PAGE for _ in range(2))
    body[here:here + PAGE] = body[there:there + PAGE]


def the_end_missing(body: bytearray, chance: random.Random) -> None:
    del body[chance.randrange(len(body)):]


@pytest.mark.parametrize("spoil", [one_byte, some_bytes, a_page_of_zeros, a_page_in_the_wrong_place, the_end_missing])
def test_the_copy_is_whole_after_a_check(spoil: Callable[[bytearray, random.Random], None], whole: Path,
                                         tmp_path: Path) -> None:
    chance = random.Random(spoil.__name__)
    noticed = 0
    for number in range(16):
        folder = tmp_path / str(number)
        shutil.copytree(whole, folder, ignore=shutil.ignore_patterns("log"))
        body = bytearray((folder / COPY).read_bytes())
        spoil(body, chance)
        (folder / COPY).write_bytes(body)
        sound = check(folder)
        noticed += not sound
        with closing(Store(folder / COPY)) as store:
            assert taken(store) == (2 if sound else 1)
            assert not damage(store.db)
            assert Search(store).find("Titel", "de").hits
    assert noticed


def test_a_log_with_wrong_bytes_gives_an_older_whole_copy(whole: Path, tmp_path: Path) -> None:
    chance = random.Random(9)
    found = []
    for number in range(24):
        folder = tmp_path / str(number)
        shutil.copytree(whole / "log", folder)
        log = folder / f"{COPY}-wal"
        body = bytearray(log.read_bytes())
        chance.choice((one_byte, some_bytes, the_end_missing))(body, chance)
        log.write_bytes(body)
        with closing(Store(folder / COPY)) as store:
            found.append(taken(store))
            assert not damage(store.db)
    assert set(found) <= {2, 3, 4}
    assert len(set(found)) > 1
