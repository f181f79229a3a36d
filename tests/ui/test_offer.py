"""An offer on the screen: everything that is known, in the visitor's words, and nothing that is not."""

from typing import Any

import pytest

from content.library import Library
from tests.ui.copy import KOBERG, damage, fill, guide, offer, wording
from ui.viewmodels.offer import OfferView

FULL: dict[str, Any] = {
    "kind": "place", "provider": "Stadt", "alert": "Umbau bis Mai", "cost": "paid", "languages": ["tr", "prs"],
    "audiences": ["Eltern", "Kinder"], "last_modified": "2026-10-01T22:30:00Z",
    "hours": {"osm": "Mo-Fr 09:00-17:00; PH off", "raw": "werktags"},
    "places": [{"name": "Haus", "address": "Straße 1", "district": "Innenstadt", "latitude": KOBERG.latitude,
                "longitude": KOBERG.longitude,
                "accessibility": {"wheelchair": "limited", "toilet": "yes", "text": "Eine Stufe"}}, {}],
    "contacts": [{"name": "Frau Muster", "phones": ["0451 1"], "email": "a@b.example", "website": "https://b.example",
                  "languages": ["en"], "hours": {"osm": "Fr 12:00-14:00; PH off"}}, {}],
    "texts": {"de": {"title": "Treff", "summary": "Kurz", "description": "Was es ist", "eligibility": "Alle",
                     "application_process": "Anmelden", "fees": "2 Euro", "required_documents": "Ausweis"}},
    "source": {"feed": "city", "url": "https://city.example/1"},
}


def facts(library: Library, language: str = "de", **fields: Any) -> dict[str, Any]:
    fill(library.store, offer("a", **fields))
    view = OfferView(library, "SH")
    view.show("city:a", wording(language))
    return view.facts


def test_everything_that_is_known(library: Library) -> None:
    shown = facts(library, **FULL)
    assert {name: shown[name] for name in ("icon", "title", "provider", "summary", "note", "alert", "languages", "cost",
                                           "audiences", "source", "asOf")} == {
        "icon": "place", "title": "Treff", "provider": "Stadt", "summary": "Kurz", "note": "",
        "alert": "Umbau bis Mai", "languages": "Türkisch, Dari", "cost": "Kostet etwas",
        "audiences": "Eltern, Kinder", "source": "https://city.example/1", "asOf": "Stand: 2. Oktober 2026"}


def test_the_sections_in_their_order(library: Library) -> None:
    shown = facts(library, **FULL)["sections"]
    texts = [section["blocks"][0]["text"] for section in shown]
    assert texts == ["Was es ist", "Alle", "Anmelden", "2 Euro", "Ausweis"]
    assert shown[0]["title"] == ""
    assert len({section["title"] for section in shown}) == 5
    only, = facts(library, texts={"de": {"title": "a", "fees": "2 Euro"}})["sections"]
    assert only["title"] == shown[3]["title"]


def test_a_place(library: Library) -> None:
    known, unknown = facts(library, **FULL)["places"]
    assert known == {"name": "Haus", "address": "Straße 1", "district": "Innenstadt", "distance": "50 m entfernt",
                     "geo": "geo:53.87130,10.68840", "wheelchair": known["wheelchair"], "accessibility": "Eine Stufe",
                     "toilet": known["toilet"]}
    assert known["wheelchair"]
    assert known["toilet"]
    assert set(unknown.values()) == {""}


def test_a_contact_has_hours_of_its_own(library: Library) -> None:
    known, unknown = facts(library, **FULL)["contacts"]
    assert known == {"name": "Frau Muster", "phones": ["0451 1"], "email": "a@b.example",
                     "website": "https://b.example", "languages": "Englisch", "hours": "Geschlossen, öffnet: 12:00"}
    assert (unknown["phones"], unknown["hours"], unknown["languages"]) == ([], "", "")


def test_the_week(library: Library) -> None:
    hours = facts(library, **FULL)["hours"]
    assert (hours["state"], hours["now"], hours["raw"]) == ("open", "Geöffnet bis 17:00", "")
    assert [day["times"] for day in hours["days"]] == ["09:00–17:00"] * 5 + ["Geschlossen"] * 2
    assert [day["name"] for day in hours["days"] if day["today"]] == ["Freitag"]


@pytest.mark.parametrize(("hours", "state", "now", "raw"), [
    (None, "unknown", "Öffnungszeiten nicht bekannt", ""),
    ({"raw": "auf Anfrage"}, "unknown", "Öffnungszeiten nicht bekannt", "auf Anfrage"),
    ({"raw": "nur mit Termin", "by_appointment": True}, "by_appointment", "Nach Vereinbarung", "nur mit Termin"),
    ({"osm": "24/7"}, "open", "Tag und Nacht", ""),
    ({"osm": "24/7", "by_appointment": True}, "by_appointment", "Nach Vereinbarung", ""),
    ({"osm": "24/7", "temporarily_closed": True}, "closed", "Geschlossen", "")])
def test_hours_are_never_guessed(library: Library, hours: Any, state: str, now: str, raw: str) -> None:
    shown = facts(library, hours=hours)["hours"]
    assert (shown["state"], shown["now"], shown["raw"]) == (state, now, raw)
    assert shown.get("closedForNow", False) == bool(hours and hours.get("temporarily_closed"))


def test_what_never_closes_needs_no_table(library: Library) -> None:
    assert facts(library, hours={"osm": "24/7"})["hours"]["days"] == []


def test_a_day_begins_its_line_with_a_capital(library: Library) -> None:
    names = [day["name"] for day in facts(library, "uk", **FULL)["hours"]["days"]]
    assert (names[0], names[-1]) == ("Понеділок", "Неділя")


def test_a_number_is_not_turned_around_and_a_postcode_stays_with_its_town(library: Library) -> None:
    text = {"title": "Rat 116 117", "summary": "Ruf 0800 111 0 111", "description": "Oder 0451 115"}
    shown = facts(library, texts={"de": text}, places=[{"address": "Weg 12, 23552 Lübeck"}])
    assert (shown["title"], shown["summary"]) == ("Rat 116\u00a0117", "Ruf 0800\u00a0111\u00a00\u00a0111")
    assert shown["sections"][0]["blocks"][0]["text"] == "Oder 0451\u00a0115"
    assert shown["places"][0]["address"] == "Weg 12, 23552\u00a0Lübeck"


def test_what_is_unknown_stays_unknown(library: Library) -> None:
    shown = facts(library)
    empty = ("provider", "note", "alert", "languages", "cost", "audiences", "source")
    assert [shown[name] for name in empty] == [""] * len(empty)
    assert [shown[name] for name in ("sections", "places", "events", "contacts")] == [[], [], [], []]


def test_an_event_has_dates_and_no_unknown_hours(library: Library) -> None:
    shown = facts(library, kind="event", events=[{"starts": "2026-11-19T10:00:00"}, {"starts": "2026-11-21T14:00:00Z"}])
    assert shown["hours"] == {}
    assert shown["events"] == [{"when": "Samstag, 21. November 2026, 15:00"}]
    assert facts(library, kind="event", hours={"osm": "24/7"})["hours"]["state"] == "open"


TURKISH = {"de": {"title": "Rat"}, "tr": {"title": "Danışma", "reviewed": False}}


@pytest.mark.parametrize(("language", "title", "note"), [
    ("de", "Rat", ""), ("de-simple", "Rat", ""), ("tr", "Danışma", "ana dili"), ("en", "Rat", "German")])
def test_a_note_says_what_to_know_of_the_text(library: Library, language: str, title: str, note: str) -> None:
    shown = facts(library, language, texts=TURKISH)
    assert shown["title"] == title
    assert note in shown["note"]
    assert bool(note) == bool(shown["note"])


@pytest.mark.parametrize("reviewed", [True, None])
def test_no_note_where_somebody_read_it_or_nothing_is_said(library: Library, *, reviewed: bool | None) -> None:
    assert facts(library, "tr", texts={"de": {"title": "a"}, "tr": {"title": "b", "reviewed": reviewed}})["note"] == ""


@pytest.mark.parametrize(("more", "said"), [
    ({"source": {"feed": "city", "assured_date": "2026-02-01"}, "last_modified": "2026-10-01T10:00:00Z"}, "1. Februar"),
    ({"last_modified": "2026-10-01T10:00:00Z"}, "1. Oktober"), ({}, "19. November")])
def test_as_of_when_vouched_for_else_changed_else_read(library: Library, more: dict[str, Any], said: str) -> None:
    assert facts(library, **more)["asOf"] == f"Stand: {said} 2026"


@pytest.mark.parametrize("target", ["city:gone", "city:guide", "city:broken", ""])
def test_nothing_of_one_offer_stays_for_another(library: Library, target: str) -> None:
    fill(library.store, offer("a"), offer("broken"), guide("guide"))
    damage(library, "city:broken")
    view = OfferView(library, "SH")
    view.show("city:a", wording())
    assert view.facts["title"] == "Rat"
    view.show(target, wording())
    assert view.facts == {}


def test_the_end_of_the_visit_forgets_it(library: Library) -> None:
    fill(library.store, offer("a"))
    view = OfferView(library, "SH")
    view.show("city:a", wording())
    view.forget()
    assert view.facts == {}
