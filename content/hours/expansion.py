"""Rules written again for the library that evaluates them, with the days put in that it does not know.

`opening-hours-py` takes Germany's national holidays for all there are and no day for a school holiday; it answers
"open" after an open end (`17:00+`) and at a comment, and looks for a fallback (`||`) only on days without any hours.
So public holidays become dates, school holidays every way they may fall, what is vague becomes `unknown`, and the
parts between `||` are evaluated one by one.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, validate

from content.hours.rule import MONTHS, Rule, Unreadable

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONDAY = date(2024, 1, 1)

# Nobody here knows when school is out. Together these sets hold every way in which a day and the day before it,
# whose hours may reach over midnight, can be free or not.
_SCHOOL_HOLIDAYS = ((), WEEKDAYS, ("Mo", "We", "Fr"), ("Tu", "Th", "Sa"), ("Su",))
_DATE = r"(?:\d{4} )?[A-Z][a-z]{2} \d{1,2}"
_DATES = re.compile(f"{_DATE}(?:,{_DATE})*")


def variants(rules: Sequence[Rule], holidays: Collection[date]) -> list[list[OpeningHours]]:
    """Every way the rules may be meant; of each, the parts to ask in turn until one is not closed.

    Raises `Unreadable`.
    """
    school = _SCHOOL_HOLIDAYS if any(day.kind == "SH" for rule in rules for day in rule.holidays) else ((),)
    return [[parsed(part) for part in _parts(rules, holidays, free)] for free in school]


def spoken_of(rules: Sequence[Rule], holidays: Collection[date]) -> set[date]:
    """Those public holidays for which the rules say what holds: by `PH`, by their date, or round the clock."""
    return {day for rule in rules if _names_days(rule) for day in holidays if _holds(_condition(rule), day)}


def parsed(expression: str) -> OpeningHours:
    """An expression for evaluation. Raises `Unreadable`."""
    try:
        valid = validate(expression)
    except UnicodeEncodeError:
        valid = False
    if not valid:
        raise Unreadable(expression)
    return OpeningHours(expression, auto_country=False, auto_timezone=False)


def _parts(rules: Sequence[Rule], holidays: Collection[date], free: Sequence[str]) -> list[str]:
    """The rules without fallbacks, and each fallback alone; a rule after a fallback is part of both."""
    parts: list[list[tuple[str, str]]] = [[]]
    for rule in rules:
        written = list(_written(rule, holidays, free))
        if rule.joint == "||":
            parts.append(written)
        else:
            parts = [part + written for part in parts]
    return [_joined(part) for part in parts]


def _joined(written: Sequence[tuple[str, str]]) -> str:
    """The written rules as one expression; without any it is never open."""
    return "".join(f"{joint} {text}" if number else text for number, (joint, text) in enumerate(written)) or "off"


def _written(rule: Rule, holidays: Collection[date], free: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The rule, once for each way to name its days: what joins it, and its text."""
    joint = "," if rule.joint == "," else ";"
    comment = f'"{rule.comment}"' if rule.comment else ""
    modifier = rule.modifier or ("unknown" if comment else "")
    clear, vague = _times(rule.times)
    for days in _days(rule, holidays, free):
        if vague:
            yield joint, _sentence(days, ",".join(vague), "unknown", comment)
        if clear or not vague:
            yield "," if vague else joint, _sentence(days, ",".join(clear), modifier, comment)


def _sentence(*words: str) -> str:
    return " ".join(filter(None, words))


def _times(times: Sequence[str]) -> tuple[list[str], list[str]]:
    """The times that say from when to when, and those during which nobody can tell."""
    clear: list[str] = []
    vague: list[str] = []
    for time in times:
        span, _, step = time.partition("/")
        if any(map(str.isalpha, time)):
            vague.append("00:00-24:00")
        elif time.endswith("+"):
            start, _, end = time.removesuffix("+").rpartition("-")
            clear += [f"{start}-{end}"] if start else []
            vague.append(f"{start or end}-{_latest(start or '0:00', end)}")
        elif step and time != "24/7":
            vague.append(span)
        else:
            clear.append(time)
    return clear, vague


def _latest(start: str, end: str) -> str:
    """Until when somewhere may be open that is open at `end` and names no other: as opening_hours.js has it,
    until midnight, or ten hours after 17:00 and later, or eight after 22:00 and later."""
    (first, _), (hour, minute) = (map(int, point.split(":")) for point in (start, end))
    hour += 24 if hour < first else 0
    return f"{hour + (8 if hour >= 22 else 10)}:{minute:02d}" if hour >= 17 else "24:00"


def _days(rule: Rule, holidays: Collection[date], free: Sequence[str]) -> Iterator[str]:
    """The ways to name the days of a rule: none if it can hold on no day."""
    if not rule.holidays:
        yield _sentence(rule.wide, rule.weekdays)
        return
    weekdays = [] if rule.both or not rule.weekdays else [rule.weekdays]
    weekdays += _free_weekdays(rule, free)
    if weekdays:
        yield _sentence(rule.wide, ",".join(weekdays))
    dates = _dates(rule, holidays)
    if dates:
        yield ",".join(f"{day.year} {MONTHS[day.month - 1]} {day.day}" for day in dates)


def _free_weekdays(rule: Rule, free: Sequence[str]) -> list[str]:
    """The weekdays on which the rule holds because school is out, if those are `free`."""
    school = [day for day in rule.holidays if day.kind == "SH"]
    if not school:
        return []
    if any(day.shift for day in school) or (rule.both and "[" in rule.weekdays):
        raise Unreadable("school holidays on counted days")
    return [day for number, day in enumerate(WEEKDAYS) if day in free
            and _holds(rule.weekdays if rule.both else "", _MONDAY + timedelta(days=number))]


def _dates(rule: Rule, holidays: Collection[date]) -> list[date]:
    """The days the rule's `PH` means, as far as its other conditions let them."""
    shifts = {day.shift for day in rule.holidays if day.kind == "PH"}
    if any(abs(shift) > 366 for shift in shifts):
        raise Unreadable("days far from a holiday")
    days = {day + timedelta(days=shift) for day in holidays for shift in shifts}
    condition = _condition(rule)
    if condition:
        _asked(condition)
    return sorted(day for day in days if _holds(condition, day))


def _names_days(rule: Rule) -> bool:
    always = (rule.wide, rule.times) in (("", ("24/7",)), ("", ("00:00-24:00",))) and rule.weekdays in ("", "Mo-Su")
    return always or any(day == ("PH", 0) for day in rule.holidays) or bool(_DATES.fullmatch(rule.wide))


def _condition(rule: Rule) -> str:
    """The days on which the rule's holidays count, or, if it has none, the days of the rule."""
    return _sentence(rule.wide, rule.weekdays if rule.both or not rule.holidays else "")


def _holds(condition: str, day: date) -> bool:
    return not condition or _asked(condition).is_open(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001


@lru_cache(maxsize=256)
def _asked(condition: str) -> OpeningHours:
    return parsed(condition)
