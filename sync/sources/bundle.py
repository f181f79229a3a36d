"""A bundle as a source: the whole content of the hub out of one file, seen in one transaction."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from content.batch import batches
from content.intake import Change
from content.store import Store
from sync.sources.hub.intake import Intake
from sync.sources.hub.memory import HubMemory
from sync.sources.hub.stage import Stage, Staged, staged
from sync.wire.bundle import Bundle
from sync.wire.manifest import Manifest, Older
from sync.wire.provisioning import Hub
from sync.wire.record import COLLECTIONS, Line


def take(store: Store, hub: Hub, bundle: Bundle, moment: datetime) -> Change | None:
    """Make the copy what the bundle holds, where that is newer; None if nothing of it is. Deltas from the network go on
    from there.

    Raises `Older` if all that is not the same is older, `Mismatch` if it does not hold what was signed, and `BadBundle`
    if the file went away meanwhile; the copy is then as it was.
    """
    with store.writing():
        memory = HubMemory(store.db, hub)
        newer = list(_newer(bundle, memory))
        if not newer:
            return None
        changes = [_taken(store, Intake(store, memory, hub.url), manifest, bundle, moment) for manifest in newer]
    return Change(*map(sum, zip(*changes, strict=True)))


def _newer(bundle: Bundle, memory: HubMemory) -> Iterator[Manifest]:
    """The manifests that say something new. Raises `Older` if there are none, and one is older."""
    older: Older | None = None
    found = False
    for collection in COLLECTIONS:
        manifest = bundle.manifests[collection]
        try:
            if manifest.follows(memory.manifest(collection)):
                found = True
                yield manifest
        except Older as error:
            older = error
    if older and not found:
        raise older


def _taken(store: Store, intake: Intake, manifest: Manifest, bundle: Bundle, moment: datetime) -> Change:
    stage = Stage(store.db, manifest.collection)
    stage.begin(manifest.epoch, manifest.timestamp, whole=True)
    for batch in batches(bundle.records(manifest.collection)):
        stage.keep(_staged(batch), manifest.timestamp)
    return intake.take(manifest, moment).change


def _staged(lines: Iterable[Line]) -> Iterator[Staged]:
    for line in lines:
        yield from staged(line.key, line.last_modified, line.record)
