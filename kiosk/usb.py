"""What a kiosk does with a stick: it takes the newest content, and leaves what visitors said."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from content.intake import Change
from content.store import Store
from kiosk.folder import OUTBOX
from sync import stick
from sync.delivery import to_send
from sync.event import BundleEvent, Outcome
from sync.outbox import Outbox
from sync.sources import bundle as source
from sync.sources.hub.intake import Mismatch
from sync.wire.bundle import BadBundle
from sync.wire.manifest import Older
from sync.wire.provisioning import Provisioning
from sync.wire.signature import Untrusted

UNPROVISIONED = "This kiosk belongs to no hub: it has no key to check a bundle with."

_ON_STICK = "On the stick for the hub, sealed: {} from the outbox; they stay here until it says that they arrived."
_FAULTS: Mapping[type[BaseException], tuple[Outcome, str]] = {
    stick.NoBundle: ("none", "{error}."),
    Older: ("older", "{name} is older than the copy, which stays as it is."),
    Untrusted: ("untrusted", "{error}. The copy stays as it is."),
    BadBundle: ("broken", "{error}. The copy stays as it is."),
    Mismatch: ("broken", "{name} does not hold what was signed. The copy stays as it is."),
    sqlite3.Error: ("failed", "The copy cannot be written ({error}) and stays as it is."),
}


class Stick:
    """A stick (or a bundle) at `path`, put into the kiosk of `folder`; `district` is where that stands."""

    def __init__(self, path: Path, folder: Path, given: Provisioning, district: str) -> None:
        self._path = path
        self._folder = folder
        self._hub = given.hub
        self._district = district
        self._name = ""
        self._arrived: set[str] = set()

    def exchange(self, store: Store, now: datetime) -> BundleEvent:
        """Take the newest bundle, believe the receipts, and leave the outbox. The world's faults are outcomes."""
        outcome, message, change = self._taken(store, now)
        arrived, left, about = self._exchanged(now)
        return BundleEvent(outcome=outcome, message=" ".join(filter(None, (message, about))), name=self._name,
                           added=change.added, changed=change.changed, removed=change.removed,
                           arrived=arrived, left=left)

    def _taken(self, store: Store, now: datetime) -> tuple[Outcome, str, Change]:
        try:
            with closing(stick.newest(self._path, self._hub)) as bundle:
                self._name = bundle.name
                self._arrived |= bundle.receipts()
                change = source.take(store, self._hub, bundle, now)
        except tuple(_FAULTS) as error:
            outcome, sentence = next(_FAULTS[kind] for kind in type(error).__mro__ if kind in _FAULTS)
            return outcome, sentence.format(error=error, name=self._name), Change()
        if change is None:
            return "current", f"The copy is what {self._name} holds.", Change()
        return "imported", (f"{self._name} was taken: {change.added} added, {change.changed} changed,"
                            f" {change.removed} removed."), change

    def _exchanged(self, now: datetime) -> tuple[int, int, str]:
        """How many items have arrived, how many were left on the stick, and a sentence about it."""
        if self._path.is_dir():
            self._arrived |= stick.receipts(self._path, self._hub)
        try:
            with closing(Outbox(self._folder / OUTBOX)) as outbox:
                arrived = outbox.delivered(self._arrived)
                left, about = self._left(outbox, now)
        except sqlite3.Error as error:
            return 0, 0, f"The outbox cannot be used ({error}); nothing of it is lost."
        return arrived, left, " ".join(_sentences(arrived, about))

    def _left(self, outbox: Outbox, now: datetime) -> tuple[int, str]:
        outbox.freeze(now.astimezone().date())
        items = [to_send(item, self._district) for item in outbox.items()]
        if not self._path.is_dir():
            return 0, ""
        try:
            stick.leave(self._path, self._hub, items)
        except OSError as error:
            waiting = f": {len(items)} in the outbox stay here" if items else ""
            return 0, f"{stick.why_not(error).capitalize()}{waiting}."
        return len(items), _ON_STICK.format(len(items)) if items else ""


def _sentences(arrived: int, about: str) -> Iterable[str]:
    if arrived:
        yield f"{arrived} from the outbox arrived at the hub."
    if about:
        yield about
