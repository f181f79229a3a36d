"""The stage of a hub's collection: what is taken from it goes, unless what was made of it is not kept."""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from content.batch import SIZE
from content.store import Store
from sync.sources.hub.stage import Stage, Staged, staged
from sync.wire.record import OFFERS, key_of

MANY = 2 * SIZE + 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "content.db")) as opened:
        yield opened


def fill(store: Store, number: int, text: str = "") -> Stage:
    """Records of the times 1, 2, 3 …, then one that went."""
    stage = Stage(store.db, OFFERS)
    stage.keep((one for time in range(1, number + 1) for one in staged(
        key_of(f"f:{time}"), time, {"id": f"f:{time}", "text": text})), number)
    stage.keep(staged(key_of("f:gone"), 1, None, deleted=True), number)
    return stage


def left(store: Store) -> int:
    found: int = store.db.execute("SELECT count(*) FROM hub_staged").fetchone()[0]
    return found


def records(taken: Iterator[Staged]) -> list[str]:
    return [one.entry.record for one in taken]


def test_all_is_taken_once_in_the_order_in_which_it_came(store: Store) -> None:
    stage = fill(store, MANY)
    assert records(stage.taken(MANY)) == [f"f:{time}" for time in range(1, MANY + 1)]
    assert records(stage.taken(MANY)) == []
    assert (stage.gone(MANY), left(store)) == ([key_of("f:gone")], 1)


def test_what_is_newer_stays(store: Store) -> None:
    stage = fill(store, 5)
    assert records(stage.taken(3)) == ["f:1", "f:2", "f:3"]
    assert records(stage.taken(5)) == ["f:4", "f:5"]


def test_what_was_taken_for_nothing_is_there_again(store: Store) -> None:
    stage = fill(store, MANY)
    with suppress(OSError), store.writing():
        next(stage.taken(MANY))
        assert left(store) == MANY + 1 - SIZE
        raise OSError("cable")
    assert left(store) == MANY + 1


def test_the_copy_gets_the_room_in_the_file(store: Store) -> None:
    stage = fill(store, MANY, "x" * 5000)
    pages = store.db.execute("PRAGMA page_count").fetchone()
    with store.writing():
        for one in stage.taken(MANY):
            store.db.execute("INSERT INTO hub VALUES (?, ?)", (one.entry.key, one.body))
        stage.clear()
    assert store.db.execute("PRAGMA page_count").fetchone()[0] < pages[0] * 1.6
