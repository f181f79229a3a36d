"""How the city's kiosks are, by the last sign of life of each."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from sync.hub.city import City
from sync.hub.columns import columns
from sync.hub.enrolment import places
from sync.wire.record import COLLECTIONS

SILENT = timedelta(days=2)
_AGO = (("days", 1440, 2880), ("h", 60, 120), ("min", 1, 0))
"""Units of time with their minutes, each from so many minutes on."""


class Attendance(msgspec.Struct, frozen=True):
    """A kiosk: when it was last heard of (None: never), its version, what waits in its outbox, and how many minutes
    what it shows is behind what the city has signed (None: not known)."""

    kiosk: str
    place: str
    district: str
    at: datetime | None
    silent: bool
    version: str
    waiting: int
    behind: int | None


def attendance(city: City, now: datetime) -> list[Attendance]:
    """All kiosks, those silent for longest first. Raises `HubError`."""
    signed = {name: city.ledger.cursor(name) for name in COLLECTIONS}
    signs = {found["id"]: _sign(found) for found in city.kinto.all(city.path("kiosks"))}
    kiosks = [_attendance(name, place, signs.get(name, _Sign()), signed, now)
              for name, place in places(city).items()]
    return sorted(kiosks, key=lambda one: (one.at is not None, one.at or now, one.kiosk))


def table(kiosks: list[Attendance], now: datetime) -> Iterator[str]:
    """The same to read, a line a kiosk."""
    rows = [("kiosk", "place", "last heard of", "version", "content", "outbox")]
    rows += [(one.kiosk, one.place, _ago(one, now), one.version, _content(one), str(one.waiting)) for one in kiosks]
    return columns(rows)


def _attendance(name: str, place: Mapping[str, str], sign: "_Sign", signed: Mapping[str, int],
                now: datetime) -> Attendance:
    at = sign.at.astimezone(UTC) if sign.at else None
    behind = [max(0, signed[one] - sign.content.get(one, 0)) // 60_000 for one in COLLECTIONS if sign.content]
    return Attendance(name, place["name"], place["district"], at, at is None or now - at > SILENT, sign.version,
                      sign.waiting, max(behind, default=None))


def _sign(found: Mapping[str, Any]) -> "_Sign":
    """The sign of life in a record; a kiosk may write there what it likes."""
    try:
        return msgspec.convert(found, _Sign)
    except msgspec.ValidationError:
        return _Sign()


def _ago(kiosk: Attendance, now: datetime) -> str:
    if kiosk.at is None:
        return "NEVER"
    minutes = max(0, (now - kiosk.at).total_seconds() / 60)
    ago = next(f"{minutes / size:.0f} {unit} ago" for unit, size, least in _AGO if minutes >= least)
    return ago.upper() if kiosk.silent else ago


def _content(kiosk: Attendance) -> str:
    if kiosk.behind is None:
        return "none"
    return "current" if not kiosk.behind else f"{kiosk.behind} min behind"


class _Sign(msgspec.Struct):
    """What a kiosk says of itself."""

    at: datetime | None = None
    version: str = ""
    waiting: int = 0
    content: dict[str, int] = {}
