"""Reading documents, from files and over HTTP alike, so that no feed can stall, overrun or crash its reader.

Every failure is a `SourceError` that names the address.
"""

import json
import time
from pathlib import Path
from typing import Any, NamedTuple

from sync.source import NotFound, SourceError
from sync.sources.download import Downloads, Patience

JSON = "application/geo+json, application/json;q=0.9, */*;q=0.1"


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
            raise SourceError(self.address, "a web page or XML where JSON was expected")
        try:
            return json.loads(text, parse_constant=lambda _: None)
        except json.JSONDecodeError as error:
            raise SourceError(self.address, f"broken JSON: {error}") from error
        except RecursionError as error:
            raise SourceError(self.address, "JSON nested too deeply") from error
        except ValueError as error:  # a number of more digits than Python converts
            raise SourceError(self.address, f"broken JSON: {error}") from error


class Documents:
    """Reads documents for one pull, within its limits."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._downloads = Downloads(limits.patience)
        self._left = limits.pull
        self._count = 0
        self._deadline = time.monotonic() + limits.pull_time

    def close(self) -> None:
        """Let go of open connections."""
        self._downloads.close()

    def read(self, address: str, accept: str = JSON) -> Document:
        """The document at a path or an `http:` or `https:` address.

        Raises `NotFound` where there is none, else `SourceError`.
        """
        self._check_patience(address)
        limit = max(0, min(self._limits.document, self._left))
        arrived = self._downloads.fetch(address, accept, limit) if is_web(address) else (_opened(address, limit),)
        document = Document(address, *arrived)
        self._left -= len(document.body)
        return document

    def json(self, address: str) -> Any:
        """The JSON value at that address."""
        return self.read(address).json()

    def _check_patience(self, address: str) -> None:
        """Pages may lead to pages for ever, and slowly."""
        self._count += 1
        if self._count > self._limits.documents:
            raise SourceError(address, f"more than {self._limits.documents:,} documents")
        if time.monotonic() > self._deadline:
            raise SourceError(address, f"the feed is not complete after {self._limits.pull_time:g} seconds")


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
