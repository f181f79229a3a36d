"""What lies on the server: a bucket, its groups and collections, and who may do what (`docs/hub-protocol.md`)."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from content.schema import KINDS
from sync.hub.form import attributes
from sync.hub.kinto import ADMIN, Kinto

EVERYBODY = "system.Everyone"
KIOSKS = "kiosks"
EDITORS = "editors"


class Thing(NamedTuple):
    """An object of Kinto's: its path, its permissions, and the part of its data that is ours to say."""

    path: str
    permissions: Mapping[str, list[str]]
    data: Mapping[str, Any] = {}


def wanted(bucket: str) -> Iterator[Thing]:
    """All there has to be, in the order in which it can be made. Who is in the groups is not ours to say.

    The admin may write everything anyway; Kinto shows the permissions of a thing only to who may write that thing.
    """
    root = f"/buckets/{bucket}"
    editors, kiosks, admin = f"{root}/groups/{EDITORS}", f"{root}/groups/{KIOSKS}", f"account:{ADMIN}"
    # kinto-admin begins with the buckets there are; Kinto shows one to whoever may do anything in it, and this is least
    yield Thing(root, {"write": [admin], "group:create": [editors]})
    for path in (editors, kiosks):
        yield Thing(path, {"write": [admin]})
    for kind in KINDS:
        yield Thing(f"{root}/collections/{kind}s", {"read": [EVERYBODY], "write": [editors, admin]},
                    attributes(kind))
    yield Thing(f"{root}/collections/manifest", {"read": [EVERYBODY], "write": [admin]})
    yield Thing(f"{root}/collections/kiosks", {"write": [admin]})
    for box in ("feedback", "counts"):
        yield Thing(f"{root}/collections/{box}", {"record:create": [kiosks], "write": [admin]})


def establish(kinto: Kinto, bucket: str) -> list[str]:
    """Bring the server to what is `wanted`; the paths of what had to be made or changed. Raises `HubError`."""
    return [thing.path for thing in wanted(bucket) if _established(kinto, thing)]


def _established(kinto: Kinto, thing: Thing) -> bool:
    """Whether something had to be done for it."""
    found = kinto.find(thing.path)
    if found and _is(found, thing):
        return False
    if found:
        kinto.put(thing.path, {**found["data"], **thing.data}, {**_none(found), **thing.permissions})
    else:
        kinto.put(thing.path, {**({"members": []} if "/groups/" in thing.path else {}), **thing.data},
                  thing.permissions)
    return True


def _is(found: Mapping[str, Any], thing: Thing) -> bool:
    granted = {name: sorted(who) for name, who in found["permissions"].items() if who}
    return granted == {name: sorted(who) for name, who in thing.permissions.items()} and all(
        found["data"].get(name) == value for name, value in thing.data.items())


def _none(found: Mapping[str, Any]) -> dict[str, list[str]]:
    """No permission for anybody, for those kinds that were granted."""
    return {name: [] for name in found["permissions"]}
