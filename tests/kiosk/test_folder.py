"""The folder of a kiosk: a copy is always there."""

import sqlite3
from pathlib import Path

import pytest

from content.migrations import NewerSchema
from content.store import Store
from kiosk import seed
from kiosk.folder import COPY, open_copy


def test_a_new_folder_gets_the_built_in_content(tmp_path: Path) -> None:
    store = open_copy(tmp_path / "new" / "folder")
    assert store.get("helplines:112")
    store.close()


@pytest.mark.parametrize("damage", [b"no database, but longer than a header " * 40, b"SQLite format 3\0" * 60])
def test_a_damaged_copy_is_set_aside_and_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / COPY).write_bytes(damage)
    store = open_copy(tmp_path)
    assert store.get("helplines:112")
    assert (tmp_path / f"{COPY}.damaged").read_bytes() == damage
    store.close()


def test_a_page_that_was_overwritten_is_noticed(tmp_path: Path) -> None:
    open_copy(tmp_path).close()
    body = bytearray((tmp_path / COPY).read_bytes())
    body[0:4096] = bytes(4096)
    (tmp_path / COPY).write_bytes(body)
    store = open_copy(tmp_path)
    assert store.get("helplines:112")
    store.close()


def test_a_copy_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    open_copy(tmp_path).close()
    db = sqlite3.connect(tmp_path / COPY)
    db.execute("PRAGMA user_version = 1000")
    db.close()
    before = (tmp_path / COPY).read_bytes()
    with pytest.raises(NewerSchema):
        open_copy(tmp_path)
    assert (tmp_path / COPY).read_bytes() == before


def test_a_seed_holds_what_the_files_say(tmp_path: Path) -> None:
    grown = open_copy(tmp_path / "grown")
    seed.make(tmp_path / "seed-test.db")
    (tmp_path / "sown").mkdir()
    seed.sow(tmp_path / "sown" / COPY, tmp_path / "seed-test.db")
    sown = Store(tmp_path / "sown" / COPY)
    assert list(sown.export()) == list(grown.export())
    grown.close()
    sown.close()


def test_a_seed_never_replaces_a_copy(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(b"mine")
    seed.sow(tmp_path / COPY)
    assert (tmp_path / COPY).read_bytes() == b"mine"
