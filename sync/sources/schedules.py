"""Schedules of Open Referral (HSDS) as hours of a record: an expression where one says it exactly, else text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from content.hours.expansion import WEEKDAYS
from content.hours.rule import MONTHS
from sync.sources.expression import Slot, is_expression, slots_of, weekly
from sync.sources.value import day_of, string, structures

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?")
_NUMBERED = re.compile(r"([+-]?[1-5])?\s*(MO|TU|WE|TH|FR|SA|SU)")
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_NAME = 2

Entry = Mapping[str, Any]


class _Rule(NamedTuple):
    """When a schedule holds: `dates` ("" for always), and days of the week (`week`) or of a month (`month`)."""

    dates: str
    week: tuple[int, ...]
    month: str
    slot: Slot


def from_schedules(schedules: Any) -> dict[str, Any] | None:
    """Hours for a record from HSDS 3 schedules, which add up; None if they say nothing.

    There is an expression only if every schedule could be put into it: half the hours would be wrong hours.
    """
    entries = list(structures(schedules))
    raw = "\n".join(dict.fromkeys(words for entry in entries for words in _words(entry)))
    rules = [_rule(entry) for entry in entries if entry.get("opens_at") or entry.get("freq")]
    known = [rule for rule in rules if rule]
    osm = _union(known) if known and len(known) == len(rules) else ""
    if is_expression(osm):
        return {"osm": osm, "raw": raw}
    return {"raw": raw} if raw else None


def from_weekdays(entries: Iterable[Entry], holidays: Iterable[Entry]) -> dict[str, Any] | None:
    """Hours for a record from the `regular_schedules` and `holiday_schedules` of HSDS 1 and 2, None if unclear."""
    slots: list[set[Slot]] = [set() for _ in WEEKDAYS]
    for entry in entries:
        day, slot = _weekday(entry.get("weekday")), _slot(entry)
        if day is None or slot is None:
            return None
        slots[day].add(slot)
    if not any(slots):
        return None
    osm = "; ".join((weekly([(sorted(day), "") for day in slots]), *filter(None, map(_holiday, holidays))))
    return {"osm": osm} if is_expression(osm) else None


def _rule(entry: Entry) -> _Rule | None:
    """A schedule as a rule, or None if an expression cannot say it."""
    slot, dates, byday = _slot(entry), _dates(entry), _byday(entry)
    if slot is None or dates is None or byday is None:
        return None
    numbered = [f"{day}[{int(number)}]" for number, day in byday if number]
    plain = sorted({WEEKDAYS.index(day) for number, day in byday if not number})
    if string(entry.get("freq")).upper() == "MONTHLY":
        return _Rule(dates, (), ",".join(numbered), slot) if numbered and not plain else None
    return _Rule(dates, tuple(plain), "", slot) if plain and not numbered else None


def _byday(entry: Entry) -> list[tuple[str, str]] | None:
    """The days of an RFC 5545 rule as (number in the month or "", day), or None if the rule is more than that."""
    frequency, days = string(entry.get("freq")).upper(), string(entry.get("byday")).upper()
    more = [entry.get(name) for name in ("bymonthday", "byweekno", "byyearday", "count")]
    if any(more) or string(entry.get("interval")) not in {"", "1"}:
        return None
    if frequency == "DAILY" and not days:
        return [("", day) for day in WEEKDAYS]
    parts = [_NUMBERED.fullmatch(part.strip()) for part in days.split(",")]
    if frequency not in {"WEEKLY", "MONTHLY"} or None in parts:
        return None
    return [(part[1] or "", part[2].title()) for part in parts if part]


def _dates(entry: Entry) -> str | None:
    """The dates a schedule holds for: "" for always, None if they cannot be said."""
    given = [string(entry.get(name)) for name in ("valid_from", "valid_to", "until")]
    if any(text and not day_of(text) for text in given):
        return None
    begins, end = day_of(given[0]), min(filter(None, map(day_of, given[1:])), default=None)
    if begins and end:
        return f"{_day(begins)}-{_day(end)}" if begins <= end else None
    if begins:
        return f"{_day(begins)}+"
    return None if end else ""


def _union(rules: list[_Rule]) -> str:
    """All rules in one expression; a comma adds a rule to those before it, a semicolon would replace them."""
    weeks: dict[str, list[set[Slot]]] = {}
    for rule in rules:
        for number in rule.week:
            weeks.setdefault(rule.dates, [set() for _ in WEEKDAYS])[number].add(rule.slot)
    parts = [part for dates, week in weeks.items() for part in _dated(dates, week)]
    parts += [" ".join(filter(None, (rule.dates, rule.month, slots_of([rule.slot])))) for rule in rules if rule.month]
    return ("; " if len(weeks) == 1 and "" in weeks and not any(rule.month for rule in rules) else ", ").join(parts)


def _dated(dates: str, week: list[set[Slot]]) -> Iterator[str]:
    for part in weekly([(sorted(day), "") for day in week]).split("; "):
        yield f"{dates} {part}".strip()


def _slot(entry: Entry) -> Slot | None:
    opens, closes = _time(entry.get("opens_at")), _time(entry.get("closes_at"))
    return (opens, "24:00" if closes == "00:00" else closes) if opens and closes else None


def _time(value: Any) -> str:
    """ "9:00:00+01:00" as "09:00": wall time, for an offset that is fixed for the year cannot mean another."""
    found = _TIME.fullmatch(string(value))
    return f"{int(found[1]):02}:{found[2]}" if found and int(found[1]) <= 24 and int(found[2]) < 60 else ""


def _weekday(value: Any) -> int | None:
    """A day by its English name, the beginning of it, or its ISO 8601 number."""
    name = string(value).lower()
    if name in set("1234567"):
        return int(name) - 1
    return next((number for number, day in enumerate(_NAMES)
                 if len(name) >= _SHORTEST_NAME and day.startswith(name)), None)


def _holiday(entry: Entry) -> str:
    begins, ends, slot = day_of(entry.get("start_date")), day_of(entry.get("end_date")), _slot(entry)
    closed = string(entry.get("closed")).lower() in {"true", "1", "yes"}
    if not begins or not ends or begins > ends or not (closed or slot):
        return ""
    return f"{_day(begins)}-{_day(ends)} {'off' if closed or not slot else slots_of([slot])}"


def _words(entry: Entry) -> Iterator[str]:
    return filter(None, (string(entry.get(name)) for name in ("description", "notes")))


def _day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"
