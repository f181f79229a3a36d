"""Receipts: the hub says, and signs, which items of outboxes on sticks have arrived."""

from collections.abc import Iterable

import msgspec
from nacl.signing import SigningKey, VerifyKey

from sync.wire.signature import Signed, Untrusted, sign, verified

FOLDER = "receipts"
SUFFIX = ".receipt"
"""Where they lie on a stick, and how their names end."""


class Receipt(msgspec.Struct, frozen=True):
    """The item of that id has arrived; one line of a receipt or of a bundle's `receipts.jsonl`."""

    id: str


_LINES = msgspec.json.Decoder(Receipt)


def lines(ids: Iterable[str]) -> bytes:
    """The receipts for these items, one a line."""
    return msgspec.json.Encoder().encode_lines([Receipt(item) for item in ids])


def issue(ids: Iterable[str], key: SigningKey) -> bytes:
    """A receipt file for these items."""
    return msgspec.json.encode(sign(lines(ids).decode(), key))


def read(raw: bytes, key: VerifyKey, name: str) -> frozenset[str]:
    """The ids in a receipt file of that name. Raises `Untrusted`."""
    try:
        return frozenset(receipt.id for receipt in _LINES.decode_lines(
            verified(msgspec.json.decode(raw, type=Signed), key, name)))
    except msgspec.DecodeError as error:
        raise Untrusted(f"{name}: {error}") from error
