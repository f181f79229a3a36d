"""Fetching over HTTP, so that no server can stall or overrun its reader."""

import queue
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from http.client import HTTPException
from typing import NamedTuple, TypeVar

import requests
from urllib3.exceptions import HTTPError

from sync.source import NotFound, SourceError

Result = TypeVar("Result")
_PIECE = 64 * 1024
_GONE = {404, 410}
_HEADERS = {
    "User-Agent": "Anlaufstelle (public information kiosk)",
    # The answers of some servers depend on it (Integreat: names of categories), so it never varies.
    "Accept-Language": "de",
    "Accept-Encoding": "gzip",
}


class Patience(NamedTuple):
    """How long a server may take, in seconds: to connect, between two pieces, in all; and how often it may redirect."""

    connect: float = 10
    silence: float = 30
    total: float = 120
    redirects: int = 5


class Download(NamedTuple):
    """What a server sent: the body, unpacked; its media type and encoding, "" where it said none."""

    body: bytes
    kind: str
    charset: str


class Request(NamedTuple):
    """What a server is asked, with the account (name and password) it is asked for, if it must be one."""

    address: str
    method: str = "GET"
    head: Mapping[str, str] = {}
    body: bytes = b""
    account: tuple[str, str] | None = None


class Answer(NamedTuple):
    """What a server answered, of whatever status: its headers (by any case of their names) and body, unpacked."""

    status: int
    head: Mapping[str, str]
    body: bytes


class Downloads:
    """Fetches one document after the other, over connections that are kept."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._session = requests.Session()
        self._session.headers.update(_HEADERS)
        self._session.max_redirects = patience.redirects

    def close(self) -> None:
        """Let go of open connections."""
        self._session.close()

    def fetch(self, address: str, accept: str, limit: int) -> Download:
        """What is at that address, of at most so many bytes. Raises `NotFound`, else `SourceError`."""
        answer = self._within(Request(address, head={"Accept": accept}), limit, follow=True)
        return Download(answer.body, *_media_type(answer.head.get("Content-Type", "")))

    def ask(self, request: Request, limit: int) -> Answer:
        """The answer to a request, of whatever status and at most so many bytes. Who sends us elsewhere is not the one
        we asked: redirections are answers like any other. Raises `SourceError`."""
        return self._within(request, limit, follow=False)

    def _within(self, request: Request, limit: int, *, follow: bool) -> Answer:
        deadline = time.monotonic() + self._patience.total
        return _within(self._patience.total, request.address, lambda: self._send(request, limit, deadline, follow))

    def _send(self, request: Request, limit: int, deadline: float, follow: bool) -> Answer:
        address, timeout = request.address, (self._patience.connect, self._patience.silence)
        try:
            with closing(self._session.request(
                    request.method, address, headers=request.head, data=request.body or None, auth=request.account,
                    stream=True, timeout=timeout, allow_redirects=follow)) as answer:
                if follow:
                    _check_status(address, answer.status_code)
                body = b"".join(self._pieces(address, answer, limit, deadline))
                return Answer(answer.status_code, answer.headers, body)
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
            raise SourceError(address, _reason(error)) from error

    def _pieces(self, address: str, answer: requests.Response, limit: int, deadline: float) -> Iterator[bytes]:
        """The unpacked body, piece by piece, no longer than it may be."""
        left = limit
        for piece in _unpacked(address, answer.headers.get("Content-Encoding", ""), _packed(answer)):
            left -= len(piece)
            if left < 0:
                raise SourceError(address, f"larger than {limit:,} bytes")
            if time.monotonic() > deadline:
                raise SourceError(address, f"not complete after {self._patience.total:g} seconds")
            yield piece


def _within(seconds: float, address: str, work: Callable[[], Result]) -> Result:
    """The result of `work`, or an error when it takes longer than that.

    The work runs beside and is left behind when it is too late: looking up a name and waiting for the head of an
    answer that drips in cannot be broken off otherwise.
    """
    results: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()

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
