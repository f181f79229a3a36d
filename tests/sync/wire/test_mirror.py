"""The root stands for every key, time and content, and costs what changed."""

import hashlib
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.wire.mirror import BUCKETS, TABLES, Entry, Mirror, leaf
from sync.wire.record import key_of

numbers = st.integers(0, 30)
changes = st.tuples(st.lists(st.tuples(numbers, st.integers(1, 3)), max_size=40), st.lists(numbers, max_size=10))


def entry(number: int, modified: int = 1, content: str = "") -> Entry:
    record = f"f:{number}"
    return Entry(key_of(record), record, modified, hashlib.sha256(content.encode()).hexdigest())


def plainly(present: dict[str, Entry]) -> str:
    """The root as the protocol says it, with no memory."""
    def joined(hashes: list[str]) -> str:
        return hashlib.sha256("".join(hashes).encode()).hexdigest()
    buckets: list[list[str]] = [[] for _ in range(BUCKETS)]
    for key in sorted(present):
        buckets[int(key[:3], 16)].append(leaf(key, present[key].modified, present[key].digest))
    return joined([joined(bucket) for bucket in buckets])


def fresh() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(TABLES)
    return db


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    opened = fresh()
    yield opened
    opened.close()


@given(st.lists(changes, max_size=4))
@settings(max_examples=40)
def test_the_root_after_any_changes_is_that_of_what_is_there(rounds: list[tuple[list[tuple[int, int]], list[int]]],
                                                             ) -> None:
    db = fresh()
    mirror, present = Mirror(db, "offers"), dict[str, Entry]()
    for put, removed in rounds:
        mirror.put([entry(*one) for one in put])
        present |= {entry(*one).key: entry(*one) for one in put}
        mirror.remove(entry(one).key for one in removed)
        for one in removed:
            present.pop(entry(one).key, None)
        assert mirror.root() == plainly(present)
        assert mirror.count() == len(present)
        assert list(mirror.entries()) == [present[key] for key in sorted(present)]
    db.close()


@pytest.mark.parametrize("other", [entry(1, 2), entry(1, 1, "x"), entry(2)])
def test_a_time_a_content_or_a_record_makes_another_root(db: sqlite3.Connection, other: Entry) -> None:
    mirror = Mirror(db, "offers")
    mirror.put([entry(1)])
    before = mirror.root()
    mirror.put([other])
    assert mirror.root() != before


def test_collections_are_mirrors_of_their_own(db: sqlite3.Connection) -> None:
    offers, guides = Mirror(db, "offers"), Mirror(db, "guides")
    empty = guides.root()
    offers.put([entry(1)])
    assert guides.root() == empty
    assert guides.get(entry(1).key) is None
    assert offers.get(entry(1).key) == entry(1)
    guides.put([entry(2)])
    offers.clear()
    assert (offers.root(), offers.count(), guides.count()) == (empty, 0, 1)


def test_a_change_costs_its_buckets_and_not_the_collection(db: sqlite3.Connection) -> None:
    mirror = Mirror(db, "offers")
    mirror.put([entry(number) for number in range(20_000)])
    mirror.root()
    looked: list[str] = []
    db.set_trace_callback(looked.append)
    mirror.put([entry(number, 2) for number in range(10)])
    mirror.root()
    db.set_trace_callback(None)
    assert len([line for line in looked if "FROM mirror WHERE" in line]) <= 10


def test_a_root_that_is_rolled_back_was_never_reckoned(db: sqlite3.Connection) -> None:
    mirror = Mirror(db, "offers")
    mirror.put([entry(1)])
    before = mirror.root()
    db.execute("BEGIN")
    mirror.put([entry(2)])
    assert mirror.root() != before
    db.execute("ROLLBACK")
    assert mirror.root() == before
