"""A week of opening hours."""

from datetime import date, time

from content.hours import week
from content.record import Hours

MONDAY = date(2026, 10, 26)
NIGHT = time(0)


def kinds(hours: Hours | str, state: str = "SH") -> list[str]:
    return [day.kind for day in week(hours, MONDAY, state)]


def spans(hours: Hours | str) -> list[list[tuple[time, time]]]:
    return [day.spans for day in week(hours, MONDAY)]


def test_office_week() -> None:
    days = week("Mo-Fr 08:00-12:00,13:00-16:00; We off; Sa 09:00-12:00; PH off", MONDAY)
    assert [day.date.day for day in days] == [26, 27, 28, 29, 30, 31, 1]
    assert [day.kind for day in days] == ["open", "open", "closed", "open", "open", "closed", "closed"]
    assert days[0].spans == [(time(8), time(12)), (time(13), time(16))]
    assert days[2].spans == []
    assert [day.holiday for day in days] == ["", "", "", "", "", "Reformationstag", ""]


def test_holiday_of_which_nothing_is_said() -> None:
    assert kinds("Mo-Sa 09:00-18:00") == ["open"] * 5 + ["unknown", "closed"]
    assert kinds("Mo-Sa 09:00-18:00", "BE") == ["open"] * 6 + ["closed"]
    assert week("Mo-Sa 09:00-18:00", MONDAY, "BE")[5].holiday == ""


def test_night_belongs_to_its_evening() -> None:
    assert spans("Fr 22:00-02:00; PH off")[4:6] == [[(time(22), NIGHT)], []]
    assert spans("Th 22:00-02:00; PH off")[3:5] == [[(time(22), time(2))], []]
    assert spans("Su 22:00-06:00")[6] == [(time(22), time(6))]


def test_first_day_has_no_part_of_the_night_before() -> None:
    assert spans("Su 20:00-02:00")[0] == []


def test_round_the_clock_is_cut_at_midnight() -> None:
    assert spans("24/7") == [[(NIGHT, NIGHT)]] * 7
    assert spans("Mo-We 06:00-24:00")[:4] == [[(time(6), NIGHT)]] * 3 + [[]]


def test_by_appointment() -> None:
    assert kinds('Mo 08:00-12:00; Tu 08:00-12:00 "nach Vereinbarung"')[:3] == ["open", "by_appointment", "closed"]
    assert spans('Tu 08:00-12:00 "nach Vereinbarung"')[1] == [(time(8), time(12))]
    assert kinds('Mo 08:00-12:00 || "nach Vereinbarung"') == ["open"] + ["by_appointment"] * 6
    assert spans('Mo 08:00-12:00 || "nach Vereinbarung"') == [[(time(8), time(12))]] + [[]] * 6


def test_parts_that_touch_are_one() -> None:
    assert spans('Mo 08:00-12:00 open "a", Mo 12:00-14:00 open "b"')[0] == [(time(8), time(14))]


def test_record_says_more_than_the_expression() -> None:
    assert kinds(Hours(osm="24/7", temporarily_closed=True)) == ["closed"] * 7
    assert kinds(Hours(osm="Mo 08:00-12:00", by_appointment=True))[:2] == ["by_appointment", "closed"]
    assert kinds(Hours(by_appointment=True)) == ["by_appointment"] * 7
    assert kinds(Hours(raw="montags")) == ["unknown"] * 7
    assert kinds("broken") == ["unknown"] * 7


def test_year_without_known_holidays() -> None:
    days = week("24/7", date(1969, 12, 29))
    assert {day.kind for day in days} == {"unknown"}
    assert {day.holiday for day in days} == {""}


def test_week_over_new_year() -> None:
    days = week("Mo-Fr 09:00-12:00; PH off", date(2026, 12, 28))
    assert [day.kind for day in days] == ["open"] * 4 + ["closed"] * 3
    assert days[4].holiday == "Neujahr"
