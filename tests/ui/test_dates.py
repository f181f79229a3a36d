"""The dates of an event: those to come, in local time whatever offset they carry."""

from datetime import datetime

import pytest

from content.clock import wall
from content.record import Event
from tests.ui.copy import wording
from ui.viewmodels.dates import SHOWN, coming


def event(starts: str, ends: str = "", *, all_day: bool = False) -> Event:
    return Event(starts=datetime.fromisoformat(starts), ends=datetime.fromisoformat(ends) if ends else None,
                 all_day=all_day)


def said(*events: Event, now: str = "2026-11-20T10:30", language: str = "de") -> list[object]:
    return [row["when"] for row in coming(events, wording(language, datetime.fromisoformat(now)))]


@pytest.mark.parametrize(("starts", "ends", "answer"), [
    ("2026-11-21T15:00", "2026-11-21T17:00", "Samstag, 21. November 2026, 15:00–17:00"),
    ("2026-11-21T15:00", "", "Samstag, 21. November 2026, 15:00"),
    ("2026-11-21T00:00", "2026-11-21T01:30", "Samstag, 21. November 2026, 00:00–01:30"),
    ("2026-11-21T18:00", "2026-11-22T00:00", "Samstag, 21. November 2026, 18:00–24:00"),
    ("2026-11-21T22:00", "2026-11-22T02:00", "Samstag, 21. November 2026, 22:00–02:00"),
    ("2026-11-21T18:00", "2026-11-23T12:00",
     "Samstag, 21. November 2026, 18:00 – Montag, 23. November 2026, 12:00"),
    ("2026-11-21T15:00", "2026-11-21T14:00", "Samstag, 21. November 2026, 15:00"),
])
def test_times(starts: str, ends: str, answer: str) -> None:
    assert said(event(starts, ends)) == [answer]


@pytest.mark.parametrize(("starts", "ends", "answer"), [
    ("2026-11-21T00:00", "", "21. November 2026"),
    ("2026-11-21T00:00", "2026-11-21T23:59:59", "21. November 2026"),
    ("2026-11-21T00:00", "2026-11-22T00:00", "21. November 2026"),
    ("2026-11-21T00:00", "2026-11-23T00:00", "21. November 2026 – 22. November 2026"),
    ("2026-11-20T23:00+00:00", "2026-11-21T22:59+00:00", "21. November 2026"),
])
def test_whole_days(starts: str, ends: str, answer: str) -> None:
    assert said(event(starts, ends, all_day=True)) == [answer]


def test_times_are_those_of_the_clock_on_the_wall() -> None:
    assert said(event("2026-11-20T23:30+00:00", "2026-11-21T01:00+00:00")) == [
        "Samstag, 21. November 2026, 00:30–02:00"]
    assert said(event("2027-07-01T16:00+00:00"))[0] == "Donnerstag, 1. Juli 2027, 18:00"
    assert wall(datetime.fromisoformat("2026-10-25T01:30+00:00")) == datetime.fromisoformat("2026-10-25T02:30")
    assert wall(datetime.fromisoformat("2026-11-20T08:00")) == datetime.fromisoformat("2026-11-20T08:00")


def test_what_is_over_is_not_shown() -> None:
    assert said(event("2026-11-20T08:00", "2026-11-20T10:30"), event("2026-11-20T09:29"),
                event("2026-11-20T08:00+00:00", "2026-11-20T09:29+00:00"),
                event("2026-11-19T00:00", all_day=True), event("2026-11-19T00:00", "2026-11-20T00:00", all_day=True),
                ) == []


def test_what_goes_on_is_shown() -> None:
    assert len(said(event("2026-11-20T08:00", "2026-11-20T10:31"), event("2026-11-20T09:31"),
                    event("2026-11-20T08:00+00:00", "2026-11-20T09:31+00:00"),
                    event("2026-11-20T00:00", all_day=True),
                    event("2026-11-18T00:00", "2026-11-21T00:00", all_day=True))) == 5
    assert said(event("2026-11-20T00:00", all_day=True), now="2026-11-20T23:59") == ["20. November 2026"]


def test_the_soonest_come_first_with_and_without_an_offset() -> None:
    assert said(event("2026-12-01T10:00"), event("2026-11-30T10:00+01:00"), event("2026-12-02T10:00+00:00")) == [
        "Montag, 30. November 2026, 10:00", "Dienstag, 1. Dezember 2026, 10:00", "Mittwoch, 2. Dezember 2026, 11:00"]


def test_a_long_series_is_cut() -> None:
    assert len(said(*(event(f"2027-01-{day:02}T10:00") for day in range(1, 30)))) == SHOWN


def test_dates_are_in_the_words_of_the_visitor() -> None:
    assert said(event("2026-11-21T15:00"), language="pl") == ["sobota, 21 listopada 2026, 15:00"]
