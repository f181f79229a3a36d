"""Facts in the visitor's words: what is open until when, how far it is, in which language, on which day."""

from datetime import date, datetime

import pytest

from content.browse import Listing
from content.hours import State, state_at, week
from content.language import LANGUAGES
from tests.ui.copy import FRIDAY, KOBERG, wording

CODES = [language.code for language in LANGUAGES]
TRANSLATED = [code for code in CODES if not code.startswith("de")]
NORTH = 1 / 111_195  # degrees of latitude a metre takes on a sphere of the earth's mean radius


def said(expression: str, now: str = "2026-11-20T10:30", language: str = "de") -> str:
    words = wording(language, datetime.fromisoformat(now))
    return words.hours(words.state(expression))


def away(metres: float, language: str = "de") -> str:
    words = wording(language)
    assert KOBERG.latitude is not None
    return words.distance(words.metres(KOBERG.latitude + metres * NORTH, KOBERG.longitude))


@pytest.mark.parametrize(("expression", "answer"), [
    ("Fr 09:00-17:00; PH off", "Geöffnet bis 17:00"),
    ("Fr 09:00-24:00; PH off", "Geöffnet bis 24:00"),
    ("Fr 09:00-02:00; PH off", "Geöffnet bis morgen 02:00"),
    ("Fr-Sa 00:00-24:00; PH off", "Geöffnet bis morgen 24:00"),
    ("Fr-Su 00:00-24:00; PH off", "Geöffnet bis Sonntag 24:00"),
    ("24/7", "Jetzt geöffnet"),
    ("Fr 14:00-17:00; PH off", "Geschlossen, öffnet: 14:00"),
    ("Sa 09:00-12:00; PH off", "Geschlossen, öffnet: morgen 09:00"),
    ("Sa 00:00-12:00; PH off", "Geschlossen, öffnet: morgen 00:00"),
    ("Tu 09:00-12:00; PH off", "Geschlossen, öffnet: Dienstag 09:00"),
    ("Nov 27 09:00-12:00; PH off", "Geschlossen, öffnet: Fr., 27. Nov. 09:00"),
    ("off", "Geschlossen"),
    ('Fr 09:00-12:00 "nach Vereinbarung"; PH off', "Nach Vereinbarung"),
    ("irgendwann", "Öffnungszeiten nicht bekannt"),
])
def test_the_four_answers(expression: str, answer: str) -> None:
    assert said(expression) == answer


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_four_answers_in_every_language(code: str) -> None:
    answers = {said(expression, language=code) for expression in (
        "Fr 09:00-17:00; PH off", "Sa 09:00-12:00; PH off", 'Fr 09:00-12:00 "nach Vereinbarung"; PH off', "wann")}
    assert len(answers) == 4
    assert not any("eöffnet" in answer or "{" in answer for answer in answers)
    assert any("17:00" in answer for answer in answers)


@pytest.mark.parametrize("code", CODES)
def test_a_date_is_written_as_the_language_writes_it(code: str) -> None:
    words = wording(code)
    assert "27" in words.day(date(2026, 11, 27))
    assert ("27." in words.day(date(2026, 11, 27))) == code.startswith("de")
    assert "2026" in words.full_date(date(2026, 11, 27))


def test_dates() -> None:
    assert wording("en").full_date(date(2026, 11, 27)) == "November 27, 2026"
    assert wording("de-simple").full_date(date(2026, 11, 27)) == "27. November 2026"
    assert wording("uk").weekday(date(2026, 11, 20)) == "пʼятниця"
    assert wording().week() == date(2026, 11, 16)
    assert wording().now() == FRIDAY


def test_midnight_is_24_only_as_an_end() -> None:
    words = wording()
    spans = [words.spans(day) for day in week("Mo 00:00-24:00; Tu 00:00-06:00,20:00-24:00; Sa 18:00-02:00; "
                                              'Th "nach Vereinbarung"; Fr off; PH off', date(2026, 11, 16))]
    assert spans == ["00:00–24:00", "00:00–06:00, 20:00–24:00", "Geschlossen", "Nach Vereinbarung",
                     "Geschlossen", "18:00–02:00", "Geschlossen"]
    assert {words.spans(day) for day in week("24/7", date(2026, 11, 16))} == {"00:00–24:00"}
    assert words.spans(week("wann", date(2026, 11, 16))[0]) == "Öffnungszeiten nicht bekannt"


@pytest.mark.parametrize(("metres", "answer"), [
    (0, "50 m entfernt"), (40, "50 m entfernt"), (120, "100 m entfernt"), (960, "950 m entfernt"),
    (974, "950 m entfernt"), (980, "1 km entfernt"), (1200, "1,2 km entfernt"), (12_340, "12,3 km entfernt")])
def test_distances(metres: float, answer: str) -> None:
    assert away(metres) == answer


@pytest.mark.parametrize(("code", "answer"), [("en", "1.2 km away"), ("tr", "1,2 km uzakta"), ("pl", "1,2 km stąd"),
                                              ("uk", "1,2 км звідси"), ("de-simple", "1,2 km von hier")])
def test_distances_in_other_languages(code: str, answer: str) -> None:
    assert away(1200, code) == answer


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_numbers_are_in_latin_digits(code: str) -> None:
    assert any(number in away(1200, code) for number in ("1.2", "1,2", "1٫2"))
    assert "27" in wording(code).full_date(date(2026, 11, 27))


def test_no_distance_where_an_end_is_not_known() -> None:
    assert wording().distance(wording().metres(None, 10.0)) == ""
    nowhere = wording(here=KOBERG._replace(longitude=None))
    assert nowhere.metres(53.0, 10.0) is None


@pytest.mark.parametrize(("code", "name"), [
    ("uk", "Ukrainisch"), ("de-simple", "Einfaches Deutsch"), ("prs", "Dari"), ("zh-hans", "Chinesisch"),
    ("gsw", "Schweizerdeutsch"), ("xx-none", "xx-none")])
def test_names_of_languages(code: str, name: str) -> None:
    assert wording().language(code) == name


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_all_others_in_its_own_words(code: str) -> None:
    names = [wording(code).language(other) for other in CODES]
    assert len(set(names)) == len(CODES)
    assert not set(names) & set(CODES)


def test_a_note_names_another_language_only() -> None:
    assert wording("tr").language_note("tr") == ""
    assert wording("tr").language_note("de") == "Almanca"
    assert wording("de-simple").language_note("de") == ""
    assert wording("de").language_note("de-simple") == ""
    assert wording("en").language_note("de-simple") == "Simple German"


def test_what_is_not_known_is_not_said() -> None:
    words = wording()
    assert [words.cost(cost) for cost in ("free", "paid", "unknown")] == ["Kostenlos", "Kostet etwas", ""]
    assert words.wheelchair("unknown") == ""
    assert all(words.wheelchair(answer) for answer in ("yes", "limited", "no"))
    assert words.hours(State("closed")) == "Geschlossen"
    assert words.hours(State("open")) == "Jetzt geöffnet"


def test_a_row_of_a_list() -> None:
    listing = Listing(1, "city:a", "offer", "place", "de", "Haus", "Ein Haus", "free", "limited", "Innenstadt",
                      "Fr 09:00-17:00; PH off", KOBERG.latitude, KOBERG.longitude)
    assert wording("en").row(listing) == {
        "id": "city:a", "kind": "offer", "icon": "place", "title": "Haus", "summary": "Ein Haus",
        "language": "German", "textLanguage": "de", "state": "open", "hours": "Open until 17:00",
        "distance": "50 m away", "district": "Innenstadt", "free": True, "wheelchair": True}
    unknown = wording().row(Listing(1, "city:g", "guide", "", "de", "Rat", "", "", "", "", "", None, None))
    assert (unknown["kind"], unknown["icon"], unknown["state"], unknown["hours"], unknown["distance"]) == (
        "guide", "guide", "", "", "")
    assert (unknown["free"], unknown["wheelchair"]) == (False, False)


def test_the_holidays_are_those_of_the_land() -> None:
    reformation = datetime.fromisoformat("2026-10-31T10:00")
    assert said("Sa 09:00-12:00", "2026-10-31T10:00") == "Öffnungszeiten nicht bekannt"
    assert state_at("Sa 09:00-12:00", reformation, "BE").kind == "open"
