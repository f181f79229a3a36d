"""Speaking with Kinto as one of its accounts."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

import requests

ADMIN = "admin"
"""The account that may do everything."""

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

    def put(self, path: str, data: Mapping[str, Any], permissions: Mapping[str, Any] | None = None) -> None:
        """Make the object at that path be this."""
        body = {"data": dict(data), **({} if permissions is None else {"permissions": dict(permissions)})}
        _checked(f"PUT {path}", self._ask("PUT", path, body))

    def _ask(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
        try:
            answer = self._session.request(method, self.url + path, json=body, headers=headers, timeout=_PATIENCE,
                                           allow_redirects=False)
            return Answer(answer.status_code, answer.json() if answer.content else None, answer.headers)
        except requests.JSONDecodeError as error:
            raise HubError(f"{self.url}{path}: the answer is not Kinto's (HTTP {answer.status_code})") from error
        except requests.RequestException as error:
            raise HubError(f"{self.url}: no answer; does the server run? ({type(error).__name__})") from error


def _checked(what: str, answer: Answer) -> Answer:
    if answer.status >= requests.codes.bad_request:
        raise Refused(what, answer.status, reason_of(answer.body))
    return answer


def reason_of(body: Any) -> str:
    """What an error of Kinto says, with the field that it names."""
    if not isinstance(body, Mapping):
        return "no reason given"
    return str(body.get("message") or body.get("error") or "no reason given")
