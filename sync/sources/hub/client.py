"""Asking a hub (`docs/hub-protocol.md`): the requests of a kiosk, and what its answers must look like."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NamedTuple, TypeVar

import msgspec

from sync.source import SourceError
from sync.sources import headers
from sync.sources.download import Answer, Downloads, Request
from sync.wire.provisioning import Hub
from sync.wire.sealed import Item
from sync.wire.signature import Signed

PAGE = 250
"""Records in a page: what a thin line can carry within the patience of a pass."""
BATCH = 25

_SMALL, _LARGEST = 1 << 20, 64 << 20  # bytes of an answer
Form = TypeVar("Form")


class Resting(SourceError):
    """The hub wants to be left alone for `seconds`."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(address, f"asks to be left alone for {seconds:.0f} seconds")
        self.seconds = seconds


class Refused(SourceError):
    """The hub answered with an error; `status` is HTTP's."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(address, f"HTTP {status}")
        self.status = status


class Entry(msgspec.Struct):
    """A record of a collection as Kinto answers it, or the tombstone of one."""

    id: str
    last_modified: int
    record: Any = None
    deleted: bool = False


class Page(NamedTuple):
    """Some records in the order of their change, the query of the page behind it ("" for none), and the time of the
    last change of the whole collection (ms)."""

    entries: Sequence[Entry]
    next: str
    timestamp: int


class Manifests(NamedTuple):
    """The manifests of a hub by collection, and the tag by which it knows them again."""

    signed: Mapping[str, Signed]
    tag: str


class _Manifest(Signed, frozen=True):
    id: str = ""


class _Many(msgspec.Struct):
    data: list[Entry]


class _ManyManifests(msgspec.Struct):
    data: list[_Manifest]


class _Status(msgspec.Struct):
    status: int
    body: Any = None


class _Responses(msgspec.Struct):
    responses: list[_Status]


class Outcome(NamedTuple):
    """What the hub said to an item: HTTP's status, and the kind of error where it names one. Not its message: that may
    repeat what is wrong, and so what a visitor said."""

    status: int
    reason: str = ""

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.reason}".strip()


class Client:
    """A kiosk's way to its hub. All methods raise `SourceError`: `Resting` where the hub wants to be left alone, from
    then on without asking, and `Refused` for a status that is not expected."""

    def __init__(self, hub: Hub, downloads: Downloads) -> None:
        self._hub = hub
        self._downloads = downloads
        self._bucket = f"{hub.url}/buckets/{hub.bucket}/collections"
        self.rest = 0.0
        """For how many seconds the hub wants to be left alone."""

    def manifests(self, tag: str) -> Manifests | None:
        """The manifests; None where they still are those of that tag."""
        address = f"{self._bucket}/manifest/records"
        answer = self._ask(Request(address, head={"If-None-Match": tag} if tag else {}), _SMALL)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return None
        found = _read(address, answer, _ManyManifests)
        return Manifests({one.id: Signed(one.body, one.signature) for one in found.data}, _tag(answer))

    def page(self, collection: str, query: str) -> Page:
        """A page of a collection."""
        address = f"{self._bucket}/{collection}/records?{query}"
        answer = self._ask(Request(address), _LARGEST)
        found = _read(address, answer, _Many)
        return Page(found.data, answer.head.get("Next-Page", "").partition("?")[2], _timestamp(address, answer))

    def deliver(self, items: Sequence[Item]) -> list[Outcome]:
        """Put items (at most `BATCH`), each unless it is there already; what the hub said to each."""
        root = f"/buckets/{self._hub.bucket}/collections"
        requests = [{"path": f"{root}/{item.collection}/records/{item.id}", "body": {"data": item.body}}
                    for item in items]
        body = {"defaults": {"method": "PUT", "headers": {"If-None-Match": "*"}}, "requests": requests}
        address = f"{self._hub.url}/batch"
        answered = _read(address, self._send("POST", address, body), _Responses).responses
        if len(answered) != len(items):
            raise SourceError(address, f"{len(items)} items, {len(answered)} answers")
        return [Outcome(one.status, _reason(one.body)) for one in answered]

    def greet(self, sign: Mapping[str, Any]) -> None:
        """Leave a sign of life."""
        address = f"{self._bucket}/kiosks/records/{self._hub.kiosk}"
        answer = self._send("PUT", address, {"data": sign})
        if answer.status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            raise Refused(address, answer.status)

    def _send(self, method: str, address: str, body: Any) -> Answer:
        head = {"Content-Type": "application/json", "Accept": "application/json"}
        account = (self._hub.kiosk, self._hub.password)
        return self._ask(Request(address, method, head, msgspec.json.encode(body), account), _SMALL)

    def _ask(self, request: Request, limit: int) -> Answer:
        if self.rest:
            raise Resting(request.address, self.rest)
        answer = self._downloads.ask(request, limit)
        self.rest = headers.wait(answer.head)
        if self.rest and answer.status >= HTTPStatus.BAD_REQUEST:
            raise Resting(request.address, self.rest)
        return answer


def _read(address: str, answer: Answer, form: type[Form]) -> Form:
    if answer.status != HTTPStatus.OK:
        raise Refused(address, answer.status)
    try:
        return msgspec.json.decode(answer.body, type=form)
    except (ValueError, RecursionError) as error:
        raise SourceError(address, f"not the answer of a hub: {error}") from error


def _tag(answer: Answer) -> str:
    """The tag as Kinto knows it; a server in front that packs the answer makes a weak one of it."""
    return answer.head.get("ETag", "").removeprefix("W/")


def _timestamp(address: str, answer: Answer) -> int:
    tag = _tag(answer).strip('"')
    if not tag.isdecimal():
        raise SourceError(address, "not the answer of a hub: no ETag")
    return int(tag)


def _reason(body: Any) -> str:
    return str(body.get("error", "")) if isinstance(body, dict) else ""
