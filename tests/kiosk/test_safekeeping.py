"""Looking after the copy where no screen waits: once a day, and after each start of the machine."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from content import wire
from content.soundness import damage
from content.store import Store
from kiosk.cli import main
from kiosk.folder import BACKUP, open_copy
from kiosk.safekeeping import CHECKED, back_up_when_due, check_when_due
from tests.content.found import offer

DAY = timedelta(days=1, minutes=5)


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_copy(tmp_path)
    yield opened
    opened.close()


def fill(store: Store, *keys: str) -> None:
    store.replace_feed("t", [(record, wire.encode(record)) for record in map(offer, keys, keys)])


def backed_up(folder: Path) -> list[bytes]:
    with closing(Store(folder / BACKUP, read_only=True)) as backup:
        return list(backup.export())


def test_the_backup_is_made_at_most_once_a_day_and_only_of_something_new(store: Store, tmp_path: Path) -> None:
    fill(store, "a")
    assert back_up_when_due(tmp_path, now())
    first = backed_up(tmp_path)
    assert first == list(store.export())
    fill(store, "a", "b")
    assert not back_up_when_due(tmp_path, now())
    assert backed_up(tmp_path) == first
    assert back_up_when_due(tmp_path, now() + DAY)
    assert backed_up(tmp_path) == list(store.export()) != first
    assert not back_up_when_due(tmp_path, now() + DAY)


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_that_was_wrong_does_not_stop_backups(store: Store, tmp_path: Path, days: int) -> None:
    fill(store, "a")
    assert back_up_when_due(tmp_path, now())
    away = (now() + timedelta(days=days)).timestamp()
    os.utime(tmp_path / BACKUP, (away, away))
    fill(store, "b")
    assert back_up_when_due(tmp_path, now())


def test_a_damaged_copy_never_becomes_the_backup(store: Store, tmp_path: Path) -> None:
    fill(store, "a", "b")
    assert back_up_when_due(tmp_path, now())
    good = backed_up(tmp_path)
    with store.writing():
        store.db.execute("UPDATE body SET body = x'7b7d' WHERE record = (SELECT key FROM record WHERE id = 't:a')")
        store.db.execute("UPDATE record SET digest = x'00' WHERE id = 't:b'")
    assert not back_up_when_due(tmp_path, now() + DAY)
    assert backed_up(tmp_path) == good
    with closing(open_copy(tmp_path)) as again:
        assert again.get("t:a")
        assert again.get("t:b")
        assert not damage(again.db)


def test_the_copy_is_checked_once_after_each_start_of_the_machine_and_once_a_day(store: Store, tmp_path: Path) -> None:
    check_when_due(tmp_path, now())
    spoil(store)
    check_when_due(tmp_path, now())
    assert not store.moved()
    check_when_due(tmp_path, now() + DAY)
    assert store.moved()
    with closing(open_copy(tmp_path)) as again:
        spoil(again)
        (tmp_path / CHECKED).write_text("another start")
        check_when_due(tmp_path, now())
        assert again.moved()


def spoil(store: Store) -> None:
    store.db.execute("UPDATE body SET body = CAST(body || ' ' AS BLOB) WHERE record = (SELECT min(record) FROM body)")


def test_a_pass_backs_up_what_it_brought_and_puts_right_what_it_finds_damaged(
        tmp_path: Path, store: Store) -> None:
    fill(store, "a")
    assert CliRunner().invoke(main, ["sync", "--data", str(tmp_path)]).exit_code == 0
    assert backed_up(tmp_path) == list(store.export())
    spoil(store)
    (tmp_path / CHECKED).unlink()
    assert CliRunner().invoke(main, ["sync", "--data", str(tmp_path)]).exit_code == 0
    assert store.moved()
    with closing(open_copy(tmp_path)) as again:
        assert again.get("t:a")
        assert not damage(again.db)


def test_where_no_backup_can_be_made_the_reason_is_logged(store: Store, tmp_path: Path,
                                                          caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / f"{BACKUP}.new").mkdir()
    assert not back_up_when_due(tmp_path, now())
    assert "no backup could be made" in caplog.text
    assert store.get("helplines:112")
