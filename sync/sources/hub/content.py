"""The content of the hub, as a step of a pass: its manifests are asked for, and what is new is brought in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from content.intake import Change
from content.store import Store
from sync.event import FeedEvent, State
from sync.source import Rejection, SourceError
from sync.sources.hub.client import PAGE, Client, Manifests, Resting
from sync.sources.hub.intake import KIND, Intake, Mismatch
from sync.sources.hub.memory import TAG, HubMemory
from sync.sources.hub.stage import Stage
from sync.sources.hub.transfer import Transfer
from sync.wire.manifest import Manifest, read
from sync.wire.provisioning import Hub
from sync.wire.record import COLLECTIONS
from sync.wire.signature import Untrusted

_GRAVEST_FIRST: tuple[State, ...] = ("failed", "waiting", "held", "changed", "current")
_SHOWN = 3  # rejected records in the message of an event


class Fared(NamedTuple):
    """How a collection fared."""

    state: State
    message: str = ""
    change: Change = Change()


class HubContent:
    """Makes the copy what the hub's manifests say. `now` is aware; `page` is the number of records in a page."""

    def __init__(self, store: Store, hub: Hub, client: Client, now: Callable[[], datetime], page: int = PAGE) -> None:
        self.name = name_of(hub)
        self._store = store
        self._hub = hub
        self._client = client
        self._now = now
        self._memory = HubMemory(store.db, hub)
        self._transfer = Transfer(store, client, page)
        self._intake = Intake(store, self._memory, hub.url)

    def run(self) -> Iterator[FeedEvent]:
        """One event for the hub. Nothing is asked while it wants to be left alone."""
        self._client.rest = self._memory.rest(self._now())
        fared = self._run()
        state = next(state for state in _GRAVEST_FIRST if state in {one.state for one in fared})
        message = "; ".join(dict.fromkeys(one.message for one in fared if one.message))
        added, changed, removed, _ = map(sum, zip(*(one.change for one in fared), strict=True))
        self._remember(state, message)
        yield FeedEvent(name=self.name, state=state, message=message, added=added, changed=changed, removed=removed,
                        wait=self._client.rest)

    def _run(self) -> Sequence[Fared]:
        try:
            manifests = self._client.manifests(self._memory.get(TAG))
        except SourceError as error:
            return [_unreached(error)]
        if manifests is None:
            return [self._standing(collection) for collection in COLLECTIONS]
        fared = [self._follow(collection, manifests) for collection in COLLECTIONS]
        if all(one.state in {"current", "changed"} for one in fared):
            self._memory.set(TAG, manifests.tag)
        return fared

    def _standing(self, collection: str) -> Fared:
        """How things stand while the hub has nothing new to say."""
        failed = self._memory.failed(collection)
        return _unfulfilled(failed) if failed else Fared("current")

    def _follow(self, collection: str, manifests: Manifests) -> Fared:
        signed = manifests.signed.get(collection)
        if signed is None:
            return Fared("failed", f"the hub has no manifest of {collection}")
        try:
            manifest = read(signed, self._hub.verifying, collection)
            if not manifest.follows(self._memory.manifest(collection)):
                return Fared("current")
            return _unfulfilled(manifest) if manifest == self._memory.failed(collection) else self._bring_in(manifest)
        except Untrusted as error:
            return Fared("failed", str(error))
        except SourceError as error:
            return _unreached(error)

    def _bring_in(self, manifest: Manifest) -> Fared:
        """Pull what is missing and take it; if that is not what was signed, all of it once more."""
        self._transfer.aim(manifest, self._memory.manifest(manifest.collection))
        for last in (False, True):
            self._transfer.pull(manifest)
            with suppress(Mismatch):
                return _taken(*self._intake.take(manifest, self._now()))
            if not self._transfer.settled(manifest):
                return Fared("held", f"{manifest.collection}: the hub is not of the time it signed: it is being written"
                                     " to, or was put back; next time")
            if not last:
                self._transfer.begin(manifest)
        with self._store.writing():
            Stage(self._store.db, manifest.collection).clear()
            self._memory.fail(manifest)
        return _unfulfilled(manifest)

    def _remember(self, state: State, message: str) -> None:
        """What keepers see of the hub. The feeds it keeps in the copy are as fresh as its last word."""
        moment = self._now()
        with self._store.writing():
            self._memory.keep_rest(moment, self._client.rest)
            self._store.set_feed(self.name, kind=KIND, origin=KIND, url=self._hub.url, tried=moment,
                                 problem=message if state in {"failed", "held"} else "", wait=self._client.rest)
            if state in {"current", "changed"}:
                for (feed,) in self._store.db.execute("SELECT name FROM feed WHERE origin = ?", (KIND,)).fetchall():
                    self._store.set_feed(feed, checked=moment)


def name_of(hub: Hub) -> str:
    """The hub among the feeds of the copy; no feed has such a name."""
    return f"{KIND}:{hub.bucket}"


def _unreached(error: SourceError) -> Fared:
    return Fared("waiting", error.reason) if isinstance(error, Resting) else Fared("failed", str(error))


def _unfulfilled(manifest: Manifest) -> Fared:
    return Fared("failed", f"{manifest.collection}: what the hub has is not what it signed at"
                           f" {manifest.signed:%Y-%m-%d %H:%M} UTC; the last good copy stays")


def _taken(change: Change, rejected: Sequence[Rejection]) -> Fared:
    named = "; ".join(f"{key}: {reason}" for key, reason in rejected[:_SHOWN])
    return Fared("changed" if any(change[:3]) else "current",
                 f"{len(rejected)} rejected: {named}" if rejected else "", change)
