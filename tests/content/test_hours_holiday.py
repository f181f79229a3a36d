"""The public holidays of the Länder."""

from datetime import date

import pytest

from content.hours.holiday import LAENDER, TABLE, computed, holidays
from content.hours.holiday_table import lines


def test_table_is_what_the_library_says() -> None:
    assert TABLE.read_text("utf-8").splitlines() == lines()


def test_every_land_has_its_holidays_in_order() -> None:
    for land in LAENDER:
        days = holidays(land, 2026)
        assert list(days) == sorted(days)
        assert days == computed(land, 2026)
        assert len(days) >= 10


def test_reformation_day_is_one_in_the_north() -> None:
    day = date(2026, 10, 31)
    assert [land for land in LAENDER if day in holidays(land, 2026)] == [
        "BB", "HB", "HH", "MV", "NI", "SH", "SN", "ST", "TH"]
    assert holidays("SH", 2026)[day] == "Reformationstag"


@pytest.mark.parametrize("month_day", [(12, 24), (12, 31)])
def test_eves_are_none(month_day: tuple[int, int]) -> None:
    assert not [land for land in LAENDER if date(2026, *month_day) in holidays(land, 2026)]


@pytest.mark.parametrize(("land", "year"), [("XX", 2026), ("sh", 2026), ("SH", 1990), ("SH", 2101)])
def test_unknown_land_or_year(land: str, year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        holidays(land, year)
