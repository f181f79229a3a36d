"""Reading documents, from files and over HTTP alike, so that no feed can stall, overrun or crash its reader.

Every failure is a `SourceError` that names the address.
"""

import hashlib
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sync.source import NotFound, Older, SourceError
from sync.sources.download import Downloads, Known, Patience
from sync.sources.headers import is_earlier
from sync.sources.trouble import PORTAL


class Limits(NamedTuple):
    """How much a feed may ask of its reader: bytes (unpacked) of a document and of all, documents, seconds."""

    document: int = 128 << 20
    pull: int = 512 << 20
    documents: int = 5000
    pull_time: float = 1800
    patience: Patience = Patience()


class Document(NamedTuple):
    """A document as it arrived; `kind` is the media type the server gave it, "" for a file."""

    address: str
    body: bytes
    kind: str = ""
    charset: str = ""
    known: Known = Known()

    @property
    def digest(self) -> str:
        """What the body is told by."""
        return hashlib.blake2b(self.body, digest_size=16).hexdigest()

    def text(self) -> str:
        """The text: UTF-8 or what the byte order mark says, else what the server says, else Windows-1252."""
        if self.body.startswith((b"\xff\xfe", b"\xfe\xff")):
            return self.body.decode("utf-16", errors="replace")
        for encoding in ("utf-8-sig", self.charset or "utf-8", "cp1252"):
            try:
                return self.body.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
        return self.body.decode("latin-1")

    def json(self) -> Any:
        """The JSON value in it; NaN and the infinities, which JSON does not know, are null."""
        text = self.text()
        if "html" in self.kind or text.lstrip()[:1] == "<":
            raise SourceError(self.address, "a web page or XML where JSON was expected"
                              + (f": {PORTAL}" if is_web(self.address) else ""))
        try:
            return json.loads(text, parse_constant=lambda _: None)
        except json.JSONDecodeError as error:
            raise SourceError(self.address, f"broken JSON: {error}") from error
        except RecursionError as error:
            raise SourceError(self.address, "JSON nested too deeply") from error
        except ValueError as error:  # a number of more digits than Python converts
            raise SourceError(self.address, f"broken JSON: {error}") from error


class Mark(NamedTuple):
    """What a document was when it was read: the digest of its body ("" if there was nothing), and by what to ask a
    server whether it changed."""

    address: str
    digest: str
    known: Known = Known()


class Documents:
    """Reads documents for one pull, within its limits. `marks` are those of all that were read, in their order; `whole`
    is false if one could not be read, and the source nevertheless may have gone on."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self.marks: list[Mark] = []
        self.whole = True
        self._limits = limits
        self._downloads = Downloads(limits.patience)
        self._before: dict[str, Mark] = {}
        self._kept: dict[str, Document | SourceError] = {}
        self._left = limits.pull
        self._count = 0
        self._deadline = time.monotonic() + limits.pull_time

    @property
    def wait(self) -> float:
        """For how many seconds a server asked to be left alone."""
        return self._downloads.wait

    def close(self) -> None:
        """Let go of open connections."""
        self._downloads.close()

    def follow(self, marks: Sequence[Mark]) -> bool:
        """Go the way of an earlier pull again, up to the first document that is another one now or cannot be read;
        whether there is none. What came of it is kept for `read`: the source knows what it can do without. Raises
        `Older` as that does, and `SourceError` where a server wants to be left alone."""
        self._before = {mark.address: mark for mark in marks}
        return all(self._is_as_before(mark) for mark in marks)

    def read(self, address: str) -> Document:
        """The document at a path or an `http:` or `https:` address.

        Raises `NotFound` where there is none, `Older` where it is an older state than the one that was read before,
        else `SourceError`.
        """
        self._count += 1
        if self._count > self._limits.documents:  # pages may lead to pages for ever
            raise SourceError(address, f"more than {self._limits.documents:,} documents")
        try:
            document = self._arrived(address)
        except NotFound:
            self.marks.append(Mark(address, ""))
            raise
        except SourceError:
            self.whole = False
            raise
        assert document is not None, "only a conditional question is answered with nothing"
        self.marks.append(Mark(address, document.digest, document.known))
        return document

    def _is_as_before(self, mark: Mark) -> bool:
        try:
            document = self._fetched(mark.address, mark.known)
        except NotFound:
            return not mark.digest
        except SourceError as error:
            if isinstance(error, Older) or self.wait:
                raise
            self._kept[mark.address] = error.bare()
            return False
        if document is None:
            return True
        self._kept[mark.address] = document
        return document.digest == mark.digest

    def _arrived(self, address: str) -> Document | None:
        """What came of it while following, else now."""
        kept = self._kept.pop(address, None)
        if isinstance(kept, SourceError):
            raise kept
        return kept or self._fetched(address)

    def _fetched(self, address: str, known: Known = Known()) -> Document | None:
        self._check_time(address)
        limit = max(0, min(self._limits.document, self._left))
        if is_web(address):
            arrived = self._downloads.fetch(address, limit, known)
            document = Document(address, *arrived) if arrived else None
        else:
            document = Document(address, _opened(address, limit))
        if document:
            self._left -= len(document.body)
            self._check_age(document)
        return document

    def _check_age(self, document: Document) -> None:
        before = self._before.get(document.address)
        if before and before.digest != document.digest and is_earlier(document.known.modified, before.known.modified):
            raise Older(document.address, f"older ({document.known.modified}) than what was read before "
                        f"({before.known.modified}); perhaps a cache on the way")

    def json(self, address: str) -> Any:
        """The JSON value at that address."""
        return self.read(address).json()

    def _check_time(self, address: str) -> None:
        if time.monotonic() > self._deadline:
            raise SourceError(address, f"the feed is not complete after {self._limits.pull_time:g} seconds")


Reading = Callable[[], Documents]
"""What opens the documents of a pull."""


def is_web(address: str) -> bool:
    """Whether the address is one of the web rather than a path."""
    return address.lower().startswith(("http://", "https://"))


def _opened(address: str, limit: int) -> bytes:
    """The bytes of a file, of at most that size."""
    path = Path(address)
    try:
        if not path.is_file():
            raise NotFound(address, "no such file")
        with path.open("rb") as file:
            body = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise SourceError(address, getattr(error, "strerror", None) or str(error)) from error
    if len(body) > limit:
        raise SourceError(address, f"larger than {limit:,} bytes")
    return body
