"""Opening hours as they were really written."""
# ruff: noqa: DTZ001 - opening hours are local wall time without zone

from datetime import date, datetime
from pathlib import Path

import pytest

from content.hours import read_hours, state_at, week
from content.hours.comment import by_appointment

MOMENTS = [datetime(2026, 10, 31, 11), datetime(2026, 11, 4, 3), datetime(2026, 11, 5, 10)]


@pytest.fixture(scope="module")
def markets(shared_data: Path) -> list[str]:
    rows = (shared_data / "opening-hours" / "de_markets_opening_hours.tsv").read_text("utf-8").splitlines()[1:]
    return sorted({row.split("\t")[2] for row in rows if row.count("\t") >= 2} - {""})


@pytest.fixture(scope="module")
def reference(shared_data: Path) -> list[tuple[str, str]]:
    rows = (shared_data / "opening-hours" / "ohjs_test_strings.tsv").read_text("utf-8").splitlines()
    return [(kind, text) for kind, _, text in (row.partition("\t") for row in rows)]


def broken(shared_data: Path) -> list[str]:
    texts = [(shared_data / "opening-hours" / f"osm_values_fail_{name}.txt").read_text("utf-8", "replace")
             for name in ("strict", "lenient")]
    return sorted({line for text in texts for line in text.split("\n")})


def test_all_good_values_but_one_are_read(markets: list[str]) -> None:
    assert len(markets) == 488
    assert [value for value in markets if not read_hours(value)] == ["Tu 07:00-016:00"]


def test_no_market_is_open_at_night_or_unknown_on_a_working_day(markets: list[str]) -> None:
    answers = {value: state_at(read_hours(value), MOMENTS[1]).kind for value in markets}
    assert [value for value, kind in answers.items() if kind == "open"] == []
    assert {kind for value, kind in answers.items() if "ereinbarung" not in value and "016" not in value} == {"closed"}


def test_markets_keep_the_holiday_where_they_say_so(markets: list[str]) -> None:
    quiet = [value for value in markets if "PH off" in value]
    assert {state_at(read_hours(value), MOMENTS[0]).kind for value in quiet} == {"closed"}
    others = {state_at(read_hours(value), MOMENTS[0]).kind for value in markets if "PH" not in value}
    assert others == {"closed", "unknown", "by_appointment"}


def test_markets_never_open_by_appointment(markets: list[str]) -> None:
    asked = [value for value in markets if "ereinbarung" in value]
    assert asked
    assert {state_at(read_hours(value), MOMENTS[2]).kind for value in asked} == {"by_appointment"}


def test_broken_values_raise_nothing_and_are_not_guessed(shared_data: Path) -> None:
    values = broken(shared_data)
    assert len(values) > 18_000
    for value in values:
        expression = read_hours(value)
        state = state_at(value, MOMENTS[2])
        if not expression:
            assert state_at(expression, MOMENTS[2]).kind == "unknown"
        if by_appointment(value) and state.kind == "open":
            assert 'open"' in value.replace(" ", "") or "||" in value or by_appointment(value.split('"')[1])


def test_broken_values_have_weeks(shared_data: Path) -> None:
    for value in broken(shared_data)[::20]:
        assert len(week(value, date(2026, 10, 26))) == 7


def test_reading_twice_changes_nothing(shared_data: Path) -> None:
    for value in broken(shared_data)[::5]:
        expression = read_hours(value)
        assert read_hours(expression) == expression


def test_what_the_reference_refuses_is_not_open(reference: list[tuple[str, str]]) -> None:
    """But for strings it refuses for another reason: no place given, or a list of points in time."""
    good = {"Mo-Fr 10:00-20:00; PH off", "Mo-Fr 10:00-20:00; SH off", "Mo-Fr 08:00-16:00", "Mo 12:00-14:00"}
    refused = [text for kind, text in reference if kind == "ShouldFail" and text not in good]
    assert len(refused) > 35
    assert {state_at(read_hours(text), moment).kind for text in refused for moment in MOMENTS} <= {"unknown", "closed"}


def test_reference_strings_raise_nothing(reference: list[tuple[str, str]]) -> None:
    read = [text for kind, text in reference if kind == "Test" and read_hours(text)]
    assert len(read) > 250
    for text in read:
        for moment in MOMENTS:
            assert state_at(text, moment).kind in ("open", "closed", "by_appointment", "unknown")
