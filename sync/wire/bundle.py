"""A bundle: the whole content of a hub in one signed file, for kiosks that a network does not reach."""

import hashlib
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Annotated, Self

import msgspec
from nacl.signing import VerifyKey

from sync.wire import receipt
from sync.wire.manifest import Hash, Manifest, read
from sync.wire.record import COLLECTIONS, Line
from sync.wire.signature import Signed, Untrusted, verified

SUFFIX = ".anlaufstelle"
FORMAT = 1
HEAD, SIGNATURE, MANIFEST, RECEIPTS = "bundle.json", "bundle.sig", "manifest.json", "receipts.jsonl"
MEMBERS = (MANIFEST, *(f"{name}.jsonl" for name in COLLECTIONS), RECEIPTS)

_LARGEST = 1 << 30  # bytes of a member, unpacked
_SMALL = 1 << 20  # the same of a member that is read as a whole
_PIECE = 1 << 16
_END = struct.Struct("<4s4H2LH")  # of a ZIP file: the end of the directory, where no comment follows
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, struct.error,
           ValueError)
_LINES = msgspec.json.Decoder(Line)
_RECEIPTS = msgspec.json.Decoder(receipt.Receipt)


class BadBundle(ValueError):
    """A file that is no bundle, or only a part of one; the message says why."""


class Member(msgspec.Struct, frozen=True):
    """What a member of the bundle weighs, unpacked."""

    sha256: Hash
    bytes: Annotated[int, msgspec.Meta(ge=0, le=_LARGEST)]


class Head(msgspec.Struct, frozen=True):
    """`bundle.json`: what the signature of the bundle covers."""

    format: int
    bucket: str
    members: dict[str, Member]


class Bundle:
    """The bundle at `path`, every byte of it checked against the hub's signature before anything can be read.

    Raises `BadBundle` for what is no whole bundle and `Untrusted` for what the hub did not sign.
    """

    def __init__(self, path: Path, key: VerifyKey) -> None:
        self.name = path.name
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise BadBundle(f"{path.name}: {error.strerror}") from error
        try:
            _check_directory(self._file)
            self._archive = zipfile.ZipFile(self._file)
            self._head = self._checked_head(key)
            self._check_members()
            self.manifests = self._read_manifests(key)
        except BaseException as error:
            self._file.close()
            if isinstance(error, _FAULTS) and not isinstance(error, Untrusted):
                raise BadBundle(f"{path.name}: {error}") from error
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None,
                 _trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def bucket(self) -> str:
        """The hub's name for the city it is for."""
        return self._head.bucket

    def records(self, collection: str) -> Iterator[Line]:
        """All records of a collection. Raises `BadBundle` where the file changed since it was checked, or went."""
        return (_LINES.decode(line) for line in self._lines(f"{collection}.jsonl"))

    def receipts(self) -> frozenset[str]:
        """The ids of what has arrived at the hub. Raises `BadBundle` as `records` does."""
        return frozenset(_RECEIPTS.decode(line).id for line in self._lines(RECEIPTS))

    def _checked_head(self, key: VerifyKey) -> Head:
        names = [info.filename for info in self._archive.infolist()]
        if sorted(names) != sorted((HEAD, SIGNATURE, *MEMBERS)):
            raise BadBundle(f"not the members of a bundle: {', '.join(names)[:200]}")
        body, signature = (self._whole(name).decode() for name in (HEAD, SIGNATURE))
        head = msgspec.json.decode(verified(Signed(body, signature), key, HEAD), type=Head)
        if head.format != FORMAT:
            raise BadBundle(f"made for another version of the program (format {head.format})")
        return head

    def _check_members(self) -> None:
        if sorted(self._head.members) != sorted(MEMBERS):
            raise BadBundle("not the members of a bundle are signed")
        for name in MEMBERS:
            for _ in self._pieces(name):
                pass

    def _read_manifests(self, key: VerifyKey) -> dict[str, Manifest]:
        signed = msgspec.json.decode(self._whole(MANIFEST), type=dict[str, Signed])
        if set(signed) != set(COLLECTIONS):
            raise BadBundle(f"manifests of {', '.join(sorted(signed))}")
        return {name: read(manifest, key, name) for name, manifest in signed.items()}

    def _whole(self, name: str) -> bytes:
        with self._archive.open(name) as member:
            content = member.read(_SMALL + 1)
        if len(content) > _SMALL:
            raise BadBundle(f"{name} is too large")
        return content

    def _pieces(self, name: str) -> Iterator[bytes]:
        """A member, piece by piece; at its end it is sure to be what was signed."""
        expected, digest, size = self._head.members[name], hashlib.sha256(), 0
        try:
            with self._archive.open(name) as member:
                while piece := member.read(_PIECE):
                    size += len(piece)
                    if size > expected.bytes:
                        break
                    digest.update(piece)
                    yield piece
        except _FAULTS as error:
            raise BadBundle(f"{name}: {error}") from error
        if (size, digest.hexdigest()) != (expected.bytes, expected.sha256):
            raise Untrusted(f"{name}: not what the hub signed")

    def _lines(self, name: str) -> Iterator[bytes]:
        rest = b""
        for piece in self._pieces(name):
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines


def _check_directory(file: io.BufferedReader) -> None:
    """Look at the end of the file only: a directory that is larger than a bundle's is not even read."""
    size = file.seek(0, os.SEEK_END)
    if size < _END.size:
        raise BadBundle("no bundle")
    file.seek(-_END.size, os.SEEK_END)
    magic, _, _, _, entries, directory, _, comment = _END.unpack(file.read(_END.size))
    if magic != b"PK\5\6" or comment or entries != len(MEMBERS) + 2 or directory > _SMALL:
        raise BadBundle("no bundle, or broken off")
    file.seek(max(0, size - _END.size - 20))
    if file.read(4) == b"PK\6\7":
        raise BadBundle("too large for a bundle")
