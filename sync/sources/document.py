"""Reading a document, from a file or over HTTP alike, so that no feed can stall, overrun or crash its reader.

Every failure is a `SourceError` that names the address.
"""

import json
import queue
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple

import requests
from urllib3.exceptions import HTTPError

from sync.source import NotFound, SourceError

JSON = "application/geo+json, application/json;q=0.9, */*;q=0.1"
_PIECE = 64 * 1024
_GONE = {404, 410}
_HEADERS = {
    "User-Agent": "Anlaufstelle (public information kiosk)",
    # The answers of some servers depend on it (Integreat: names of categories), so it never varies.
    "Accept-Language": "de",
    "Accept-Encoding": "gzip",
}


class Limits(NamedTuple):
    """How much a feed may ask of its reader: sizes in bytes (unpacked), times in seconds, counts."""

    document: int = 32 << 20
    pull: int = 256 << 20
    connect: float = 10
    silence: float = 30
    total: float = 120
    redirects: int = 5
    documents: int = 5000
    pull_time: float = 1800


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
        self.limits = limits
        self._session = requests.Session()
        self._session.headers.update(_HEADERS)
        self._session.max_redirects = limits.redirects
        self._left = limits.pull
        self._documents = 0
        self._deadline = time.monotonic() + limits.pull_time

    def close(self) -> None:
        """Let go of open connections."""
        self._session.close()

    def read(self, address: str, accept: str = JSON) -> Document:
        """The document at a path or an `http:` or `https:` address.

        Raises `NotFound` where there is none, else `SourceError`.
        """
        self._count(address)
        document = self._get(address, accept) if is_web(address) else self._open(address)
        self._left -= len(document.body)
        return document

    def json(self, address: str) -> Any:
        """The JSON value at that address."""
        return self.read(address).json()

    def _count(self, address: str) -> None:
        """Pages may lead to pages for ever, and slowly."""
        self._documents += 1
        if self._documents > self.limits.documents:
            raise SourceError(address, f"more than {self.limits.documents:,} documents")
        if time.monotonic() > self._deadline:
            raise SourceError(address, f"the feed is not complete after {self.limits.pull_time:g} seconds")

    def _open(self, address: str) -> Document:
        path = Path(address)
        limit = self._limit()
        try:
            if not path.is_file():
                raise NotFound(address, "no such file")
            with path.open("rb") as file:
                body = file.read(limit + 1)
        except (OSError, ValueError) as error:
            raise SourceError(address, getattr(error, "strerror", None) or str(error)) from error
        if len(body) > limit:
            raise SourceError(address, f"larger than {limit:,} bytes")
        return Document(address, body)

    def _get(self, address: str, accept: str) -> Document:
        deadline = time.monotonic() + self.limits.total
        return _within(self.limits.total, address, lambda: self._fetch(address, accept, deadline))

    def _fetch(self, address: str, accept: str, deadline: float) -> Document:
        try:
            timeout = (self.limits.connect, self.limits.silence)
            head = {"Accept": accept}
            with closing(self._session.get(address, headers=head, stream=True, timeout=timeout)) as answer:
                _check_status(address, answer.status_code)
                body = b"".join(self._pieces(address, answer, deadline))
                return Document(address, body, *_media_type(answer.headers.get("Content-Type", "")))
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
            raise SourceError(address, _reason(error)) from error

    def _pieces(self, address: str, answer: requests.Response, deadline: float) -> Iterator[bytes]:
        """The unpacked body, piece by piece, no longer than it may be."""
        limit = left = self._limit()
        for piece in _unpacked(address, answer.headers.get("Content-Encoding", ""), _packed(answer)):
            left -= len(piece)
            if left < 0:
                raise SourceError(address, f"larger than {limit:,} bytes")
            if time.monotonic() > deadline:
                raise SourceError(address, f"not complete after {self.limits.total:g} seconds")
            yield piece

    def _limit(self) -> int:
        return max(0, min(self.limits.document, self._left))


def is_web(address: str) -> bool:
    """Whether the address is one of the web rather than a path."""
    return address.lower().startswith(("http://", "https://"))


def _within(seconds: float, address: str, work: Callable[[], Document]) -> Document:
    """The result of `work`, or an error when it takes longer than that.

    The work runs beside and is left behind when it is too late: looking up a name and waiting for the head of an
    answer that drips in cannot be broken off otherwise.
    """
    results: queue.SimpleQueue[Document | BaseException] = queue.SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except BaseException as error:  # noqa: BLE001 - handed on to the caller's thread
            results.put(error)

    threading.Thread(target=run, name=f"reading {address}", daemon=True).start()
    try:
        result = results.get(timeout=seconds + 1)
    except queue.Empty:
        raise SourceError(address, f"no answer after {seconds:g} seconds") from None
    if isinstance(result, BaseException):
        raise result
    return result


def _check_status(address: str, status: int) -> None:
    if status in _GONE:
        raise NotFound(address, f"HTTP {status}")
    if status != requests.codes.ok:
        raise SourceError(address, f"HTTP {status}")


def _packed(answer: requests.Response) -> Iterator[bytes]:
    """The body as it comes in, without waiting for a piece to be full."""
    while piece := answer.raw.read1(_PIECE, decode_content=False):
        yield piece


def _unpacked(address: str, encoding: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    if encoding.strip().lower() in {"", "identity"}:
        return pieces
    if encoding.strip().lower() not in {"gzip", "x-gzip"}:
        raise SourceError(address, f"packed in a way that was not asked for: {encoding}")
    return _gunzipped(address, pieces)


def _gunzipped(address: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpacked in small pieces, so that a bomb is noticed before it goes off."""
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    for packed in pieces:
        unpacked = unpacking.decompress(packed, _PIECE)
        while unpacked:
            yield unpacked
            unpacked = unpacking.decompress(unpacking.unconsumed_tail, _PIECE)
    if not unpacking.eof:
        raise SourceError(address, "broken off")


def _media_type(header: str) -> tuple[str, str]:
    kind, _, parameters = header.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.:-]+)", parameters, re.IGNORECASE)
    return kind.strip().lower(), charset[1] if charset else ""


def _reason(error: Exception) -> str:
    """What went wrong, without the layers of libraries it came through."""
    if isinstance(error, requests.ConnectTimeout | requests.ReadTimeout):
        return "no answer in time"
    if isinstance(error, requests.TooManyRedirects):
        return "redirected too often"
    return f"{type(error).__name__}: {error}"[:300]
