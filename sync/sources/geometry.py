"""One point for a geometry of GeoJSON (RFC 7946)."""

from typing import Any

from sync.sources.value import number, structure, structures


def point_of(geometry: Any) -> tuple[float | None, float | None]:
    """Latitude and longitude: of a point itself, of all else the middle of its bounding box; None if there are none."""
    positions = _positions(structure(geometry))
    if not positions:
        return None, None
    longitudes, latitudes = zip(*positions, strict=True)
    return (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2


def _positions(geometry: Any) -> list[tuple[float, float]]:
    """All positions as (longitude, latitude), however deep they lie in lists."""
    waiting: list[Any] = [geometry.get("coordinates")]
    waiting += [part.get("coordinates") for part in structures(geometry.get("geometries"))]
    found = []
    while waiting:
        part = waiting.pop()
        if not isinstance(part, list) or not part:
            continue
        east, north = number(part[0]), number(part[1]) if len(part) > 1 else None
        if not isinstance(part[0], list) and east is not None and north is not None:
            found.append((east, north))
        else:
            waiting += part
    return found
