"""Speaking with Kinto as one of its accounts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

import msgspec
import requests

ADMIN = "admin"
"""The account that may do everything."""

_BATCH = 25
_HEAVY = 1 << 20  # bytes after which a batch is full
_PATIENCE = (5, 60)  # seconds to connect, and between two pieces of an answer


class HubError(Exception):
    """The hub does not do what it was asked; the message says what, and why."""


class Refused(HubError):
    """The hub answered with an error; `status` is HTTP's."""

    def __init__(self, what: str, status: int, reason: str) -> None:
        super().__init__(f"{what}: {reason} (HTTP {status})")
        self.status = status
        self.reason = reason


class Answer(NamedTuple):
    """What Kinto answered to one request."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def reason(self) -> str:
        """What an error says, with the field that it names."""
        if not isinstance(self.body, Mapping):
            return f"HTTP {self.status}"
        return str(self.body.get("message") or self.body.get("error") or f"HTTP {self.status}")


class Page(NamedTuple):
    """Objects of a list, and when (ms) the list changed last."""

    records: Sequence[Mapping[str, Any]]
    timestamp: int


class Request(NamedTuple):
    """One of a batch."""

    method: str
    path: str
    data: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = {}


class Kinto:
    """The API at `url` as seen by an account. All methods raise `HubError`."""

    def __init__(self, url: str, account: str, password: str) -> None:
        self.url = url
        self._session = requests.Session()
        self._session.auth = (account, password)
        self._session.trust_env = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._session.close()

    def find(self, path: str) -> dict[str, Any] | None:
        """The object at that path (`data` and `permissions`), if there is one."""
        answer = self._ask("GET", path)
        if answer.status == requests.codes.not_found:
            return None
        found: dict[str, Any] = _checked(f"GET {path}", answer).body
        return found

    def get(self, path: str) -> dict[str, Any]:
        """The object that has to be at that path."""
        found = self.find(path)
        if found is None:
            raise _missing(self.url + path)
        return found

    def put(self, path: str, data: Mapping[str, Any], permissions: Mapping[str, Any] | None = None) -> None:
        """Make the object at that path be this."""
        body = {"data": dict(data), **({} if permissions is None else {"permissions": dict(permissions)})}
        _checked(f"PUT {path}", self._ask("PUT", path, body))

    def page(self, path: str) -> Page:
        """The first page of a list, as its query asks for it."""
        answer = self._ask("GET", path)
        if answer.status in {requests.codes.forbidden, requests.codes.not_found}:
            raise _missing(self.url + path)
        _checked(f"GET {path}", answer)
        return Page(answer.body["data"], int(answer.headers["ETag"].strip('"')))

    def all(self, path: str, since: int = 0) -> Iterator[Mapping[str, Any]]:
        """All that is in a list now and not deleted, or what of it changed since (ms), in the order of change."""
        query = f"{path}{'&' if '?' in path else '?'}_sort=last_modified"
        while records := self.page(query + (f"&_since={since}" if since else "")).records:
            yield from (record for record in records if not record.get("deleted"))
            since = records[-1]["last_modified"]

    def delete(self, path: str) -> bool:
        """Take away what is there; whether there was something."""
        answer = self._ask("DELETE", path)
        if answer.status == requests.codes.not_found:
            return False
        _checked(f"DELETE {path}", answer)
        return True

    def batch(self, requests: Sequence[Request]) -> list[Answer]:
        """What Kinto says to each of these, in their order; some may be refused and others done."""
        return [answer for some in _batches(requests) for answer in self._batch(some)]

    def _batch(self, some: Sequence[Request]) -> list[Answer]:
        asked = [{"method": one.method, "path": one.path, "headers": dict(one.headers),
                  **({} if one.data is None else {"body": {"data": one.data}})} for one in some]
        answered = _checked("POST /batch", self._ask("POST", "/batch", {"requests": asked})).body["responses"]
        return [Answer(one["status"], one["body"], one["headers"]) for one in answered]

    def _ask(self, method: str, path: str, body: Any = None) -> Answer:
        try:
            answer = self._session.request(method, self.url + path, json=body, timeout=_PATIENCE, allow_redirects=False)
            return Answer(answer.status_code, answer.json() if answer.content else None, answer.headers)
        except requests.JSONDecodeError as error:
            raise HubError(f"{self.url}{path}: the answer is not Kinto's (HTTP {answer.status_code})") from error
        except requests.RequestException as error:
            raise HubError(f"{self.url}: no answer; does the server run? ({type(error).__name__})") from error


def _missing(address: str) -> HubError:
    """What is not there; of a list that is not there Kinto says that nobody may see it."""
    return HubError(f"{address}: not there; was `hub init` run?")


def _checked(what: str, answer: Answer) -> Answer:
    if answer.status >= requests.codes.bad_request:
        raise Refused(what, answer.status, answer.reason)
    return answer


def _batches(requests: Sequence[Request]) -> Iterator[Sequence[Request]]:
    """Batches of as many as Kinto takes, and of a weight that it takes."""
    batch, weight = list[Request](), 0
    for one in requests:
        weighs = len(msgspec.json.encode(one.data))
        if batch and (len(batch) == _BATCH or weight + weighs > _HEAVY):
            yield batch
            batch, weight = [], 0
        batch.append(one)
        weight += weighs
    if batch:
        yield batch
