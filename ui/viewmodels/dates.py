"""The dates of an event: which of them are still to come, and how they are said."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import NamedTuple

from content.clock import wall
from content.record import Event
from ui.wording import Row, Wording

SHOWN = 6
USUAL = timedelta(hours=1)  # what an event without an end is taken to last
DAY = timedelta(days=1)


class Date(NamedTuple):
    """One date in local wall time. Of whole days it ends at the midnight after the last; `open_end`: its end is
    not known."""

    starts: datetime
    ends: datetime
    all_day: bool
    open_end: bool


def coming(events: Iterable[Event], wording: Wording) -> list[Row]:
    """The next dates in words (`when`), those that go on now among them, soonest first."""
    ahead = sorted(date for date in map(_date, events) if date.ends > wording.now())
    return [{"when": _days(date, wording) if date.all_day else _times(date, wording)} for date in ahead[:SHOWN]]


def _date(event: Event) -> Date:
    starts = wall(event.starts)
    ends = wall(event.ends) if event.ends else starts
    if event.all_day:
        last = max(starts, ends - timedelta(microseconds=1)).date()
        return Date(_midnight(starts), _midnight(datetime.combine(last, time())) + DAY, True, False)
    return Date(starts, ends, False, False) if ends > starts else Date(starts, starts + USUAL, False, True)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _days(date: Date, wording: Wording) -> str:
    days = (date.starts.date(), (date.ends - DAY).date())
    return " – ".join(wording.full_date(day) for day in dict.fromkeys(days))


def _times(date: Date, wording: Wording) -> str:
    starts = _at(date.starts, wording)
    if date.open_end:
        return starts
    if date.ends - date.starts < DAY:
        return f"{starts}–{wording.time(date.ends.time(), end=True)}"
    return f"{starts} – {_at(date.ends, wording)}"


def _at(at: datetime, wording: Wording) -> str:
    return f"{wording.weekday(at.date())}, {wording.full_date(at.date())}, {wording.time(at.time())}"
