"""Signing what the collections hold, so that kiosks take it."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from nacl.signing import SigningKey

from sync.hub.following import follow
from sync.hub.kinto import Kinto
from sync.hub.ledger import Ledger
from sync.wire.manifest import Manifest, read
from sync.wire.record import COLLECTIONS
from sync.wire.signature import Signed, Untrusted


class Signer:
    """Keeps the manifests of a bucket true. All methods raise `HubError`."""

    def __init__(self, kinto: Kinto, ledger: Ledger, bucket: str, key: SigningKey,
                 now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._kinto = kinto
        self._ledger = ledger
        self._bucket = bucket
        self._key = key
        self._now = now

    def sign(self) -> list[Manifest]:
        """Sign the collections that changed; their new manifests."""
        return [made for name in COLLECTIONS if (made := self._sign(name))]

    def begin_epoch(self) -> list[Manifest]:
        """Read everything anew and sign it so that kiosks take it though it may be older than what they have.

        An epoch is numbered by the second it began in: whatever was lost, it is above all before.
        """
        for name in COLLECTIONS:
            with self._ledger.writing():
                self._ledger.forget(name)
        return [self._made(name, max(self._epoch(name) + 1, self._second())) for name in COLLECTIONS]

    def signed(self, collection: str) -> Signed | None:
        """The manifest as it lies on the server."""
        found = self._kinto.find(self._path(collection))
        return msgspec.convert(found["data"], Signed) if found else None

    def _sign(self, collection: str) -> Manifest | None:
        timestamp = follow(self._kinto, self._ledger, self._bucket, collection)
        last = self._last(collection)
        if last and (last.timestamp, last.root) == (timestamp, self._root(collection)):
            return None
        return self._made(collection, self._epoch(collection) or self._second())

    def _made(self, collection: str, epoch: int) -> Manifest:
        """A new manifest, where kiosks look for it."""
        timestamp = follow(self._kinto, self._ledger, self._bucket, collection)
        manifest = Manifest(collection, epoch, timestamp, self._ledger.mirror(collection).count(),
                            self._root(collection), self._now())
        self._kinto.put(self._path(collection), msgspec.to_builtins(manifest.signed_by(self._key)))
        with self._ledger.writing():
            self._ledger.note(collection, epoch=epoch)
        return manifest

    def _last(self, collection: str) -> Manifest | None:
        """The manifest on the server, if this hub signed it."""
        signed = self.signed(collection)
        try:
            return read(signed, self._key.verify_key, collection) if signed else None
        except Untrusted:
            return None

    def _epoch(self, collection: str) -> int:
        """The highest epoch that is known; 0: none."""
        last = self._last(collection)
        return max(self._ledger.epoch(collection), last.epoch if last else 0)

    def _root(self, collection: str) -> str:
        with self._ledger.writing():
            return self._ledger.mirror(collection).root()

    def _second(self) -> int:
        return int(self._now().timestamp())

    def _path(self, collection: str) -> str:
        return f"/buckets/{self._bucket}/collections/manifest/records/{collection}"
