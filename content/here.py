"""Where a screen stands."""

from typing import NamedTuple

import msgspec

from content.record import Latitude, Longitude


class Here(NamedTuple):
    """What near, open and accessible mean at this screen: WGS 84 degrees, a name from the city's list of districts,
    whether the visitor needs a place without steps, and the Land whose holidays count (ISO 3166-2:DE without "DE-").
    All optional."""

    latitude: float | None = None
    longitude: float | None = None
    district: str = ""
    wheelchair: bool = False
    land: str = "SH"


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where it stands, as its settings say it: its name as visitors know it, and WGS 84 degrees."""

    name: str = ""
    district: str = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
