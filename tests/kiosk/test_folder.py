"""The folder of a kiosk: a copy is always there."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from content import wire
from content.backup import back_up
from content.migrations import NewerSchema
from content.record import Record
from content.store import Store
from kiosk import seed
from kiosk.folder import BACKUP, COPY, DAMAGED, SUSPECT, check, copy_for_screen, open_copy, suspect


def offer(key: str) -> tuple[Record, bytes]:
    return wire.read({"type": "offer", "id": f"city:{key}", "kind": "service", "source": {"feed": "city"},
                      "texts": {"de": {"title": f"Titel {key}"}}})


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


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder whose copy has a record of the city's, and a backup of that; and a newer record since."""
    store = open_copy(tmp_path)
    store.replace_feed("city", [offer("old")])
    back_up(store.db, tmp_path / BACKUP)
    store.replace_feed("city", [offer("old"), offer("new")])
    store.close()
    return tmp_path


def ruin(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[4096:] = b"x" * len(body[4096:])
    file.write_bytes(body)


def known(folder: Path) -> tuple[bool, ...]:
    """Whether the copy has the newer record, the older one, and the help lines."""
    with closing(open_copy(folder)) as store:
        return tuple(store.get(id_) is not None for id_ in ("city:new", "city:old", "helplines:112"))


def test_the_order_of_copies_is_the_present_one_the_backup_the_starter(kept: Path) -> None:
    assert known(kept) == (True, True, True)
    ruin(kept / COPY)
    assert known(kept) == (False, True, True)
    ruin(kept / COPY)
    ruin(kept / BACKUP)
    assert known(kept) == (False, False, True)


@pytest.mark.parametrize("gone", ["content.db", "content.db-wal"])
def test_a_copy_that_is_gone_comes_back_from_the_backup(kept: Path, gone: str) -> None:
    (kept / COPY).unlink()
    (kept / "content.db-wal").write_bytes(b"of another file" if gone.endswith("wal") else b"")
    assert known(kept) == (False, True, True)


def test_the_copy_says_where_it_came_from(kept: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    ruin(kept / COPY)
    with closing(open_copy(kept)) as store:
        made = store.condition()
    assert made
    assert made.origin == "backup"
    assert "damaged" in made.reason
    assert "made of the backup" in caplog.text


def test_what_sqlite_does_not_notice_is_noticed(kept: Path) -> None:
    body = (kept / COPY).read_bytes()
    (kept / COPY).write_bytes(body.replace(b"Titel new", b"Titel neu"))
    with closing(sqlite3.connect(kept / COPY)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not check(kept)
    assert known(kept) == (False, True, True)


def test_a_screen_that_has_the_copy_open_notices_that_it_was_replaced(kept: Path) -> None:
    with closing(open_copy(kept)) as screen:
        assert not screen.moved()
        with closing(sqlite3.connect(kept / COPY)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        ruin(kept / COPY)
        assert not check(kept)
        assert screen.moved()
    assert known(kept) == (False, True, True)
    assert sorted(file.name for file in kept.iterdir()) == [COPY, BACKUP, DAMAGED]


def test_after_an_error_of_the_database_the_next_start_looks_closely(kept: Path) -> None:
    body = (kept / COPY).read_bytes()
    (kept / COPY).write_bytes(body.replace(b"Titel new", b"Titel neu"))
    suspect(kept, ValueError("ours"))
    assert known(kept) == (True, True, True)
    suspect(kept, sqlite3.DatabaseError("database disk image is malformed"))
    assert known(kept) == (False, True, True)
    assert not (kept / SUSPECT).exists()


def test_where_the_folder_cannot_be_used_visitors_are_served_from_memory(
        tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    with closing(copy_for_screen(tmp_path / "file" / "data")) as store:
        assert store.get("helplines:112")
        made = store.condition()
    assert made
    assert made.origin == "memory"
    assert str(tmp_path / "file" / "data") in made.reason
    assert str(tmp_path / "file" / "data") in caplog.text


def test_what_can_still_be_read_is_shown_though_nothing_can_be_written(kept: Path) -> None:
    before = (kept / COPY).read_bytes()
    with closing(sqlite3.connect(kept / COPY, isolation_level=None)) as db:
        db.execute("PRAGMA user_version = 1000")
    with closing(copy_for_screen(kept)) as store:  # of a later version: then the backup
        assert store.get("city:old")
        assert not store.get("city:new")
    (kept / COPY).write_bytes(before)
    (kept / "content.db-wal").unlink()
    (kept / "content.db-wal").mkdir()
    with closing(copy_for_screen(kept)) as store:
        assert store.get("city:new")
        assert store.moved()


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
