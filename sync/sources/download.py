"""Fetching over HTTP, so that no server can stall or overrun its reader."""

import queue
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
from sync.sources import headers
from sync.sources.trouble import PORTAL, Session, reason

Result = TypeVar("Result")
_PIECE = 64 * 1024
_GONE = {404, 410}
_HEADERS = {
    "User-Agent": "Anlaufstelle (public information kiosk)",
    # The answers of some servers depend on it (Integreat: names of categories), so it never varies.
    "Accept-Language": "de",
    "Accept": "application/geo+json, application/json;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


class Patience(NamedTuple):
    """How long a server may take, in seconds: to connect, between two pieces, in all; and how often it may redirect."""

    connect: float = 10
    silence: float = 30
    total: float = 120
    redirects: int = 5


class Known(NamedTuple):
    """What a server said of a document before, to ask whether it changed; "" for what it did not say."""

    etag: str = ""
    modified: str = ""


class Download(NamedTuple):
    """What a server sent: the body, unpacked; its media type and encoding, "" where it said none; and by what to ask
    for it again."""

    body: bytes
    kind: str
    charset: str
    known: Known


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
    """Fetches one document after the other, over connections that are kept. `wait` is for how many seconds a server
    asked to be left alone."""

    def __init__(self, patience: Patience) -> None:
        self.wait = 0.0
        self._patience = patience
        self._session, self._following = requests.Session(), Session()
        for session in (self._session, self._following):
            session.headers.update(_HEADERS)
        self._following.max_redirects = patience.redirects

    def close(self) -> None:
        """Let go of open connections."""
        self._session.close()
        self._following.close()

    def fetch(self, address: str, limit: int, known: Known = Known()) -> Download | None:
        """What is at that address, of at most so many bytes; None if it is what is known.

        Raises `NotFound`, else `SourceError`.
        """
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        head = {name: value for name, value in asked.items() if value}
        answer = self._within(Request(address, head=head), limit, follow=True)
        self.wait = max(self.wait, headers.wait(answer.head))
        if head and answer.status == requests.codes.not_modified:
            return None
        _check_status(address, answer.status)
        return Download(answer.body, *headers.media_type(answer.head),
                        Known(answer.head.get("ETag", ""), headers.modified(answer.head)))

    def ask(self, request: Request, limit: int) -> Answer:
        """The answer to a request, of whatever status and at most so many bytes. Who sends us elsewhere is not the one
        we asked: redirections are answers like any other. Raises `SourceError`."""
        return self._within(request, limit, follow=False)

    def _within(self, request: Request, limit: int, *, follow: bool) -> Answer:
        deadline = time.monotonic() + self._patience.total
        return _within(self._patience.total, request.address, lambda: self._send(request, limit, deadline, follow))

    def _send(self, request: Request, limit: int, deadline: float, follow: bool) -> Answer:
        address, timeout = request.address, (self._patience.connect, self._patience.silence)
        session = self._following if follow else self._session
        try:
            with closing(session.request(
                    request.method, address, headers=request.head, data=request.body or None, auth=request.account,
                    stream=True, timeout=timeout, allow_redirects=follow)) as answer:
                wanted = not follow or answer.status_code == requests.codes.ok
                body = b"".join(self._pieces(address, answer, limit, deadline)) if wanted else b""
                return Answer(answer.status_code, answer.headers, body)
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError, zlib.error) as error:
            raise SourceError(address, reason(error)) from error

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
        try:
            raise result
        finally:
            del result  # it would hold on to itself, and to the connection, through its traceback
    return result


def _check_status(address: str, status: int) -> None:
    if status in _GONE:
        raise NotFound(address, f"HTTP {status}")
    if status == requests.codes.network_authentication_required:
        raise SourceError(address, f"HTTP {status}: {PORTAL}")
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
