"""Opening hours read from what people write."""
# ruff: noqa: DTZ001 - opening hours are local wall time without zone

from datetime import datetime

import pytest

from content.hours import read_hours, state_at

CERTAIN = [
    ("Mo-Fr 8-18 Uhr", "Mo-Fr 08:00-18:00"),
    ("Montag bis Freitag 08:00 - 12:00 Uhr und Donnerstag 14-18 Uhr", "Mo-Fr 08:00-12:00, Th 14:00-18:00"),
    ("Di. u. Do. 9.00–12.30", "Tu,Th 09:00-12:30"),
    ("täglich 10-20 Uhr", "Mo-Su 10:00-20:00"),
    ("täglich, 08:00-18:00", "Mo-Su 08:00-18:00"),
    ("Öffnungszeiten: Mo, Mi, Fr jeweils von 9 bis 11 Uhr", "Mo,We,Fr 09:00-11:00"),
    ("Mo - Do 8.30 Uhr - 12.00 Uhr / 13 - 16 Uhr", "Mo-Th 08:30-12:00,13:00-16:00"),
    ("dienstags: 15 - 17 Uhr\ndonnerstags: 9 - 11 Uhr", "Tu 15:00-17:00; Th 09:00-11:00"),
    ("Mo – Fr: 9 – 12 Uhr sowie Mo, Di, Do: 15 – 18 Uhr", "Mo-Fr 09:00-12:00, Mo,Tu,Th 15:00-18:00"),
    ("Sa und So 11-17 Uhr.", "Sa,Su 11:00-17:00"),
    ("Sonn- und Feiertage 10-12 Uhr", "Su,PH 10:00-12:00"),
    ("Mo-Sa 10-18, Sonn- und Feiertags geschlossen", "Mo-Sa 10:00-18:00; Su,PH off"),
    ("Mo geschlossen, Di-So 10-18 Uhr", "Tu-Su 10:00-18:00; Mo off"),
    ("täglich 10-18 Uhr, montags geschlossen", "Mo-Su 10:00-18:00; Mo off"),
    ("Mo-Fr 8-12, in den Schulferien geschlossen", "Mo-Fr 08:00-12:00; SH off"),
    ("Mo-Fr 8-12 Uhr außer an Feiertagen", "Mo-Fr 08:00-12:00; PH off"),
    ("Di bis So von 16:00 - 01:00 Uhr", "Tu-Su 16:00-01:00"),
    ("24/7", "24/7"),
    ("rund um die Uhr", "24/7"),
    ("täglich 24 Stunden", "24/7"),
    ("Mo-So 0-24 Uhr", "24/7"),
    ("Rund um die Uhr Mo-Fr", "Mo-Fr 00:00-24:00"),
    ("geschlossen", "off"),
    ("nach Vereinbarung", '"nach Vereinbarung"'),
    ("Termine nur nach telefonischer Vereinbarung", '"nach Vereinbarung"'),
    ("„nach Vereinbarung“", '"nach Vereinbarung"'),
    ("by appointment only", '"by appointment"'),
    ("Fr nach Vereinbarung", 'Fr "nach Vereinbarung"'),
    ("Do 14-18 Uhr nur nach Vereinbarung", 'Th 14:00-18:00 "nach Vereinbarung"'),
    ("Mo-Fr 8-12 Uhr und n. V.", 'Mo-Fr 08:00-12:00 || "nach Vereinbarung"'),
    ("Mo 9-12 Uhr, sonst nach Vereinbarung", 'Mo 09:00-12:00 || "nach Vereinbarung"'),
    ("Mon-Fri 8-18, not on public holidays", "Mo-Fr 08:00-18:00; PH off"),
    ("Mon 10-12.30; Wed 10-12.30 and 13.30-17.30", "Mo 10:00-12:30; We 10:00-12:30,13:30-17:30"),
    ("Monday to Friday 9 a.m. – 5:30 p.m., Sunday closed", "Mo-Fr 09:00-17:30; Su off"),
    ("Every day 6AM-12AM", "Mo-Su 06:00-24:00"),
    ("Mo-Fr 10-18", "Mo-Fr 10:00-18:00"),
    ("Dec 24,31 off", "Dec 24,Dec 31 off"),
    ("2026 Dec 24,31 off", "2026 Dec 24,2026 Dec 31 off"),
    ("Tu,Sa 07:00-12:00 PH off", "Tu,Sa 07:00-12:00; PH off"),
    ("tu 9:00-16:00,th 9:00-16:00;", "Tu 09:00-16:00, Th 09:00-16:00"),
    ("We, Sa 08:30-13:00", "We,Sa 08:30-13:00"),
    ("PH Mo-Fr 10:00-12:00; SH,PH -1 day off", "PH Mo-Fr 10:00-12:00; SH,PH -1 day off"),
    ('Mo-Fr 08:00-12:00 open "Eingang im Hof"', 'Mo-Fr 08:00-12:00 open "Eingang im Hof"'),
    ("Jun 15 - Sep 15: Th-Su 16:00-19:00", "Jun 15-Sep 15 Th-Su 16:00-19:00"),
]

UNCERTAIN = [
    "", " ", "Öffnungszeiten", "8-18 Uhr", "Mo-Fr", "täglich", "open", "geöffnet", "montags geschlossen",
    "werktags 8-18 Uhr", "Mo ab 18 Uhr", "Mo bis 18 Uhr", "Mo 9 Uhr", "ca. Mo 9-12 Uhr", "Mo 9-12 Uhr?",
    "Mo-Fr 8-12 Uhr; Do 14-18 Uhr", "Mo-Fr 8-12, Fr 8-14", "Mo-Fr 8-12 Uhr, nach Vereinbarung",
    "Mo 8-12, 13-17 nach Vereinbarung", "Mo 9-12 Uhr (nach Vereinbarung)", "Mo-Fr 9-12 oder nach Vereinbarung",
    "Mon-Fri 9-5", "Mo 1-5", "Mon 6-10", "Mon 9-12am", "Mon 9am-5", "Mo 13pm-14pm", "Mo 25-26 Uhr", "Mo 9.75-12 Uhr",
    "Mo 10-10 Uhr", "Mo 12-9 Uhr", "Mo-Mo 9-12 Uhr", "täglich-Fr 9-12 Uhr", "Mo 12.10. 9-12 Uhr",
    "25.04.2026 10-14 Uhr",
    "jeden 2. Dienstag im Monat 14-16 Uhr", "Mi 9-12 Uhr, 14-tägig", "zurzeit geschlossen", "Mo-Fr 8-12 Uhr (außer Mi)",
    "außer Mo", "außer 9-12", "sonst nach Vereinbarung, nach Vereinbarung", "daily 9-17, lunch from 12", "Mon9-12x",
    "round the clock (name of the office)", "ausserhalb der Praxiszeiten", "Mo-Fr 9-12 Uhr, Telefon 12345",
    "usually every second Saturday of the month 14.00-16.30", "\ud800", "\0", "Mo 9-12 " * 200,
]


@pytest.mark.parametrize(("text", "expression"), CERTAIN)
def test_certain(text: str, expression: str) -> None:
    assert read_hours(text) == expression


@pytest.mark.parametrize("text", UNCERTAIN)
def test_uncertain(text: str) -> None:
    assert read_hours(text) == ""


@pytest.mark.parametrize(("text", "expression"), CERTAIN)
def test_expression_read_again_stays(text: str, expression: str) -> None:
    assert read_hours(expression) == expression


def test_expression_that_would_grow_too_long() -> None:
    assert read_hours("SH 1:00-2:00||" * 71) == ""


def test_words_around_hours_make_them_uncertain() -> None:
    for text, _ in CERTAIN:
        assert read_hours(f"{text} xyz") == ""
        assert read_hours(f"vielleicht {text}") == ""


def test_no_number_is_lost() -> None:
    assert read_hours("Mo 9-12 Uhr 14") == ""
    assert read_hours("Mo 9-12-14 Uhr") == ""


@pytest.mark.parametrize("text", [text for text, expression in CERTAIN if "ereinbarung" in text])
def test_appointments_alone_are_never_open(text: str) -> None:
    states = {state_at(read_hours(text), datetime(2026, 11, day, 15)).kind for day in range(2, 9)}
    assert "open" not in states
    assert "by_appointment" in states
