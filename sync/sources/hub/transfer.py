"""Bringing a collection of the hub onto its stage, page by page; a cut line costs one page."""

from collections.abc import Iterator

from content.store import Store
from sync.source import SourceError
from sync.sources.hub.client import PAGE, Client, Page
from sync.sources.hub.stage import Stage, Staged, staged
from sync.wire.manifest import Manifest


class Transfer:
    """Fills stages with `page` records at a time. Raises `SourceError`; what came in until then stays."""

    def __init__(self, store: Store, client: Client, page: int = PAGE) -> None:
        self._store = store
        self._client = client
        self._sorted = f"_sort=last_modified&_limit={page}"

    def aim(self, manifest: Manifest, known: Manifest | None) -> None:
        """Let the stage lead from what is known to the manifest, with what is on it already if that helps."""
        stage = Stage(self._store.db, manifest.collection)
        if known is None or known.epoch != manifest.epoch:
            if stage.epoch != manifest.epoch or not stage.whole:
                self.begin(manifest)
        elif stage.epoch != manifest.epoch:
            with self._store.writing():
                stage.begin(manifest.epoch, known.timestamp)

    def begin(self, manifest: Manifest) -> None:
        """Begin anew, with the whole collection."""
        with self._store.writing():
            Stage(self._store.db, manifest.collection).begin(
                manifest.epoch, manifest.timestamp, self._sorted, whole=True)

    def pull(self, manifest: Manifest) -> None:
        """All that is missing on the stage: the rest of the whole collection, if it is one, then the changes since."""
        stage = Stage(self._store.db, manifest.collection)
        self._pull_rest(stage, manifest)
        while stage.since < manifest.timestamp:
            page = self._client.page(
                manifest.collection, f"{self._sorted}&_since={stage.since}&_before={manifest.timestamp + 1}")
            reached = page.entries[-1].last_modified if page.next and page.entries else manifest.timestamp
            if reached <= stage.since:
                raise SourceError(manifest.collection, "the hub's pages are out of order")
            self._keep(stage, page, reached)

    def settled(self, manifest: Manifest) -> bool:
        """Whether the collection still is of the time of its manifest."""
        return self._client.page(manifest.collection, "_limit=1").timestamp == manifest.timestamp

    def _pull_rest(self, stage: Stage, manifest: Manifest) -> None:
        left = 2 * manifest.count + 10 * PAGE
        while stage.next:
            page = self._client.page(manifest.collection, stage.next)
            left -= max(len(page.entries), 1)
            if left < 0:
                raise SourceError(manifest.collection, "the hub answers with more records than it signed")
            self._keep(stage, page, min(stage.since, page.timestamp), page.next)

    def _keep(self, stage: Stage, page: Page, since: int, query: str = "") -> None:
        with self._store.writing():
            stage.keep(_staged(page), since, query)


def _staged(page: Page) -> Iterator[Staged]:
    for entry in page.entries:
        yield from staged(entry.id, entry.last_modified, entry.record, deleted=entry.deleted)
