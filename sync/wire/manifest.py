"""The manifest of a collection: what it holds at a time, under the hub's signature."""

from datetime import datetime
from typing import Annotated

import msgspec
from nacl.signing import SigningKey, VerifyKey

from sync.wire.signature import Signed, Untrusted, sign, verified

Hash = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Natural = Annotated[int, msgspec.Meta(ge=0)]


class Older(Untrusted):
    """A manifest of a state before the one that is known: a hub put back, or somebody who plays an old one again."""


class Manifest(msgspec.Struct, frozen=True):
    """`timestamp` is the collection's own (ms), `count` and `root` are those of its mirror, `signed` says when.

    A hub that was restored from a backup goes on in the next `epoch`.
    """

    collection: str
    epoch: Natural
    timestamp: Natural
    count: Natural
    root: Hash
    signed: datetime

    def signed_by(self, key: SigningKey) -> Signed:
        """The manifest as it lies on the hub."""
        return sign(msgspec.json.encode(self).decode(), key)

    def follows(self, known: "Manifest | None") -> bool:
        """Whether there is something in it for one who has `known`. Raises `Older`."""
        if known is None:
            return True
        if (self.epoch, self.timestamp) < (known.epoch, known.timestamp):
            raise Older(f"the manifest of {self.collection} is older (epoch {self.epoch}, {self.timestamp}) than the"
                        f" copy (epoch {known.epoch}, {known.timestamp})")
        return (self.epoch, self.timestamp, self.root) != (known.epoch, known.timestamp, known.root)


def read(signed: Signed, key: VerifyKey, collection: str) -> Manifest:
    """The manifest of that collection. Raises `Untrusted`."""
    what = f"the manifest of {collection}"
    try:
        manifest = msgspec.json.decode(verified(signed, key, what), type=Manifest)
    except msgspec.DecodeError as error:
        raise Untrusted(f"{what}: {error}") from error
    if manifest.collection != collection:
        raise Untrusted(f"{what}: it speaks of {manifest.collection!r}")
    return manifest
