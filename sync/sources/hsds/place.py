"""Locations of HSDS as places of an offer."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sync.sources.value import coordinates, string, structures

_POSTCODE_FIRST = {"de", "at", "ch", "germany", "deutschland", "österreich", "schweiz"}

_MOST = 100

Entity = Mapping[str, Any]


def places_of(locations: Iterable[Entity]) -> list[dict[str, Any]]:
    """The places one can go to; a virtual location is none."""
    real = (location for location in locations if string(location.get("location_type")).lower() != "virtual")
    found = [_place(location) for location in islice(real, _MOST)]
    return [place for number, place in enumerate(found) if any(place.values()) and place not in found[:number]]


def _place(location: Entity) -> dict[str, Any]:
    return {"name": string(location.get("name")),
            "address": _address(location),
            **coordinates(location.get("latitude"), location.get("longitude")),
            **_accessibility(location)}


def _address(location: Entity) -> str:
    """The first address for visitors, else the first."""
    addresses = sorted(structures(location.get("addresses")),
                       key=lambda address: string(address.get("address_type")).lower() == "postal")
    if not addresses:
        return ""
    street, more, city, state, code, country = (string(addresses[0].get(name)) for name in (
        "address_1", "address_2", "city", "state_province", "postal_code", "country"))
    town = (f"{code} {city}",) if country.lower() in _POSTCODE_FIRST else (city, f"{state} {code}")
    return ", ".join(filter(None, map(str.strip, (street, more, *town))))


def _accessibility(location: Entity) -> dict[str, Any]:
    """What is said of getting in, as text; lists of key words (HSDS 1) also as what they mean."""
    said = list(_said(location))
    words = {word.strip().lower() for text in said for word in text.split(",")}
    known = {field: "yes" for field, word in (("wheelchair", "wheelchair"), ("toilet", "restroom")) if word in words}
    return {"accessibility": {"text": "\n".join(said), **known}} if said else {}


def _said(location: Entity) -> Iterator[str]:
    given = location.get("accessibility")
    if isinstance(given, str):
        yield from filter(None, [string(given)])
    for entry in structures(given):
        yield from filter(None, (string(entry.get(name)) for name in ("description", "accessibility", "details")))
