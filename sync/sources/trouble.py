"""What went wrong on the network, in plain words, without the layers of libraries it came through."""

import re
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import requests

PORTAL = "perhaps the login page of this network (captive portal)"
_CERTIFICATE = re.compile(r"certificate verify failed: ([^(\"']+)|(hostname [^\"']+|IP address mismatch[^\"']+)")
_CAUSE = re.compile(r"\[Errno -?\d+\] ([^'\")>]+)")


class Elsewhere(requests.RequestException):
    """A redirect to where a feed is not followed."""


class Session(requests.Session):
    """A session that is not led away from the house it asked at: a network that wants a login first redirects
    everything, and a feed that really moved needs its new address in the settings."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where to go on, None if the answer is no redirect. Raises `Elsewhere`."""
        target = super().get_redirect_target(resp)
        if target and not same_house(resp.url, urljoin(resp.url, target)):
            raise Elsewhere(f"leads away to {urlsplit(urljoin(resp.url, target)).hostname or target}: {PORTAL}, "
                            "or the feed has moved and its new address belongs into the settings")
        return target


def same_house(address: str, target: str) -> bool:
    """Whether a redirect stays at the same host, or goes to one above or below it (`www.a.example` and `a.example`),
    and does not leave TLS."""
    old, new = urlsplit(address), urlsplit(target)
    hosts = [(part.hostname or "").removeprefix("www.") for part in (old, new)]
    near = hosts[0] == hosts[1] or any(one and other.endswith(f".{one}") for one, other in (hosts, hosts[::-1]))
    return near and not (old.scheme == "https" and new.scheme != "https")


def reason(error: Exception) -> str:
    """What happened, and what it may mean."""
    if isinstance(error, requests.ConnectTimeout | requests.ReadTimeout):
        return "no answer in time"
    if isinstance(error, requests.TooManyRedirects):
        return "redirected too often"
    if isinstance(error, Elsewhere):
        return str(error)
    if isinstance(error, requests.exceptions.SSLError):
        return _certificate(str(error))
    if isinstance(error, requests.ConnectionError) and (cause := _CAUSE.search(str(error))):
        return f"cannot be reached: {cause[1].strip()}"
    return f"{type(error).__name__}: {error}"[:300]


def _certificate(text: str) -> str:
    found = _CERTIFICATE.search(text)
    if not found:
        return f"no safe connection: {text}"[:300]
    return (f"its certificate is not to be trusted ({(found[1] or found[2]).strip()}): {PORTAL}, a fault of the "
            f"server, or the clock of this machine, which says {datetime.now(UTC):%d.%m.%Y}")
