"""Writing a bundle."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from nacl.signing import SigningKey

from content.file import written
from sync.wire import receipt
from sync.wire.bundle import FORMAT, HEAD, MANIFEST, RECEIPTS, SIGNATURE, Head, Member
from sync.wire.record import COLLECTIONS, Line
from sync.wire.signature import Signed, sign

_JSON = msgspec.json.Encoder()


class Content(NamedTuple):
    """What goes into a bundle: a hub's bucket, the manifest of each collection, its records at the manifest's time,
    and the ids of what came on sticks and has arrived."""

    bucket: str
    manifests: Mapping[str, Signed]
    records: Mapping[str, Iterable[Line]]
    receipts: Iterable[str]


def write(path: Path, content: Content, key: SigningKey) -> None:
    """Write a bundle; nothing lies at `path` before all of it is on the disk. Raises `OSError`."""
    with written(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _fill(archive, content, key)


def _fill(archive: zipfile.ZipFile, content: Content, key: SigningKey) -> None:
    members = {name: _added(archive, name, pieces) for name, pieces in _members(content)}
    head = sign(_JSON.encode(Head(FORMAT, content.bucket, members)).decode(), key)
    _added(archive, HEAD, (head.body.encode(),))
    _added(archive, SIGNATURE, (head.signature.encode(),))


def _members(content: Content) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield MANIFEST, (_JSON.encode(dict(content.manifests)),)
    for name in COLLECTIONS:
        yield f"{name}.jsonl", (_JSON.encode(line) + b"\n" for line in content.records[name])
    yield RECEIPTS, (receipt.lines(content.receipts),)


def _added(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Member:
    digest, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as member:
        for piece in pieces:
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return Member(digest.hexdigest(), size)
