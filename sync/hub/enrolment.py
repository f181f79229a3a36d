"""Making a kiosk, or an editor, one of the city's; and letting a kiosk go."""

import re
import secrets
from collections.abc import Sequence

from content.here import Place
from sync.hub.city import City
from sync.hub.kinto import ADMIN, HubError
from sync.hub.layout import EDITORS, KIOSKS
from sync.wire.key import to_text
from sync.wire.provisioning import Hub, Provisioning

PLACES = "places"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def enrol(city: City, kiosk: str, place: Place, languages: Sequence[str]) -> Provisioning:
    """The file for a kiosk of that name. Enrolled again it gets another password; the old one is void.

    Raises `HubError`.
    """
    password = _account(city, kiosk)
    _join(city, KIOSKS, kiosk, {"name": place.name, "district": place.district})
    sign = city.path("kiosks", kiosk)
    known = city.kinto.find(sign)
    city.kinto.put(sign, known["data"] if known else {}, {"write": [_principal(kiosk)]})
    hub = Hub(city.settings.url, city.bucket, kiosk, password, to_text(city.vault.signing().verify_key),
              to_text(city.vault.sealing().public_key))
    return Provisioning(hub, place, tuple(languages))


def appoint(city: City, editor: str) -> str:
    """The new password of an editor of that name. Raises `HubError`."""
    password = _account(city, editor)
    _join(city, EDITORS, editor)
    return password


def retire(city: City, kiosk: str) -> None:
    """The kiosk can no longer write anything here; what it sent stays. Raises `HubError`."""
    if not city.kinto.delete(f"/accounts/{kiosk}"):
        raise HubError(f"no kiosk is called {kiosk!r}")
    path = _group(city, KIOSKS)
    group = city.kinto.get(path)["data"]
    city.kinto.put(path, {
        "members": [one for one in group["members"] if one != _principal(kiosk)],
        PLACES: {name: place for name, place in group.get(PLACES, {}).items() if name != kiosk}})
    city.kinto.delete(city.path("kiosks", kiosk))


def places(city: City) -> dict[str, dict[str, str]]:
    """Where each kiosk of the city stands (`name`, `district`). Raises `HubError`."""
    found: dict[str, dict[str, str]] = city.kinto.get(_group(city, KIOSKS))["data"].get(PLACES, {})
    return found


def _account(city: City, name: str) -> str:
    """The new password of an account."""
    if name == ADMIN or not _NAME.fullmatch(name):
        raise HubError(f"{name!r} is no name for an account: letters, digits, - and _, and not {ADMIN!r}")
    password = secrets.token_urlsafe(24)
    city.kinto.put(f"/accounts/{name}", {"password": password})
    return password


def _join(city: City, group: str, name: str, place: dict[str, str] | None = None) -> None:
    """Make an account a member; where a kiosk stands is noted with the group, for its record is its own to write."""
    path, member = _group(city, group), _principal(name)
    before = city.kinto.get(path)["data"]
    after = {"members": [*(one for one in before["members"] if one != member), member],
             PLACES: {**before.get(PLACES, {}), **({name: place} if place else {})}}
    if any(after[part] != before.get(part) for part in after):
        city.kinto.put(path, after)


def _group(city: City, name: str) -> str:
    return f"/buckets/{city.bucket}/groups/{name}"


def _principal(name: str) -> str:
    return f"account:{name}"
