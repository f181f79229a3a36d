"""The four answers of opening hours."""
# ruff: noqa: DTZ001 - opening hours are local wall time without zone

from datetime import datetime, timedelta

import pytest

from content.hours import State, state_at
from content.record import Hours

REFORMATION = datetime(2026, 10, 31, 11)
"""A Saturday; a public holiday in Schleswig-Holstein, not in Berlin."""
TUESDAY = datetime(2026, 11, 3, 9)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute)


@pytest.mark.parametrize(("expression", "expected"), [
    ("Mo-Fr 08:00-12:00", State("open", at(3, 12))),
    ("Mo-Fr 10:00-12:00", State("closed", at(3, 10))),
    ("Mo-Fr 08:00-12:00 open \"Eingang im Hof\"", State("open", at(3, 12), "Eingang im Hof")),
    ("Mo-Fr 08:00-12:00 unknown", State("unknown", at(3, 12))),
    ("24/7", State("open")),
    ("off", State("closed")),
    ("closed", State("closed")),
    ("Mo-Fr 08:00-18:00; Tu off", State("closed", at(4, 8))),
    ("Mo-Fr 08:00-18:00; Nov 03 off", State("closed", at(4, 8))),
    ("Mo-Fr 08:00-12:00,", State("open", at(3, 12))),
    ("mo - fr 8:00 - 12:00;", State("open", at(3, 12))),
    ("Nov-Feb Tu[1] 08:00-10:00", State("open", at(3, 10))),
])
def test_reads_expressions(expression: str, expected: State) -> None:
    assert state_at(expression, TUESDAY) == expected


@pytest.mark.parametrize("expression", [
    '"nach Vereinbarung"',
    'Tu 08:00-12:00 "nach Vereinbarung"',
    'Tu 08:00-12:00 open "nur mit Termin"',
    'Tu 08:00-12:00 open "ohne Anmeldung, sonst nach Vereinbarung"',
    'Tu 08:00-12:00 unknown "by appointment"',
    'Mo 08:00-12:00 || "Termine nach Vereinbarung"',
])
def test_comment_that_asks_for_an_appointment_is_not_open(expression: str) -> None:
    assert state_at(expression, TUESDAY).kind == "by_appointment"


@pytest.mark.parametrize("comment", ["Kein Termin erforderlich", "ohne Voranmeldung", "appointment not needed"])
def test_no_need_of_an_appointment_is_open(comment: str) -> None:
    assert state_at(f'Tu 08:00-12:00 open "{comment}"', TUESDAY).kind == "open"


@pytest.mark.parametrize("comment", ["Maybe open. Call us.", "ohne Termin", "; || \\", "Oct-Apr"])
def test_comment_alone_never_says_open(comment: str) -> None:
    assert state_at(f'Tu 08:00-12:00 "{comment}"', TUESDAY).kind == "unknown"
    assert state_at(f'Tu 08:00-12:00 "{comment}"', at(2, 9)).kind == "closed"


@pytest.mark.parametrize("expression", [
    "", " ", ";", "||", "\n", "week week", "week 54", "Mo-Tr 17:00-20:00", "Mo-Fr 08:00,24:00", "Mo 10-18", "24/24",
    "Tu 07:00-016:00", "Feb 30", "Apr 31 08:00-12:00", "Nov 03-02 08:00-12:00", "Mo-Fr 08:00-12:00 \"", '""',
    'We "x" 10:00-16:00', "PH Mo-We SH 08:00-12:00", "SH +1 day off", "Mo[1] SH 08:00-12:00", "\ud800", "\0",
    "PH +99999999999 days off", "M" * 1001, "Mo-Fr 08:00-12:00; " * 60,
])
def test_what_cannot_be_read_is_unknown(expression: str) -> None:
    for day in range(2, 9):
        assert state_at(expression, at(day, 9)) == State("unknown")


def test_list_of_days_with_blanks_is_one_rule() -> None:
    """The evaluating library alone opens all of Wednesday, and the night before it."""
    market = "We, Sa 08:30-13:00; PH off"
    assert state_at(market, at(4, 3)) == State("closed", at(4, 8, 30))
    assert state_at(market, at(4, 9)) == State("open", at(4, 13))
    assert state_at("Mo, We 08:00-12:00, Fr 14:00-18:00", at(6, 15)) == State("open", at(6, 18))


def test_fallback_holds_whenever_the_rules_before_it_are_closed() -> None:
    expression = 'Mo,Tu 09:00-12:00 || "Termine nach Vereinbarung"; We off'
    assert state_at(expression, at(3, 10)) == State("open", at(3, 12))
    assert state_at(expression, at(3, 13)) == State("by_appointment", at(4, 0), "Termine nach Vereinbarung")
    assert state_at(expression, at(4, 10)).kind == "closed"


def test_fallback_of_a_fallback() -> None:
    expression = 'We-Fr 10:00-24:00 open "first" || We "please call" || open "else"'
    assert [state_at(expression, at(day, 9)).comment for day in (3, 4, 5)] == ["else", "please call", "else"]


@pytest.mark.parametrize(("when", "kind"), [((3, 16), "closed"), ((3, 17), "unknown"), ((4, 2), "unknown"),
                                            ((4, 3), "closed")])
def test_open_end_is_not_known(when: tuple[int, int], kind: str) -> None:
    assert state_at("Tu 17:00+", at(*when)).kind == kind


def test_open_end_after_certain_hours() -> None:
    assert state_at("Tu 08:00-12:00+", TUESDAY) == State("open", at(3, 12))
    assert state_at("Tu 08:00-12:00+", at(3, 13)).kind == "unknown"


def test_open_end_after_midnight() -> None:
    assert state_at("Tu 18:00-24:00+", at(3, 20)) == State("open", at(4, 0))
    assert state_at("Tu 18:00-01:00+", at(4, 0, 30)) == State("open", at(4, 1))
    assert state_at("Tu 18:00-01:00+", at(4, 8)).kind == "unknown"
    assert state_at("Tu 18:00-01:00+", at(4, 9)).kind == "closed"


def test_sun_and_steps_are_not_known() -> None:
    assert state_at("Mo-Fr sunrise-sunset", TUESDAY).kind == "unknown"
    assert state_at("Mo-Fr sunrise-sunset", at(7, 12)).kind == "closed"
    assert state_at("Tu 08:00-12:00/00:30", TUESDAY).kind == "unknown"


def test_holidays_are_those_of_the_land() -> None:
    expression = "Mo-Sa 09:00-18:00; PH off"
    assert state_at(expression, REFORMATION, "SH") == State("closed", at(2, 9))
    assert state_at(expression, REFORMATION, "BE") == State("open", at(31, 18, month=10))


@pytest.mark.parametrize(("expression", "expected"), [
    ("Su,PH 10:00-12:00", State("open", at(31, 12, month=10))),
    ("Su, PH 10:00-12:00", State("open", at(31, 12, month=10))),
    ("Mo-Sa 09:00-18:00; PH 10:00-12:00", State("open", at(31, 12, month=10))),
    ("Mo-Sa 09:00-18:00, PH off", State("closed", at(2, 9))),
    ("Mo-Sa 09:00-18:00; PH,SH off", State("closed")),
    ("Mo-Sa 09:00-18:00; Oct PH off", State("closed", at(2, 9))),
    ("PH Sa 10:00-12:00", State("open", at(31, 12, month=10))),
    ("PH Mo-Fr 10:00-12:00", State("closed", datetime(2026, 12, 25, 10))),
    ("24/7", State("open")),
    ("Mo-Su 00:00-24:00", State("open")),
    ("2026 Oct 31 10:00-14:00", State("open", at(31, 14, month=10))),
    ("Mo-Fr 09:00-18:00", State("closed", at(2, 9))),
    ("Mar Su[-1]-Oct Su[-1] Mo-Fr 10:00-12:00; Oct Su[-1]-Mar Su[-1] PH 10:00-14:00",
     State("open", at(31, 14, month=10))),
    ("PH -1 day 10:00-12:00", State("closed", datetime(2026, 12, 24, 10))),
])
def test_public_holiday(expression: str, expected: State) -> None:
    assert state_at(expression, REFORMATION) == expected


@pytest.mark.parametrize("expression", [
    "Mo-Sa 09:00-18:00", "09:00-18:00", "2020 PH off; Mo-Sa 09:00-18:00", "Sa 09:00-18:00; PH +1 day off",
    "Oct-Apr Mo-Sa 09:00-18:00", 'Mo-Sa 09:00-18:00 || "nach Vereinbarung"',
])
def test_holiday_of_which_nothing_is_said_is_unknown(expression: str) -> None:
    state = state_at(expression, REFORMATION)
    assert (state.kind, state.until, state.comment) == ("unknown", at(31, 18, month=10), "Reformationstag")
    assert state_at(expression, REFORMATION, "BE").kind == "open"


def test_until_stops_at_a_holiday_of_which_nothing_is_said() -> None:
    assert state_at("Mo-Sa 00:00-24:00", at(30, 11, month=10)) == State("open", at(31, 0, month=10))


def test_closed_until_certainly_open() -> None:
    assert state_at("Mo-Sa 09:00-18:00", at(30, 20, month=10)) == State("closed", at(2, 9))
    assert state_at('Mo 09:00-12:00 "nach Vereinbarung"; We 09:00-12:00', at(1, 20)) == State("closed", at(4, 9))
    assert state_at('Mo 09:00-12:00 "nach Vereinbarung"', at(1, 20)) == State("closed")


def test_night_before_a_holiday_counts_as_the_evening_before() -> None:
    nights = "Fr,Sa 20:00-02:00"
    assert state_at(nights, at(31, 1, month=10)) == State("open", at(31, 2, month=10))
    assert state_at(nights, at(31, 21, month=10)).kind == "unknown"
    assert state_at(nights, at(1, 1)).kind == "unknown"
    assert state_at(nights, at(1, 3)).kind == "closed"


def test_christmas_eve_is_no_public_holiday() -> None:
    assert state_at("Mo-Fr 09:00-12:00; PH off", datetime(2026, 12, 24, 10)).kind == "open"
    assert state_at("Mo-Fr 09:00-12:00; Dec 24,31 off", datetime(2026, 12, 31, 10)).kind == "closed"


@pytest.mark.parametrize(("expression", "kind"), [
    ("Mo-Fr 08:00-12:00; SH off", "unknown"),
    ("SH Mo-Fr 08:00-12:00", "unknown"),
    ("Mo-Fr,SH 08:00-12:00", "open"),
    ("Mo-Fr 08:00-12:00; SH 08:00-14:00", "open"),
    ("Mo-Fr 14:00-18:00; SH off", "closed"),
    ("SH Sa 08:00-12:00", "closed"),
    ("SH Mo-Fr off; Tu 08:00-12:00", "open"),
])
def test_school_holidays_are_not_known(expression: str, kind: str) -> None:
    assert state_at(expression, TUESDAY).kind == kind


def test_school_holidays_that_may_begin_at_midnight() -> None:
    """Open at one o'clock on a day in school and on one out of school, but not on the first one out."""
    expression = "Tu-Th 00:00-03:00; SH 22:00-26:00"
    assert state_at(expression, at(4, 1)).kind == "unknown"


@pytest.mark.parametrize(("when", "expected"), [
    (at(24, 23, month=10), State("open", at(25, 3, 30, month=10))),
    (at(25, 2, 30, month=10), State("open", at(25, 3, 30, month=10))),
    (at(28, 23, month=3), State("open", at(29, 3, 30, month=3))),
    (at(29, 3, 30, month=3), State("closed", at(29, 22, month=3))),
])
def test_nights_of_clock_change_go_by_the_wall(when: datetime, expected: State) -> None:
    assert state_at("Mo-Su,PH 22:00-03:30", when) == expected


def test_end_is_closed_and_start_is_open() -> None:
    hours = "Tu 08:00-12:00"
    assert [state_at(hours, at(3, *when)).kind for when in ((7, 59), (8, 0), (11, 59), (12, 0))] == [
        "closed", "open", "open", "closed"]


def test_record_says_more_than_the_expression() -> None:
    assert state_at(Hours(osm="Tu 08:00-12:00"), TUESDAY).kind == "open"
    assert state_at(Hours(osm="Tu 08:00-12:00", temporarily_closed=True), TUESDAY) == State("closed")
    assert state_at(Hours(osm="Tu 08:00-12:00", by_appointment=True), TUESDAY) == State("by_appointment", at(3, 12))
    assert state_at(Hours(osm="Tu 08:00-12:00", by_appointment=True), at(3, 13)) == State("closed")
    assert state_at(Hours(by_appointment=True), TUESDAY) == State("by_appointment")
    assert state_at(Hours(osm="dienstags", by_appointment=True), TUESDAY) == State("by_appointment")
    assert state_at(Hours(raw="Mo-Fr 8-12"), TUESDAY) == State("unknown")


def test_years_without_known_holidays_are_unknown() -> None:
    for year in (1, 1970, 2150, 9999):
        assert state_at("24/7", datetime(year, 12, 31, 9)) == State("unknown")
    assert state_at("24/7", TUESDAY) == State("open")


def test_years_beyond_the_table_ask_the_library() -> None:
    assert state_at("PH 10:00-12:00", datetime(2045, 10, 31, 11)).kind == "open"


def test_land_that_is_none() -> None:
    with pytest.raises(ValueError, match="XX"):
        state_at("24/7", TUESDAY, "XX")


def test_answers_follow_the_clock_back_and_forth() -> None:
    hours = "Mo-Fr 08:00-12:00; PH off"
    times = [at(2, 7) + timedelta(minutes=37 * number) for number in range(300)]
    forward = [state_at(hours, time) for time in times]
    assert [state_at(hours, time) for time in reversed(times)] == forward[::-1]
    assert {state.kind for state in forward} == {"open", "closed"}


def test_hostile_expressions_are_answered() -> None:
    """Each took the library alone a second and more; all of them together would outlast the suite's patience."""
    hostile = [f"Mo-Su 10:{minute:02d}-10:{minute:02d}" for minute in range(60)]
    hostile += ["1900-9999/7 Feb 29 week 53 Su[-1] 10:00-10:01", "Mo," * 333, ",1" * 500, "SH 10:00-11:00||" * 62,
                ", ".join(f'{hour}:0{minute}-{hour}:59 "{minute}"' for hour in range(10, 24) for minute in (1, 5, 9))]
    kinds = [state_at(expression, TUESDAY).kind for expression in hostile]
    assert kinds == [*["open"] * 60, "closed", "closed", "unknown", "closed", "closed"]
