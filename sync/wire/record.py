"""A record as the hub keeps it: where it lies, under which key, and what its content weighs in the root."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import msgspec

OFFERS = "offers"
GUIDES = "guides"
COLLECTIONS = (GUIDES, OFFERS)
"""The collections of content."""

_KEY = re.compile(r"[0-9a-f]{64}")
_KINDS = {"offer": OFFERS, "guide": GUIDES}
_CANONICAL = msgspec.json.Encoder(order="sorted")


class Line(msgspec.Struct, frozen=True):
    """A record of a hub on its way, with the time (ms) of its last change there; as one line of a bundle holds it."""

    key: str
    last_modified: int
    record: dict[str, Any]


def key_of(record_id: str) -> str:
    """The Kinto id of a record: 64 letters, whatever its own id holds."""
    return hashlib.sha256(record_id.encode()).hexdigest()


def is_key(name: str) -> bool:
    """Whether a Kinto id has the form of a key. What lies under another id is no record, for either side."""
    return bool(_KEY.fullmatch(name))


def collection_of(record: Mapping[str, Any]) -> str:
    """The collection for a record in the wire form, "" for one of no known type."""
    return _KINDS.get(str(record.get("type")), "")


def canonical(record: object) -> bytes:
    """The record, or whatever stands in its place, as JSON with sorted keys and no white space, UTF-8.

    It is made of what the hub answers, not of what was put there: PostgreSQL writes some numbers in another way.
    """
    return _CANONICAL.encode(record)


def digest_of(record: object) -> str:
    """SHA-256 of the canonical record."""
    return digest(canonical(record))


def digest(canonical: bytes) -> str:
    """SHA-256 of a record that is canonical already."""
    return hashlib.sha256(canonical).hexdigest()
