"""What goes to kiosks without a network, and what comes back from them: bundles, sealed outboxes, receipts."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from content.file import written
from sync.hub.city import City
from sync.hub.kinto import HubError, Request
from sync.wire import receipt, sealed
from sync.wire.bundling import Content, write
from sync.wire.record import COLLECTIONS, Line, is_key
from sync.wire.signature import Signed

_ARRIVED = {200, 201, 412}


class Received(NamedTuple):
    """What came of a stick: the items that have arrived, and what did not, each with its reason."""

    arrived: list[str]
    problems: list[str]


def bundle(city: City, path: Path) -> int:
    """Write the bundle of what is there now; how many records it holds. Raises `HubError`, with no file left."""
    city.signer.sign()
    try:
        write(path, Content(city.bucket, {name: _manifest(city, name) for name in COLLECTIONS},
                            {name: _lines(city, name) for name in COLLECTIONS}, city.ledger.received()),
              city.vault.signing())
    except OSError as error:
        raise HubError(f"{path}: {error.strerror}") from error
    return sum(city.ledger.mirror(name).count() for name in COLLECTIONS)


def receive(city: City, stick: Path) -> Received:
    """Deliver the sealed outboxes of a stick, and leave there a signed receipt for what has arrived.

    An outbox of which something did not arrive stays as it is. Raises `HubError`.
    """
    arrived, problems = list[str](), list[str]()
    for file in sorted({*stick.glob(f"*{sealed.SUFFIX}"), *stick.glob(f"{sealed.FOLDER}/*{sealed.SUFFIX}")}):
        try:
            items = sealed.unseal(file.read_bytes(), city.vault.sealing())
        except (OSError, sealed.Unreadable) as error:
            problems.append(f"{file.name}: {error}")
            continue
        delivered = _delivered(city, items)
        arrived += [item.id for item, reason in zip(items, delivered, strict=True) if not reason]
        problems += [f"{file.name}: {item.id}: {reason}" for item, reason in zip(items, delivered, strict=True)
                     if reason]
    with city.ledger.writing():
        city.ledger.receive(arrived, datetime.now(UTC).isoformat(timespec="seconds"))
    if arrived:
        _leave_receipt(city, stick, arrived)
    return Received(arrived, problems)


def _delivered(city: City, items: Sequence[sealed.Item]) -> list[str]:
    """Why each item could not be delivered; "": it has arrived, now or before."""
    answers = city.kinto.batch([Request("PUT", city.path(item.collection, item.id), item.body, {"If-None-Match": "*"})
                                for item in items])
    return ["" if one.status in _ARRIVED else one.reason for one in answers]


def _leave_receipt(city: City, stick: Path, arrived: Sequence[str]) -> None:
    file = stick / receipt.FOLDER / f"{uuid.uuid4()}{receipt.SUFFIX}"
    try:
        file.parent.mkdir(exist_ok=True)
        with written(file) as opened:
            opened.write(receipt.issue(arrived, city.vault.signing()))
    except OSError as error:
        raise HubError(f"the {len(arrived)} items have arrived, and the next bundle will say so; but the stick cannot"
                       f" be written to: {error.strerror}") from error


def _manifest(city: City, collection: str) -> Signed:
    signed = city.signer.signed(collection)
    if signed is None:
        raise HubError(f"{collection}: nothing is signed")
    return signed


def _lines(city: City, collection: str) -> Iterator[Line]:
    """All records as they were signed. Raises `HubError` where the server has been written to since."""
    mirror, left = city.ledger.mirror(collection), city.ledger.mirror(collection).count()
    for found in city.kinto.all(city.path(collection)):
        if not is_key(found["id"]):
            continue
        entry = mirror.get(found["id"])
        if entry is None or entry.modified != found["last_modified"]:
            break
        left -= 1
        yield Line(found["id"], found["last_modified"], found["record"])
    if left:
        raise HubError(f"{collection}: the server was written to meanwhile; try again")
