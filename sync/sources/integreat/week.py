"""Integreat's opening hours (seven days from Monday) as hours of a record."""

from collections.abc import Mapping, Sequence
from typing import Any

from sync.sources.expression import BY_APPOINTMENT, Slot, is_expression, weekly
from sync.sources.value import string, structures

_ALL_DAY = ("00:00", "24:00")
_LAST_MINUTE = "23:59"  # how an end at midnight is written there
_DAYS = 7


def hours_of(days: Any, *, temporarily_closed: bool = False) -> dict[str, Any] | None:
    """The hours of a place or contact; None where nothing is known of them.

    A day on which one needs an appointment is never closed, whatever else is said of it.
    """
    if temporarily_closed:
        return {"temporarily_closed": True}
    week = list(structures(days))
    if len(week) != _DAYS:
        return None
    slots = _nights_joined([_slots(day) for day in week])
    osm = weekly([(slot, BY_APPOINTMENT if day.get("appointmentOnly") else "")
                  for slot, day in zip(slots, week, strict=True)])
    appointments = {bool(day.get("appointmentOnly")) for day, slot in zip(week, slots, strict=True)
                    if slot or day.get("appointmentOnly")}
    return {"osm": osm, "by_appointment": appointments == {True}} if is_expression(osm) else None


def _slots(day: Mapping[str, Any]) -> list[Slot]:
    if day.get("closed"):
        return []
    if day.get("allDay"):
        return [] if day.get("appointmentOnly") else [_ALL_DAY]
    given = ((string(slot.get("start")), string(slot.get("end"))) for slot in structures(day.get("timeSlots")))
    return sorted((start, "24:00" if end == _LAST_MINUTE else end) for start, end in given if start and end)


def _nights_joined(days: Sequence[list[Slot]]) -> list[list[Slot]]:
    """A night is listed as an evening and the next day's early morning; it becomes one slot over midnight."""
    joined = [list(slots) for slots in days]
    for number, slots in enumerate(days):
        tomorrow = (number + 1) % len(days)
        if not slots or not days[tomorrow]:
            continue
        evening, morning = slots[-1], days[tomorrow][0]
        if evening[1] == "24:00" and morning[0] == "00:00" and "00:00" < morning[1] < evening[0]:
            joined[number] = [*joined[number][:-1], (evening[0], morning[1])]
            joined[tomorrow].remove(morning)
    return joined
