"""A city whose offers change from pass to pass: what its copy holds after each is known."""

from collections.abc import Iterator
from pathlib import Path

from content import wire
from content.record import Record
from content.store import Store

FEED = "city"
NUMBERS = "CREATE TABLE IF NOT EXISTS told (number INTEGER NOT NULL)"


def snapshot(number: int, size: int = 24) -> list[tuple[Record, bytes]]:
    """The offers of a pass: each time some are new, some are gone, and some say something else."""
    return [_offer(key, (key * number) % 5) for key in range(size) if (key + number) % 7]


def take(store: Store, number: int) -> None:
    """A pass: deltas, the cursor and a table of the caller's own, in one transaction."""
    new = snapshot(number)
    ids = {record.id for record, _ in new}
    with store.writing():
        store.upsert(new)
        store.remove([id_ for id_, in store.db.execute("SELECT id FROM record WHERE feed = ?", (FEED,)).fetchall()
                      if id_ not in ids])
        store.set_feed(FEED, cursor=str(number))
        store.db.execute(NUMBERS)
        store.db.execute("DELETE FROM told")
        store.db.execute("INSERT INTO told VALUES (?)", (number,))


def taken(store: Store) -> int:
    """The number of the pass the copy is of, having made sure that it is whole."""
    cursor = next((int(state.cursor) for state in store.feeds() if state.name == FEED), 0)
    if cursor:
        assert store.db.execute("SELECT number FROM told").fetchone() == (cursor,)
    bodies = [body for record, body in snapshot(cursor)] if cursor else []
    assert sorted(_own(store)) == sorted(bodies)
    return cursor


def _own(store: Store) -> Iterator[bytes]:
    return (row[0] for row in store.db.execute(
        "SELECT body FROM body JOIN record ON key = record WHERE feed = ?", (FEED,)))


def passes(file: Path, first: int) -> Iterator[int]:
    """Pass after pass, without an end; the number of each when it is through."""
    store = Store(file)
    number = first
    while True:
        take(store, number)
        yield number
        number += 1


def _offer(key: int, state: int) -> tuple[Record, bytes]:
    return wire.read({
        "type": "offer", "id": f"{FEED}:{key}", "kind": "service", "source": {"feed": FEED}, "topics": ["money"],
        "texts": {language: {"title": f"Titel {key} {language}", "description": f"{language} Stand {state}. " * 9}
                  for language in ("de", "tr", "ar")}})
