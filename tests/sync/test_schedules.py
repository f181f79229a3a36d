"""Schedules of feeds become expressions only where these say exactly the same."""

from typing import Any

import opening_hours
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.sources.expression import BY_APPOINTMENT, Slot, hours_from_text, is_expression, weekly
from sync.sources.schedules import from_schedules, from_weekdays


def weekly_on(days: str, opens: str = "10:00:00", closes: str = "18:00:00", **more: Any) -> dict[str, Any]:
    return {"freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes, **more}


@pytest.mark.parametrize(("schedules", "osm"), [
    ([weekly_on("TH,FR")], "Th-Fr 10:00-18:00"),
    ([weekly_on("FR, MO")], "Mo,Fr 10:00-18:00"),
    ([weekly_on("MO", "9:00", "12:00Z"), weekly_on("MO", "14:00+01:00", "16:00+01:00")], "Mo 09:00-12:00,14:00-16:00"),
    ([weekly_on("MO,TU"), weekly_on("TU", "19:00", "00:00")], "Mo 10:00-18:00; Tu 10:00-18:00,19:00-24:00"),
    ([weekly_on("SA", "22:00", "02:00", interval=1)], "Sa 22:00-02:00"),
    ([{**weekly_on(""), "freq": "DAILY"}], "Mo-Su 10:00-18:00"),
    ([{**weekly_on("2MO,-1FR"), "freq": "MONTHLY"}], "Mo[2],Fr[-1] 10:00-18:00"),
    ([weekly_on("MO", valid_from="2026-01-01", valid_to="2026-06-30"), weekly_on("TU")],
     "2026 Jan 01-2026 Jun 30 Mo 10:00-18:00, Tu 10:00-18:00"),
    ([weekly_on("MO", valid_from="2026-01-01")], "2026 Jan 01+ Mo 10:00-18:00"),
])
def test_schedules_add_up(schedules: list[dict[str, Any]], osm: str) -> None:
    assert from_schedules(schedules) == {"osm": osm, "raw": ""}
    assert opening_hours.validate(osm)


@pytest.mark.parametrize("schedule", [
    weekly_on("MO", interval=2), weekly_on("MO", count=3), weekly_on("2MO"), weekly_on("XX"), weekly_on(""),
    weekly_on("MO", "", ""), weekly_on("MO", "ten", "six"), weekly_on("MO", valid_from="soon"),
    weekly_on("MO", until="2026-01-01"),
    {**weekly_on("MO"), "freq": "YEARLY"}, {**weekly_on("MO"), "freq": "MONTHLY"}, weekly_on("MO", bymonthday="2,3"),
])
def test_what_no_expression_says_stays_text(schedule: dict[str, Any]) -> None:
    described = {**schedule, "description": "Every other week"}
    assert from_schedules([weekly_on("TU"), described]) == {"raw": "Every other week"}
    assert from_schedules([schedule]) is None


@pytest.mark.parametrize("nothing", [None, [], [{}], "Mo-Fr", [None, 1], [{"description": ""}], {"opens_at": "10:00"}])
def test_no_schedules_are_no_hours(nothing: Any) -> None:
    assert from_schedules(nothing) is None


def test_weekdays_of_older_feeds() -> None:
    week = [{"weekday": day, "opens_at": "08:00", "closes_at": "17:00"} for day in ("Monday", "2", "wed")]
    holidays = [{"start_date": "2026-12-24", "end_date": "2026-12-26", "closed": "true"},
                {"start_date": "2026-12-31", "end_date": "2026-12-31", "opens_at": "10:00", "closes_at": "12:00"},
                {"start_date": "12/24/15", "end_date": "January 01, 0001", "closed": "true"}]
    assert from_weekdays(week, holidays) == {
        "osm": "Mo-We 08:00-17:00; 2026 Dec 24-2026 Dec 26 off; 2026 Dec 31-2026 Dec 31 10:00-12:00"}
    assert from_weekdays([*week, {"weekday": "someday", "opens_at": "1:00", "closes_at": "2:00"}], []) is None
    assert from_weekdays([], holidays) is None


def test_a_week() -> None:
    morning = [("08:00", "12:00")], ""
    shut: tuple[list[Slot], str] = ([], "")
    assert weekly([morning, morning, shut, morning, ([], BY_APPOINTMENT), shut, shut]) == (
        'Mo-Tu,Th 08:00-12:00; Fr "nach Vereinbarung"')
    assert weekly([([("00:00", "24:00")], "")] * 7) == "24/7"
    assert weekly([shut] * 7) == "off"


@pytest.mark.parametrize(("text", "hours"), [
    ("Mo-Fr 08:00-12:00", {"raw": "Mo-Fr 08:00-12:00", "osm": "Mo-Fr 08:00-12:00"}),
    ("Mo.-Fr. 8 bis 12 Uhr", {"raw": "Mo.-Fr. 8 bis 12 Uhr", "osm": "Mo-Fr 08:00-12:00"}),
    ("montags nach Vereinbarung", {"raw": "montags nach Vereinbarung", "osm": 'Mo "nach Vereinbarung"'}),
    ("werktags ab 8, im Sommer länger", {"raw": "werktags ab 8, im Sommer länger"}),
    ("  ", None),
])
def test_free_text(text: str, hours: dict[str, str] | None) -> None:
    assert hours_from_text(text) == hours


@given(st.lists(st.dictionaries(
    st.sampled_from(["freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to", "interval", "description"]),
    st.sampled_from(["WEEKLY", "MONTHLY", "MO", "2TU", "10:00", "18:00:00", "2026-02-30", "2026-01-01", 1, None, {}])
    | st.text(max_size=20), max_size=6), max_size=4))
def test_no_schedule_makes_an_expression_that_is_none(schedules: list[dict[str, Any]]) -> None:
    hours = from_schedules(schedules)
    assert hours is None or not hours.get("osm") or is_expression(hours["osm"])
