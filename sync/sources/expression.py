"""Opening hours as OpenStreetMap `opening_hours` expressions: only what can be said exactly; all else stays text."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import opening_hours

from content.hours import read_hours
from content.hours.expansion import WEEKDAYS
from content.hours.rule import LIMIT
from sync.sources.value import string

BY_APPOINTMENT = '"nach Vereinbarung"'
"""The comment of a rule that is no invitation to just come (OpenStreetMap's custom, in German)."""

Slot = tuple[str, str]
"""When it opens and closes, "HH:MM"; an end at midnight is "24:00", one on the next day is smaller than the start."""


def is_expression(text: str) -> bool:
    """Whether the text is an `opening_hours` expression as it stands."""
    return 0 < len(text) <= LIMIT and opening_hours.validate(text)


def hours_from_text(text: str) -> dict[str, Any] | None:
    """Hours for a record from a feed's own words, None if there are none: the words, and the expression that they are
    or that says the same, where that is certain (`content.hours.read_hours`)."""
    raw = string(text)
    if not raw:
        return None
    osm = raw if is_expression(raw) else read_hours(raw)
    return {"raw": raw, "osm": osm} if osm else {"raw": raw}


def weekly(days: Sequence[tuple[Sequence[Slot], str]]) -> str:
    """The expression for a week: for each day from Monday its slots and a comment, "" where there is none.

    Days without slots and comment are closed.
    """
    found: dict[str, list[int]] = {}
    for number, (slots, comment) in enumerate(days):
        times = " ".join(filter(None, (slots_of(slots), comment)))
        if times:
            found.setdefault(times, []).append(number)
    joined = "; ".join(f"{days_of(numbers)} {times}" for times, numbers in found.items())
    return "24/7" if joined == "Mo-Su 00:00-24:00" else joined or "off"


def days_of(numbers: Sequence[int]) -> str:
    """Days of the week, 0 for Monday, in ascending order: [0, 1, 2, 4] is "Mo-We,Fr"."""
    runs = [[day for _, day in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ",".join(f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 1 else WEEKDAYS[run[0]] for run in runs)


def slots_of(slots: Sequence[Slot]) -> str:
    """The slots of a day: "09:00-12:00,14:00-16:00"."""
    return ",".join(f"{opens}-{closes}" for opens, closes in slots)
