"""What editors write in a form lies under an id that Kinto made up; here it gets the key under which kiosks see it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from content import wire
from content.record import feed_of
from content.schema import KINDS
from sync.hub.city import City
from sync.hub.kinto import HubError, Request
from sync.wire.record import is_key, key_of

OWN = "own"
"""The feed of what no feed brought."""

_TAKEN = 412


def adopt(city: City) -> list[str]:
    """Bring all that editors wrote since the last signing under its key; what could not be brought there, and why.

    An editor finds the reason in the record. Raises `HubError`.
    """
    return [f"{kind} {found['id']}: {problem}" for kind in KINDS for found in _written(city, kind)
            if (problem := _adopted(city, kind, found))]


def _written(city: City, kind: str) -> Iterator[Mapping[str, Any]]:
    """The records under ids of another form than a key."""
    since = city.ledger.cursor(f"{kind}s")
    for found in city.kinto.all(f"{city.path(f'{kind}s')}?has_harvested=false", since):
        if not is_key(found["id"]):
            yield found


def _adopted(city: City, kind: str, found: Mapping[str, Any]) -> str:
    """Why it could not be brought under its key; "": it was."""
    here = city.path(f"{kind}s", found["id"])
    try:
        record = _record(kind, found)
    except wire.InvalidRecord as error:
        return _returned(city, here, found, str(error))
    there = city.path(f"{kind}s", key_of(record["id"]))
    data = {"record": record, "pinned": found.get("pinned") is True}
    (answer,) = city.kinto.batch([Request("PUT", there, data, {"If-None-Match": "*"})])
    if answer.status == _TAKEN and city.kinto.get(there)["data"].get("record") != record:
        return _returned(city, here, found, f"there is another record with the id {record['id']!r}")
    if answer.status >= 400 and answer.status != _TAKEN:
        raise HubError(f"{kind} {found['id']}: {answer.reason}")
    city.kinto.delete(here)
    return ""


def _record(kind: str, found: Mapping[str, Any]) -> dict[str, Any]:
    """The record as kiosks take it, with the id and source that an editor need not know."""
    raw = found.get("record")
    if not isinstance(raw, Mapping):
        raise wire.InvalidRecord("$.record: there is none")
    name = raw.get("id") or f"{OWN}:{found['id']}"
    source = {"feed": feed_of(str(name)), **(raw.get("source") or {})}
    _, body = wire.read({**raw, "type": kind, "id": name, "source": source})
    record: dict[str, Any] = msgspec.json.decode(body)
    return record


def _returned(city: City, path: str, found: Mapping[str, Any], problem: str) -> str:
    """Leave the problem where the editor will see it."""
    if found.get("problem") != problem:
        city.kinto.put(path, {**found, "problem": problem})
    return problem
