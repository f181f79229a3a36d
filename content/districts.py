"""The districts of the city a kiosk stands in, and how far things are from each other."""

import tomllib
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.record import Latitude, Longitude

_LUEBECK = Path(__file__).parent / "starter" / "districts.toml"
_EARTH_RADIUS = 6_371_008.8


class UnreadableDistricts(ValueError):
    """A file of districts that cannot be used; the message names the file and the field."""


class Point(NamedTuple):
    """A place on earth in WGS 84 degrees."""

    latitude: float
    longitude: float


class District(msgspec.Struct, frozen=True):
    """One district: its official number, its name, the postcodes found in it, and its middle where known."""

    number: str
    name: str
    postcodes: tuple[str, ...] = ()
    latitude: Latitude | None = None
    longitude: Longitude | None = None


class Districts(msgspec.Struct, frozen=True):
    """All districts of a city, in the city's own order. `unclear_postcodes` may lie in more than one of them."""

    city: str
    district: tuple[District, ...]
    unclear_postcodes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the districts in the order of their numbers."""
        return tuple(district.name for district in self.district)

    def of_postcode(self, code: str) -> str:
        """The district a postcode lies in; empty where it is unknown or lies in several."""
        found = [district.name for district in self.district if code in district.postcodes]
        return found[0] if len(found) == 1 and code not in self.unclear_postcodes else ""

    def centre(self, name: str) -> Point | None:
        """The middle of the district of that name, or None where it is not known."""
        found = next((district for district in self.district if district.name == name), None)
        if found is None or found.latitude is None or found.longitude is None:
            return None
        return Point(found.latitude, found.longitude)


def load_districts(path: Path | None = None) -> Districts:
    """The districts of Lübeck, or those of another city from a file like `content/starter/districts.toml`.

    Raises `UnreadableDistricts`, or `OSError` where there is no such file.
    """
    file = path or _LUEBECK
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Districts)
    except (ValueError, msgspec.ValidationError) as error:
        raise UnreadableDistricts(f"{file}: {error}") from error


def metres(latitude1: float, longitude1: float, latitude2: float, longitude2: float) -> float:
    """The distance between two points in degrees, as the crow flies, in metres.

    Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984) on a sphere
    of the earth's mean radius (IUGG, 6371.0088 km); at most 0.6 % off.
    """
    north, south = radians(latitude1), radians(latitude2)
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(longitude2 - longitude1) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(min(1.0, chord)))
