"""What decides between offers that answer the words about equally: open, near, and accessible.

All three together count no more than a twentieth of the best thinkable score, so an offer can pass another
only where the words leave it open. What is not known counts half: unknown is neither no nor yes.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, TypeGuard

from content.districts import metres
from content.here import Here
from content.hours import state_at
from content.search.matching import Match

TIE = 0.05
OPEN, NEAR, ACCESSIBLE = 0.4, 0.4, 0.2
_FAR = 5000.0
_COMPARED = 20
_HALF = 0.5
_OPEN = {"open": 1.0, "closed": 0.0}
_WHEELCHAIR = {"yes": 1.0, "no": 0.0}


class _Facts(NamedTuple):
    """What is known of an offer: its hours expression, WGS 84 degrees, district and accessibility."""

    hours: str
    latitude: float | None
    longitude: float | None
    district: str
    wheelchair: str


def ordered(db: sqlite3.Connection, matches: Sequence[Match], here: Here, now: datetime | None) -> list[Match]:
    """The matches, best first, with those at the top put in order by what suits here and now (local time)."""
    top = list(matches[:_COMPARED])
    rows = db.execute(
        "SELECT key, hours, latitude, longitude, district, wheelchair FROM record"
        f" WHERE key IN ({','.join('?' * len(top))}) AND +type = 'offer'", [match.record for match in top])
    bonus = {key: _suits(here, now, _Facts(*facts)) for key, *facts in rows}
    top.sort(key=lambda match: -(match.score + TIE * bonus.get(match.record, _HALF)))
    return [*top, *matches[_COMPARED:]]


def _suits(here: Here, now: datetime | None, facts: _Facts) -> float:
    """How well an offer suits, from 0 to 1."""
    opening = _HALF
    if now and facts.hours:
        opening = _OPEN.get(state_at(facts.hours, now.replace(tzinfo=None), here.land).kind, _HALF)
    accessible = _WHEELCHAIR.get(facts.wheelchair, _HALF) if here.wheelchair else _HALF
    return OPEN * opening + NEAR * _nearness(here, facts) + ACCESSIBLE * accessible


def _nearness(here: Here, facts: _Facts) -> float:
    """1 here, 0 from five kilometres on; where a point is missing, the districts are compared."""
    here_point, there = (here.latitude, here.longitude), (facts.latitude, facts.longitude)
    if _is_point(here_point) and _is_point(there):
        return max(0.0, 1 - metres(*here_point, *there) / _FAR)
    if here.district and facts.district:
        return float(here.district == facts.district)
    return _HALF


def _is_point(point: tuple[float | None, float | None]) -> TypeGuard[tuple[float, float]]:
    return None not in point
