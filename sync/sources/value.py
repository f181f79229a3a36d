"""Values as feeds give them: of any type, absent, mistyped. Read as what is meant, or as nothing."""

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from content.block import Block
from content.markup import blocks_of, plain

LONGEST_TITLE = 500


def string(value: Any) -> str:
    """A short text on one line, without markup; "" for what is neither text nor number."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}" if math.isfinite(value) else ""
    return plain(str(value)) if isinstance(value, str | int) else ""


def title(value: Any) -> str:
    """A title, cut where a record's titles must end."""
    return string(value)[:LONGEST_TITLE]


def blocks(*values: Any) -> list[Block]:
    """The blocks of long texts, one after the other; each may be HTML or plain, what is no text is passed over."""
    return [block for value in values if isinstance(value, str) for block in blocks_of(value)]


def texts(value: Any) -> list[str]:
    """The texts of a list, or the one text it is, as they are written; numbers as text."""
    values = value if isinstance(value, list) else [value]
    return [entry if isinstance(entry, str) else string(entry) for entry in values]


def strings(value: Any) -> list[str]:
    """The short texts of a list, or the one it is."""
    return [text for text in map(string, texts(value)) if text]


def structure(value: Any) -> Mapping[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def structures(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a list; what is not an object is passed over."""
    return (entry for entry in value if isinstance(entry, Mapping)) if isinstance(value, list | tuple) else iter(())


def number(value: Any) -> float | None:
    """A finite number, also if it was written as text (with a point or a German comma)."""
    if isinstance(value, bool):
        return None
    try:
        found = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def coordinates(latitude: Any, longitude: Any) -> dict[str, float]:
    """`latitude` and `longitude` in WGS 84 degrees if both are there and can be true (0, 0 stands for unknown)."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180) or (north, east) == (0, 0):
        return {}
    return {"latitude": north, "longitude": east}


def day_of(value: Any) -> date | None:
    """The day an ISO 8601 date or date and time begins with."""
    try:
        return date.fromisoformat(string(value)[:10])
    except ValueError:
        return None


def moment(value: Any) -> datetime | None:
    """An ISO 8601 date and time, with its offset if it has one."""
    try:
        return datetime.fromisoformat(string(value))
    except ValueError:
        return None
