"""A week of opening hours, day by day, for a screen or a sheet of paper."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

from content.hours.holiday import YEARS, holidays
from content.hours.rule import Unreadable
from content.hours.timeline import DAY, Kind, Span, day_end, joined, spans
from content.record import Hours

_BEST: tuple[Kind, ...] = ("open", "by_appointment", "unknown", "closed")


class Day(NamedTuple):
    """One day. `kind` is the best answer of the day in the order open, by appointment, unknown, closed.

    `spans` are the times (from, until) of that answer; until 00:00 is the end of the day, until a time before
    `from` the next morning. They are empty where the day is closed, or not open for the whole of it. `holiday`
    is the German name of the public holiday, or empty.
    """

    date: date
    spans: list[tuple[time, time]]
    kind: Kind
    holiday: str


def week(hours: Hours | str, monday: date, state: str = "SH") -> list[Day]:
    """The seven days from `monday` in the Land `state`. Raises `ValueError` only for a Land that is none."""
    days = [monday + number * DAY for number in range(7)]
    return [_day(day, pieces, _holiday(day, state))
            for day, pieces in zip(days, _pieces(hours, days, state), strict=True)]


def _pieces(hours: Hours | str, days: list[date], state: str) -> list[list[Span]]:
    """What belongs to each of the days, apart from closed time."""
    if isinstance(hours, str):
        hours = Hours(osm=hours)
    if hours.temporarily_closed:
        return [[] for _ in days]
    try:
        line = spans(hours.osm, state, days[0], appointments=hours.by_appointment)
    except Unreadable:
        kind: Kind = "by_appointment" if hours.by_appointment else "unknown"
        return [[_whole(day, kind)] for day in days]
    found: dict[date, list[Span]] = {day: [] for day in days}
    for piece in _by_day(line, datetime.combine(days[-1] + DAY, time())):
        found.get(piece.start.date(), []).append(piece)
    return [found[day] for day in days]


def _whole(day: date, kind: Kind) -> Span:
    midnight = datetime.combine(day, time())
    return Span(midnight, midnight + DAY, kind, "")


def _by_day(line: Iterator[Span], end: datetime) -> Iterator[Span]:
    """The spans that begin before `end`, cut at midnight unless they end in the morning after."""
    for span in joined(line):
        if span.start >= end:
            return
        start = span.start
        while span.kind != "closed" and start < min(span.end, end):
            ends = day_end(datetime.combine(start.date(), time()), span)
            yield span._replace(start=start, end=ends)
            start = ends


def _day(day: date, pieces: list[Span], holiday: str) -> Day:
    kinds = {piece.kind for piece in pieces}
    kind = next((best for best in _BEST if best in kinds), _BEST[-1])
    times = [(piece.start.time(), piece.end.time()) for piece in pieces if piece.kind == kind]
    if kind != "open" and times == [(time(0), time(0))]:
        times = []
    return Day(day, times, kind, holiday)


def _holiday(day: date, state: str) -> str:
    return holidays(state, day.year).get(day, "") if day.year in YEARS else ""
