"""The outbox on a stick: sealed for the hub, so that who finds the stick reads nothing."""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

FOLDER = "outbox"
SUFFIX = ".sealed"
"""Where it lies on a stick, and how its name ends; the name begins with the kiosk's."""


class Unreadable(ValueError):
    """A sealed outbox that is not for this hub, or broken."""


class Item(msgspec.Struct, frozen=True):
    """One thing to deliver: `id` is the UUID it was given when the visitor sent it, `body` the record at the hub."""

    id: str
    collection: Literal["feedback", "counts"]
    body: dict[str, Any]


_LINES = msgspec.json.Encoder()
_ITEMS = msgspec.json.Decoder(Item)


def seal(items: Iterable[Item], key: PublicKey) -> bytes:
    """The items, for the holder of the private key alone."""
    return SealedBox(key).encrypt(_LINES.encode_lines(list(items)))


def unseal(sealed: bytes, key: PrivateKey) -> list[Item]:
    """The items. Raises `Unreadable`."""
    try:
        return _ITEMS.decode_lines(SealedBox(key).decrypt(sealed))
    except (CryptoError, TypeError, ValueError) as error:
        raise Unreadable(f"no outbox for this hub: {error}") from error
