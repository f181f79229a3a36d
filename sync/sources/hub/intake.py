"""From what came in to what is seen: in one transaction, and only if it is what the hub signed."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from content import builtin, wire
from content.batch import batches
from content.intake import Change, Pair
from content.record import Offer
from content.store import Store
from content.wire import InvalidRecord
from sync.source import Rejection
from sync.sources.hub.memory import HubMemory
from sync.sources.hub.stage import Stage, Staged
from sync.wire.manifest import Manifest
from sync.wire.mirror import Mirror
from sync.wire.record import OFFERS

KIND = "hub"
"""The kind, and the origin, of the feeds that a hub keeps in the copy."""


class Mismatch(Exception):
    """What came in is not what the manifest says."""


class Taken(NamedTuple):
    """What became of the copy."""

    change: Change
    rejected: tuple[Rejection, ...]


class Intake:
    """Takes collections from their stages into the copy."""

    def __init__(self, store: Store, memory: HubMemory, url: str) -> None:
        self._store = store
        self._memory = memory
        self._url = url

    def take(self, manifest: Manifest, moment: datetime) -> Taken:
        """Make the copy what the manifest says, with what is on the collection's stage, and clear that.

        A record that cannot be kept is rejected; what the copy has of it stays. Raises `Mismatch`, with copy, mirror
        and stage as they were.
        """
        stage = Stage(self._store.db, manifest.collection)
        mirror = Mirror(self._store.db, manifest.collection)
        with self._store.writing():
            gone = self._reflect(stage, mirror, manifest)
            if (mirror.count(), mirror.root()) != (manifest.count, manifest.root):
                raise Mismatch
            taken = self._show(stage, manifest, gone, moment)
            self._memory.fulfilled(manifest)
            stage.clear()
        return taken

    def _reflect(self, stage: Stage, mirror: Mirror, manifest: Manifest) -> list[str]:
        """Bring the mirror to what is on the stage; the ids of the records that went."""
        keys = stage.gone(manifest.timestamp)
        gone = [entry.record for entry in map(mirror.get, keys) if entry and entry.record]
        if stage.whole:
            mirror.clear()
        mirror.remove(keys)
        for batch in batches(stage.entries(manifest.timestamp)):
            mirror.put(batch)
        return gone

    def _show(self, stage: Stage, manifest: Manifest, gone: list[str], moment: datetime) -> Taken:
        collection = manifest.collection
        rejected: list[Rejection] = []
        feeds: set[str] = set()
        foreign = {row[0] for row in self._store.db.execute("SELECT name FROM feed WHERE kind = ?", (builtin.KIND,))}

        def pairs() -> Iterator[Pair]:
            for one in stage.taken(manifest.timestamp):
                try:
                    pair = _read(collection, one, foreign)
                except InvalidRecord as error:
                    rejected.append(Rejection(one.entry.record or one.entry.key, str(error)))
                else:
                    feeds.add(pair[0].source.feed)
                    yield pair

        change = self._store.upsert(pairs())
        if stage.whole:
            gone += self._left(collection, feeds)
        removed = self._store.remove(gone)
        for feed in sorted(feeds):
            self._store.set_feed(feed, kind=KIND, origin=KIND, url=self._url, retrieved=moment, checked=moment)
        return Taken(change._replace(removed=removed), tuple(rejected))

    def _left(self, collection: str, feeds: set[str]) -> Iterator[str]:
        """What the copy has of feeds that are the hub's now and the hub does not know."""
        kind = "offer" if collection == OFFERS else "guide"
        for feed in feeds:
            yield from [row[0] for row in self._store.db.execute(
                "SELECT id FROM record WHERE feed = ? AND type = ?"
                " AND id NOT IN (SELECT record FROM mirror WHERE collection = ?)", (feed, kind, collection))]


def _read(collection: str, staged: Staged, foreign: set[str]) -> Pair:
    """The record, checked as one from outside. Raises `InvalidRecord`."""
    if not staged.entry.record:
        raise InvalidRecord("$.id: it does not belong to the key")
    record, body = wire.read_canonical(staged.body or b"null")
    if isinstance(record, Offer) is not (collection == OFFERS):
        raise InvalidRecord(f"$.type: does not belong into {collection}")
    if record.source.feed in foreign:
        raise InvalidRecord(f"$.source.feed: {record.source.feed!r} belongs to what the program brings along")
    return record, body
