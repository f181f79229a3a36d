"""Opening hours, whatever they say: properties that hold for every expression and moment."""
# ruff: noqa: DTZ001 - opening hours are local wall time without zone

from datetime import date, datetime, timedelta

from holidays.countries.germany import Germany
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from content.hours import state_at

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
HOLIDAYS = Germany(subdiv="SH", years=(2025, 2026, 2027), language="de")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATES = ",".join(f"{day.year} {MONTHS[day.month - 1]} {day.day}" for day in sorted(HOLIDAYS))

days = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(",".join)
spans = st.tuples(st.integers(0, 23), st.sampled_from((0, 15, 30)), st.integers(1, 9)).map(
    lambda span: f"{span[0]:02d}:{span[1]:02d}-{(span[0] + span[2]) % 24:02d}:{span[1]:02d}")
rules = st.one_of(st.builds("{} {}".format, st.one_of(days, st.just("PH")), spans),
                  st.builds("{} off".format, st.one_of(days, st.just("PH"))))
expressions = st.lists(st.tuples(st.sampled_from(("; ", ", ")), rules), min_size=1, max_size=4).map(
    lambda parts: "".join(joint + rule for joint, rule in parts)[2:])
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30)) | st.builds(
    lambda day, minutes: datetime(day.year, day.month, day.day) + timedelta(minutes=minutes),
    st.sampled_from([day for day in sorted(HOLIDAYS) if day.year == 2026]), st.integers(0, 1439))


@settings(max_examples=400, deadline=None)
@given(expressions, moments)
def test_open_and_closed_are_what_the_library_says_with_the_holidays_put_in(expression: str, when: datetime) -> None:
    plain = OpeningHours(expression.replace("PH", DATES), max_interval_days=400)
    state = state_at(expression, when)
    if plain.is_open(when):
        assert state.kind == "open" or (state.kind == "unknown" and state.comment in HOLIDAYS.values())
        assert state.kind == "open" or "PH" not in expression
    else:
        assert state.kind == "closed"
    if state.kind == "open" and state.until:
        assert plain.is_open(state.until - timedelta(minutes=1))


@settings(max_examples=200, deadline=None)
@given(expressions, moments)
def test_until_is_when_the_answer_changes(expression: str, when: datetime) -> None:
    state = state_at(expression, when)
    if state.until:
        assert state.until > when
        assert state_at(expression, state.until - timedelta(minutes=1)).kind in (state.kind, "unknown")
        assert state_at(expression, state.until).kind != state.kind
    if state.until and state.kind == "closed":
        assert state_at(expression, state.until).kind == "open"


@settings(max_examples=300, deadline=None)
@given(st.text("MoTuSaPH024:-,; |\"+/[]unkowfe", max_size=60) | st.text(max_size=40), st.dates(date(2026, 1, 1)))
def test_no_text_raises(text: str, day: date) -> None:
    assert state_at(text, datetime(day.year, day.month, day.day, 10)).kind in (
        "open", "closed", "by_appointment", "unknown")
