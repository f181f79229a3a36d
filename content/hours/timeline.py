"""What an expression answers over time, as spans that follow one another without a gap."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from opening_hours import OpeningHours
from opening_hours import State as Raw

from content.hours.comment import by_appointment
from content.hours.expansion import spoken_of, variants
from content.hours.holiday import YEARS, holidays
from content.hours.rule import Unreadable, rules

Kind = Literal["open", "closed", "by_appointment", "unknown"]

HORIZON = timedelta(days=400)
"""How far the library looks: asked for its next change without an end, it can take seconds."""

MORNING = timedelta(hours=12)
"""How far hours may reach into the next day and still count as those of the evening before."""
DAY = timedelta(days=1)


class Span(NamedTuple):
    """From `start` until before `end` (local wall time) one answer holds; `comment` is what the source says."""

    start: datetime
    end: datetime
    kind: Kind
    comment: str


class _Schedule(NamedTuple):
    """An expression ready to be asked, and the public holidays (midnight, name) it does not speak of."""

    variants: list[list[OpeningHours]]
    doubtful: list[tuple[datetime, str]]


def spans(expression: str, land: str, day: date, *, appointments: bool = False) -> Iterator[Span]:
    """The answers from the day before `day`, for at most 400 days and not beyond the end of the next year.

    Hours on a public holiday of which the expression does not speak are unknown: most offices are closed then
    though it reads open. With `appointments`, whatever is not closed is by appointment. Raises `Unreadable`.
    """
    schedule = _schedule(expression, land, day.year)
    start = datetime.combine(day, time()) - DAY
    end = min(start + HORIZON, datetime(day.year + 2, 1, 1))  # noqa: DTZ001
    meanings = [_merged([_asked(part, start, end) for part in parts], _first_not_closed)
                for parts in schedule.variants]
    line = _merged(meanings, _agreed)
    if appointments:
        return (span if span.kind == "closed" else span._replace(kind="by_appointment") for span in line)
    return _doubted(line, schedule.doubtful)


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with neighbours of one kind made one; the first comment stays."""
    before: Span | None = None
    for span in spans:
        if before and before.kind == span.kind:
            before = before._replace(end=span.end)
            continue
        if before:
            yield before
        before = span
    if before:
        yield before


@lru_cache(maxsize=2048)
def _schedule(expression: str, land: str, year: int) -> _Schedule:
    if year - 1 not in YEARS or year + 1 not in YEARS:
        raise Unreadable(f"holidays of {year} are not known")
    days = {**holidays(land, year - 1), **holidays(land, year), **holidays(land, year + 1)}
    parts = rules(expression)
    spoken = spoken_of(parts, days)
    return _Schedule(variants(parts, days),
                     [(datetime.combine(day, time()), name) for day, name in days.items() if day not in spoken])


def _asked(hours: OpeningHours, start: datetime, end: datetime) -> Iterator[Span]:
    for begins, ends, state, comment in hours.intervals(start, end):
        yield Span(begins, ends or end, _kind(state, comment), comment)


def _kind(state: Raw, comment: str) -> Kind:
    if state == Raw.CLOSED:
        return "closed"
    if comment and by_appointment(comment):
        return "by_appointment"
    return "open" if state == Raw.OPEN else "unknown"


def _merged(lines: list[Iterator[Span]], choose: Callable[[Sequence[Span]], Span]) -> Iterator[Span]:
    """One line of spans out of several that cover the same time."""
    if len(lines) == 1:
        yield from lines[0]
        return
    current: list[Span | None] = [next(line, None) for line in lines]
    while all(current):
        heads = [span for span in current if span]
        end = min(span.end for span in heads)
        yield choose(heads)._replace(start=max(span.start for span in heads), end=end)
        current = [next(line, None) if span.end == end else span for span, line in zip(heads, lines, strict=True)]


def _first_not_closed(heads: Sequence[Span]) -> Span:
    return next((span for span in heads if span.kind != "closed"), heads[0])


def _agreed(heads: Sequence[Span]) -> Span:
    return heads[0] if len({span.kind for span in heads}) == 1 else heads[0]._replace(kind="unknown", comment="")


def _doubted(line: Iterator[Span], doubtful: Sequence[tuple[datetime, str]]) -> Iterator[Span]:
    for span in line:
        if span.kind == "open":
            yield from _without_holidays(span, doubtful)
        else:
            yield span


def _without_holidays(span: Span, doubtful: Sequence[tuple[datetime, str]]) -> Iterator[Span]:
    """An open span with the parts on the given holidays made unknown; a night that begins the evening before
    is that evening's."""
    start = span.start
    for midnight, name in doubtful:
        begins, ends = max(start, midnight), day_end(midnight, span)
        if begins >= ends or (span.start < midnight and day_end(midnight - DAY, span) == span.end):
            continue
        if start < begins:
            yield span._replace(start=start, end=begins)
        yield Span(begins, ends, "unknown", name)
        start = ends
    if start < span.end:
        yield span._replace(start=start)


def day_end(midnight: datetime, span: Span) -> datetime:
    """Where the part of a span ends that counts as the day beginning at `midnight`."""
    night = span.end - span.start <= DAY and span.end <= midnight + DAY + MORNING
    return span.end if night else min(span.end, midnight + DAY)
