"""The answer at a time: open until, closed until it opens, by appointment, or unknown."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from content.hours.rule import Unreadable
from content.hours.timeline import Kind, Span, joined, spans
from content.record import Hours


class State(NamedTuple):
    """Whether something is open.

    `until`, in local wall time: of "open" when it ends, of "closed" when it is next certainly open, else when
    the answer changes; None if that is not within a year or not known. `comment` are the source's words, or the
    German name of the public holiday that makes the answer unknown.
    """

    kind: Kind
    until: datetime | None = None
    comment: str = ""


UNKNOWN = State("unknown")
CLOSED = State("closed")
BY_APPOINTMENT = State("by_appointment")

_Known = tuple[datetime, datetime, State]
_NEVER: _Known = (datetime.max, datetime.min, UNKNOWN)  # noqa: DTZ901


class _Memory:
    """The last answer for an expression, and from when until before when it holds."""

    __slots__ = ("_ask", "_known")

    def __init__(self, expression: str, appointments: bool, land: str) -> None:
        self._ask = partial(_evaluated, expression, appointments, land)
        self._known = _NEVER

    def answer(self, at: datetime) -> State:
        """The answer at `at`, evaluated again only where the last one does not hold."""
        since, till, state = self._known
        if not since <= at < till:
            since, till, state = self._known = self._ask(at)
        return state


_remembered = lru_cache(maxsize=8192)(_Memory)


def state_at(hours: Hours | str, at: datetime, state: str = "SH") -> State:
    """Whether `hours`, or an expression alone, are open at `at` (local wall time without zone) in the Land `state`.

    `Hours.by_appointment` makes all its open time "by appointment"; `temporarily_closed` closes it. What cannot
    be read is "unknown". Raises `ValueError` only for a Land that is none.
    """
    if isinstance(hours, str):
        return _remembered(hours, False, state).answer(at)
    if hours.temporarily_closed:
        return CLOSED
    if hours.osm:
        return _remembered(hours.osm, hours.by_appointment, state).answer(at)
    return BY_APPOINTMENT if hours.by_appointment else UNKNOWN


def _evaluated(expression: str, appointments: bool, land: str, at: datetime) -> _Known:
    try:
        line = spans(expression, land, at.date(), appointments=appointments)
    except Unreadable:
        return at, at, BY_APPOINTMENT if appointments else UNKNOWN
    now = next(span for span in line if span.end > at)
    return now.start, now.end, State(now.kind, _until(now, line), now.comment)


def _until(now: Span, line: Iterator[Span]) -> datetime | None:
    """The start of the next span of another kind; of a closed one, of the next that is open."""
    following = joined(chain([now], line))
    next(following)
    if now.kind == "closed":
        return next((span.start for span in following if span.kind == "open"), None)
    return next((span.start for span in following), None)
