"""The rules of an OpenStreetMap `opening_hours` expression, taken apart as far as evaluation needs it.

Grammar: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. A comma in a list of days is read
as the reference implementation (opening_hours.js) reads it: `We, Sa 08:00-13:00` is a market on two days, not
"all of Wednesday, and on Saturday until 13:00".
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

LIMIT = 1000
"""Longest expression that is evaluated, in characters."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_MONTH = f"(?:{'|'.join(MONTHS)})"
_WEEKDAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_PLAIN_DAY = rf"(?<![A-Za-z]){_WEEKDAY}(?:-{_WEEKDAY})?(?:\[[-\d,]+\])?(?![A-Za-z\[])"
_SPECIAL_DAY = r"(?<![A-Za-z])(?:PH|SH)(?: ?[+-] ?\d+ ?days?)?(?![A-Za-z])"
_PLAIN, _SPECIAL, _MIXED = (f"{day}(?:,{day})*" for day in (
    _PLAIN_DAY, _SPECIAL_DAY, f"(?:{_PLAIN_DAY}|{_SPECIAL_DAY})"))
_DAYS = f"(?:{_SPECIAL}[ :]+{_PLAIN}|{_PLAIN}[ :]+{_SPECIAL}|{_MIXED})"
_SUN = r"(?:sunrise|sunset|dawn|dusk)"
_POINT = rf"(?:\d{{1,2}}:\d\d|{_SUN}|\({_SUN}[+-]\d{{1,2}}:\d\d\))"
_TIME = rf"(?:24/7|{_POINT}(?:-{_POINT})?\+?(?:/\d[\d:]*)?)"
_MODIFIER = r"(?:open|off|closed|unknown)"

_TOKEN = re.compile(r'"[^"]*"|\|\||[;,]|[^";,|]+|.', re.DOTALL)
_SAYS_WHEN = re.compile(rf'\d:\d\d|24/7|{_SUN}|\b{_MODIFIER}\b|"', re.IGNORECASE)
_ENDED = re.compile(rf'(?:\b{_MODIFIER}|")\s*$', re.IGNORECASE)
_MORE_TIMES = re.compile(rf"\s*{_POINT}", re.IGNORECASE)
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*(?=[A-Za-z(]|\d{1,2}:\d\d)")
_NUMBERS = r"\d{1,2}(?:-\d{1,2})?(?![:\d])"
_MORE_DAYS = re.compile(rf"\b((?:\d{{4}} )?{_MONTH} )({_NUMBERS}(?:,{_NUMBERS})+)")
_DATE = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:-(\d{{1,2}})(?![:\d]))?", re.IGNORECASE)
_RULE = re.compile(rf"(?P<wide>.*?)[ :]*(?P<days>{_DAYS})?[ :]*"
                   rf"(?P<times>{_TIME}(?:,{_TIME})*)?[ :]*(?P<modifier>(?<![A-Za-z]){_MODIFIER})?[ :]*", re.IGNORECASE)
_HOLIDAY = re.compile(r"[PS]h")
_MISPLACED = re.compile(r"\b(?:PH|SH)\b|\d:\d", re.IGNORECASE)


_JOINTS = {";": "; ", ",": ", ", "||": " || "}


class Unreadable(ValueError):
    """An expression that cannot be evaluated without guessing."""


class Holiday(NamedTuple):
    """`PH` (public) or `SH` (school), `shift` days after such a day."""

    kind: str
    shift: int


class Rule(NamedTuple):
    """One rule. `joint` is what joins it to the one before: ";" (instead), "," (besides) or "||" (otherwise).

    `wide` are years, dates and weeks; `weekdays` a list; `holidays` days meant besides the weekdays or, where
    `both`, only if they fall on them. `modifier` is "", "open", "off", "closed" or "unknown".
    """

    joint: str
    wide: str
    weekdays: str
    holidays: tuple[Holiday, ...]
    both: bool
    times: tuple[str, ...]
    modifier: str
    comment: str | None


def rules(expression: str) -> tuple[Rule, ...]:
    """Take an expression apart. Raises `Unreadable`; what is in `wide` and `times` is not checked in full."""
    if len(expression) > LIMIT:
        raise Unreadable("too long")
    found = tuple(_rule(joint, text) for joint, text in _split(expression) if text.strip())
    if not found:
        raise Unreadable("no rule")
    return found


def _split(expression: str) -> list[list[str]]:
    parts = [[";", ""]]
    for token in _TOKEN.finditer(expression):
        text = token.group()
        if text in (";", "||") or (text == "," and _complete(parts[-1][1], expression[token.end():])):
            parts.append([text, ""])
        else:
            parts[-1][1] += text
    return parts


def _complete(rule: str, rest: str) -> bool:
    """Whether a comma between the two begins a new rule."""
    return bool(_SAYS_WHEN.search(rule)) and bool(_ENDED.search(rule) or not _MORE_TIMES.match(rest))


def _rule(joint: str, text: str) -> Rule:
    before, quote, rest = text.partition('"')
    comment, _, after = rest.partition('"')
    if after.strip() or text.count('"') not in (0, 2) or (quote and not comment.strip()):
        raise Unreadable(f"comment in {text!r}")
    match = _RULE.fullmatch(_tidy(before))
    if match is None or _MISPLACED.search(match["wide"]):
        raise Unreadable(f"rule {text!r}")
    _check_dates(match["wide"])
    weekdays, holidays, both = _days(match["days"] or "")
    times = tuple((match["times"] or "").lower().split(",")) if match["times"] else ()
    return Rule(joint, match["wide"], weekdays, holidays, both, times, (match["modifier"] or "").lower(),
                comment.strip() if quote else None)


def _tidy(text: str) -> str:
    """One way of writing: single blanks, no blanks at commas and dashes, each date with its month."""
    text = re.sub(r"\s*,\s*", ",", re.sub(r"\s+", " ", text)).strip(" ,")
    return _MORE_DAYS.sub(lambda match: ",".join(
        match[1] + day for day in match[2].split(",")), _DASH.sub("-", text))


def _check_dates(wide: str) -> None:
    """Refuse days no month has: the evaluating library takes `Feb 30` for every day."""
    for month, first, last in _DATE.findall(wide):
        if not int(first) <= int(last or first) <= _LENGTHS[MONTHS.index(month.title())]:
            raise Unreadable(f"date in {wide!r}")


def _days(days: str) -> tuple[str, tuple[Holiday, ...], bool]:
    """The weekdays, the holidays, and whether a day must be both."""
    compact = re.sub(r" ?([+-]) ?(\d+) ?days?", r"\1\2", days, flags=re.IGNORECASE).title()
    sections = re.split(r"[ :]+", compact) if days else []
    items = ",".join(sections).split(",") if days else []
    holidays = tuple(Holiday(item[:2].upper(), int(item[2:] or 0)) for item in items if _HOLIDAY.match(item))
    return ",".join(item for item in items if not _HOLIDAY.match(item)), holidays, len(sections) > 1


def write(rules: Iterable[Rule]) -> str:
    """The rules as an expression in the recommended form."""
    return "".join(f"{_JOINTS[rule.joint] if number else ''}{_text(rule)}" for number, rule in enumerate(rules))


def _text(rule: Rule) -> str:
    holidays = ",".join(f"{day.kind} {day.shift:+d} day{'s' if abs(day.shift) > 1 else ''}" if day.shift else day.kind
                        for day in rule.holidays)
    days = f"{holidays} {rule.weekdays}" if rule.both else ",".join(filter(None, (rule.weekdays, holidays)))
    times = re.sub(r"(?<!\d)\d:", r"0\g<0>", ",".join(rule.times))
    comment = f'"{rule.comment}"' if rule.comment else ""
    return " ".join(filter(None, (rule.wide, days, times, rule.modifier, comment)))
