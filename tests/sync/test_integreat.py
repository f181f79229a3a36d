"""Integreat regions become guides and offers: every language, every trap the server was seen to lay."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from content.record import Guide, Offer
from sync.source import NotFound, Pull, SourceError
from sync.sources.integreat import Integreat
from sync.sources.integreat.week import hours_of
from tests.fakes.feed_server import FeedServer, answer

Entry = dict[str, Any]


def entry(path: str, title: str, number: int | None = 1, content: str = "", **more: Any) -> Entry:
    """An entry as the server gives it; `others` are the paths of its translations by language."""
    others = {language: {"id": id_, "url": f"https://a.example{other}", "path": other}
              for language, (id_, other) in more.pop("others", {}).items()}
    return {"id": number, "url": f"https://a.example{path}", "path": path, "title": title, "content": content,
            "excerpt": "", "last_updated": "2026-05-04T08:00:00+02:00", "available_languages": others,
            "parent": {"id": 0, "url": None, "path": None}, "order": 1, **more}


def event(path: str, title: str, day: str, number: int | None = None, series: int | None = None, **more: Any) -> Entry:
    when = {"id": number, "start": f"{day}T15:00:00+01:00", "end": f"{day}T17:00:00+01:00", "all_day": False,
            "recurrence_id": series}
    nowhere = dict.fromkeys(("id", "name", "address", "town", "postcode", "latitude", "longitude"))
    return entry(path, title, number, event=when, location=nowhere, **more)


def lay_out(folder: Path, **answers: Any) -> str:
    """Write answers, named `language_kind`, as files of a region."""
    for name, entries in answers.items():
        language, kind = name.rsplit("_", 1)
        file = folder / language / f"{kind}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(entries))
    return str(folder)


def guides(pull: Pull) -> dict[str, Guide]:
    return {record.id: record for record, _ in pull.records if isinstance(record, Guide)}


def offers(pull: Pull) -> dict[str, Offer]:
    return {record.id: record for record, _ in pull.records if isinstance(record, Offer)}


def test_a_real_region(shared_data: Path) -> None:
    pull = Integreat(str(shared_data / "integreat-lkaugsburg"), "lka").pull()
    found = guides(pull)
    assert (pull.read, len(found), pull.rejected) == (238, 238, [])
    assert Counter(language for guide in found.values() for language in guide.texts) == {"de": 238, "en": 233}
    assert all(guide.parent in found or not guide.parent for guide in found.values())
    raw = json.loads((shared_data / "integreat-lkaugsburg/de/pages.json").read_text())
    assert {f"lka:{page['path']}": page["parent"]["path"] and f"lka:{page['parent']['path']}" for page in raw} == {
        id_: guide.parent or None for id_, guide in found.items()}
    assert sum(not guide.texts["de"].blocks for guide in found.values()) == 28 + 3
    assert sum(bool(guide.topic) for guide in found.values()) >= 230
    office = found["lka:/lkaugsburg/de/willkommen-lkaugsburg/landkreis/landratsamt/"]
    assert office.texts["en"].title == "The Augsburg District Office"
    english = {page["path"] for page in json.loads((shared_data / "integreat-lkaugsburg/en/pages.json").read_text())}
    assert {guide.texts["en"].key for guide in found.values() if "en" in guide.texts} == english
    assert "tel:+4982131020" in {block.url for block in office.texts["de"].blocks}


@pytest.fixture
def recorded(shared_data: Path, tmp_path: Path) -> Path:
    """The answers recorded from the CMS's own tests in 2022, with the 2026 location in place of the old one."""
    source = shared_data / "integreat-cms-2022-outputs/tests/api/expected-outputs"
    for file in source.glob("augsburg_*_*.json"):
        _, language, kind = file.stem.split("_", 2)
        if kind in {"pages", "locations", "events"} and language != "non-existing":
            (tmp_path / language).mkdir(exist_ok=True)
            shutil.copy(file, tmp_path / language / f"{kind}.json")
    shutil.copy(shared_data / "integreat-cms-2026-outputs/augsburg_de_locations.json", tmp_path / "de/locations.json")
    return tmp_path


def test_recorded_answers(recorded: Path) -> None:
    pull = Integreat(str(recorded), "augsburg").pull()
    assert not pull.rejected
    place = offers(pull)["augsburg:/augsburg/de/locations/test-ort/"]
    assert set(place.texts) == {"de", "en"}
    assert place.places[0].address == "Wolfgangstraße 2, 86153 Augsburg"
    assert place.places[0].accessibility.wheelchair == "yes"
    assert place.hours is not None
    assert place.hours.osm == "Mo-Tu,Th 10:00-13:00,15:00-18:00; Fr 10:00-14:00"
    assert place.provider == "Test Organization"
    series = offers(pull)["augsburg:/augsburg/de/events/test-veranstaltung/"]
    assert set(series.texts) == {"de", "en"}
    assert [date.starts.date().isoformat() for date in series.events] == [
        "2030-01-01", "2030-01-03", "2030-01-15", "2030-01-17", "2030-01-29", "2030-01-31"]


def test_two_pages_with_one_path_in_a_language_stay_two(recorded: Path) -> None:
    found = guides(Integreat(str(recorded), "a").pull())
    app, welcome = (found[f"a:/augsburg/de/willkommen/{name}/"]
                    for name in ("uber-die-app-integreat-augsburg", "willkommen-in-augsburg"))
    arabic = json.loads((recorded / "ar/pages.json").read_text())
    double = [page for page in arabic if page["path"] == arabic[2]["path"]]
    assert [guide.texts["ar"].title for guide in (app, welcome)] == [page["title"] for page in double]
    assert len(double) == 2


def test_languages_are_linked_from_either_side(tmp_path: Path) -> None:
    url = lay_out(
        tmp_path,
        de_pages=[entry("/r/de/a/", "A"), entry("/r/de/b/", "B", others={"tr": (7, "/r/tr/b/")})],
        tr_pages=[entry("/r/tr/b/", "B-tr"), entry("/r/tr/c/", "C-tr")],
        **{"de-si_pages": [entry("/r/de-si/a/", "A leicht", others={"de": (1, "/r/de/a/"), "en": (5, "/r/en/gone/")})]})
    texts = {id_: {language: text.title for language, text in guide.texts.items()}
             for id_, guide in guides(Integreat(url, "r").pull()).items()}
    assert texts == {"r:/r/de/a/": {"de": "A", "de-simple": "A leicht"}, "r:/r/de/b/": {"de": "B", "tr": "B-tr"},
                     "r:/r/tr/c/": {"tr": "C-tr"}}


def test_a_text_in_another_language_knows_its_own_key_and_address(recorded: Path) -> None:
    place = offers(Integreat(str(recorded), "augsburg").pull())["augsburg:/augsburg/de/locations/test-ort/"]
    german, english = place.texts["de"], place.texts["en"]
    assert (german.key, german.url) == ("", "")
    assert english.key.startswith("/augsburg/en/locations/")
    assert english.url.endswith(english.key)
    assert place.source.url.endswith("/augsburg/de/locations/test-ort/")


def test_german_under_a_foreign_address_is_not_stored(tmp_path: Path) -> None:
    german = {"others": {"de": (3, "/r/de/locations/amt/")}}
    url = lay_out(
        tmp_path,
        de_locations=[entry("/r/de/locations/amt/", "Amt", 3, "<p>Hier</p>",
                            others={"ar": (None, "/r/ar/locations/amt/"), "en": (4, "/r/en/locations/office/")})],
        ar_locations=[entry("/r/ar/locations/amt/", "Amt", None, "<p>Hier</p>", **german)],
        en_locations=[entry("/r/en/locations/office/", "Office", 4, "<p>Here</p>", **german)])
    (offer,) = offers(Integreat(url, "r").pull()).values()
    assert {language: text.title for language, text in offer.texts.items()} == {"de": "Amt", "en": "Office"}


def test_a_series_is_one_offer_whatever_day_it_is_read(tmp_path: Path) -> None:
    def read(*days: str) -> tuple[Offer, ...]:
        url = lay_out(
            tmp_path,
            de_events=[event(f"/r/de/events/café${day}/", "Café", day, series=4) for day in days]
            + [event("/r/de/events/fest/", "Fest", "2027-01-01", 9)],
            en_events=[event(f"/r/en/events/cafe${day}/", "Coffee", day, series=4) for day in days],
            tr_events=[event(f"/r/tr/events/café${day}/", "Café", day, series=4) for day in days]
            + [event("/r/tr/events/fest/", "Fest", "2027-01-01", others={"de": (9, "/r/de/events/fest/")})])
        return tuple(offers(Integreat(url, "r").pull()).values())

    cafe, feast = read("2026-12-03", "2026-12-01", "2026-12-01")
    assert cafe.id == "r:/r/de/events/café/"
    assert cafe.source.url == "https://a.example/r/de/events/café/"
    assert set(cafe.texts) == {"de", "en"}
    assert [date.starts.isoformat() for date in cafe.events] == [
        "2026-12-01T15:00:00+01:00", "2026-12-03T15:00:00+01:00"]
    assert (cafe.places, set(feast.texts), len(feast.events)) == ((), {"de"}, 1)
    assert read("2026-12-08")[0].id == cafe.id


def test_a_page_that_only_points_to_other_languages_is_empty(tmp_path: Path) -> None:
    pointing = ('\n<p>Bu sayfa seçilen dilde mevcut değil.</p>\n<ul><li>'
                '<a href="https://integreat.app/r/de/wohnen-und%20leben/">Deutsch</a></li></ul>')
    german = entry("/r/de/wohnen-und leben/", "Wohnen", 1, "<p>Text</p>")
    turkish = entry("/r/tr/konut/", "Konut", 2, pointing, others={"de": (1, "/r/de/wohnen-und leben/")})
    (guide,) = guides(Integreat(lay_out(tmp_path, de_pages=[german], tr_pages=[turkish]), "r").pull()).values()
    assert guide.texts["tr"].title == "Konut"
    assert guide.texts["tr"].blocks == ()
    assert guide.texts["de"].blocks


def test_the_tree_survives_circles_and_missing_parents(tmp_path: Path) -> None:
    def page(name: str, parent: str) -> Entry:
        return entry(f"/r/de/{name}/", name, parent={"id": 5, "url": "", "path": f"/r/de/{parent}/"})

    pages = [page("a", "b"), page("b", "a"), page("c", "c"), page("d", "gone"), page("e", "d")]
    url = lay_out(tmp_path, de_pages=pages)
    assert {id_: guide.parent for id_, guide in guides(Integreat(url, "r").pull()).items()} == {
        "r:/r/de/a/": "", "r:/r/de/b/": "", "r:/r/de/c/": "", "r:/r/de/d/": "", "r:/r/de/e/": "r:/r/de/d/"}


def test_contacts_of_a_place(tmp_path: Path) -> None:
    silent = dict.fromkeys(("name", "email", "phone_number", "mobile_number", "website"), "")
    contacts = [
        {**silent, "area_of_responsibility": None, "email": "amt@a.example", "phone_number": "+49 30 1",
         "website": "a.example", "opening_hours": [], "appointment_url": None},
        {**silent, "area_of_responsibility": "Kasse", "name": "Erika Muster", "mobile_number": "0171 2",
         "opening_hours": week(*[{**slots("09:00-12:00"), **ASK}] * 7), "appointment_url": "https://t.example/"},
        {**silent, "area_of_responsibility": "niemand", "opening_hours": None, "appointment_url": None}]
    place = entry("/r/de/locations/amt/", "Amt", contacts=contacts, phone_number="archived")
    url = lay_out(tmp_path, de_locations=[place])
    (offer,) = offers(Integreat(url, "r").pull()).values()
    general, desk = offer.contacts
    assert (general.email, general.phones, general.website, general.hours) == (
        "amt@a.example", ("+49 30 1",), "https://a.example", None)
    assert (desk.name, desk.phones) == ("Kasse: Erika Muster", ("0171 2",))
    assert desk.hours is not None
    assert (desk.hours.osm, desk.hours.by_appointment) == ('Mo-Su 09:00-12:00 "nach Vereinbarung"', True)
    (link,) = offer.texts["de"].application_process
    assert (link.text, link.url) == ("Kasse", "https://t.example/")


def week(*days: Entry) -> list[Entry]:
    return [{"allDay": False, "closed": False, "appointmentOnly": False, "timeSlots": [], **day} for day in days]


def slots(*times: str) -> Entry:
    return {"timeSlots": [dict(zip(("start", "end"), time.split("-"), strict=True)) for time in times]}


SHUT, ASK = {"closed": True}, {"appointmentOnly": True}


@pytest.mark.parametrize(("days", "osm", "by_appointment"), [
    (week(*[slots("08:00-12:00")] * 5, SHUT, SHUT), "Mo-Fr 08:00-12:00", False),
    (week(*[{"allDay": True}] * 7), "24/7", False),
    (week(*[SHUT] * 7), "off", False),
    (week(*[slots("00:00-08:00", "20:00-23:59")] * 7), "Mo-Su 20:00-08:00", False),
    (week(slots("18:00-23:59"), slots("00:00-06:00"), *[SHUT] * 5), "Mo 18:00-06:00", False),
    (week(slots("18:00-23:59"), *[SHUT] * 6), "Mo 18:00-24:00", False),
    (week({"allDay": True}, slots("00:00-06:00"), *[SHUT] * 5), "Mo 00:00-24:00; Tu 00:00-06:00", False),
    (week(slots("06:00-23:59"), slots("00:00-07:00"), *[SHUT] * 5), "Mo 06:00-24:00; Tu 00:00-07:00", False),
    (week(*[ASK] * 5, SHUT, SHUT), 'Mo-Fr "nach Vereinbarung"', True),
    (week(*[{**ASK, "allDay": True}] * 5, *[{**ASK, "closed": True}] * 2), 'Mo-Su "nach Vereinbarung"', True),
    (week(slots("07:30-12:00"), {**ASK, **slots("07:30-12:00")}, *[SHUT] * 5),
     'Mo 07:30-12:00; Tu 07:30-12:00 "nach Vereinbarung"', False),
])
def test_a_week_of_opening_hours(days: list[Entry], osm: str, by_appointment: bool) -> None:
    assert hours_of(days) == {"osm": osm, "by_appointment": by_appointment}


@pytest.mark.parametrize("days", [None, [], week(SHUT), "Mo-Fr", week(*[slots("x-y")] * 7)])
def test_hours_that_say_nothing_are_unknown(days: Any) -> None:
    assert hours_of(days) is None
    assert hours_of(days, temporarily_closed=True) == {"temporarily_closed": True}


@pytest.fixture
def region(server: FeedServer) -> FeedServer:
    """A region of two languages on a server."""
    server.json("/api/v3/regions/stadt/", {"path": "stadt", "languages": [{"code": "en"}, {"code": "de"}]})
    for language, title in (("en", "Housing"), ("de", "Wohnen")):
        other = {"de": "en", "en": "de"}[language]
        server.json(f"/api/v3/stadt/{language}/pages/", [
            entry(f"/stadt/{language}/wohnen/", title, others={other: (1, f"/stadt/{other}/wohnen/")})])
        server.json(f"/api/v3/stadt/{language}/locations/", [])
        server.json(f"/api/v3/stadt/{language}/events/", [])
    return server


def test_a_region_over_http_in_its_own_order_of_languages(region: FeedServer) -> None:
    (guide,) = guides(Integreat(f"{region.url}/stadt", "s").pull()).values()
    assert guide.id == "s:/stadt/en/wohnen/"
    assert guide.original_language == "en"
    assert {path for path, _ in region.asked if "//" in path} == set()


@pytest.mark.parametrize(("path", "reply"), [
    ("/api/v3/stadt/en/pages/", answer('{"error": "No language matches the given query."}', 404)),
    ("/api/v3/stadt/en/events/", answer("<!doctype html>500", 500, Content_Type="text/html")),
    ("/api/v3/stadt/en/locations/", answer("<!doctype html>ok", Content_Type="text/html")),
    ("/api/v3/stadt/en/pages/", answer('{"error": "x"}')),
    ("/api/v3/stadt/de/pages/", answer(b"", 503, Retry_After="600")),
    ("/api/v3/regions/stadt/", answer('{"error": "This region is archived."}', 404)),
    ("/api/v3/regions/stadt/", answer("{}")),
])
def test_without_its_list_or_first_language_or_peace_a_region_is_not_taken(
        region: FeedServer, path: str, reply: Any) -> None:
    region.routes[path] = reply
    with pytest.raises(SourceError, match=path):
        Integreat(f"{region.url}/stadt", "s").pull()


@pytest.mark.parametrize("url", ["http://a.example", "http://a.example/api/v3/"])
def test_an_address_without_a_region(url: str) -> None:
    with pytest.raises(SourceError, match="region is missing"):
        Integreat(url, "s").pull()


def test_folders_without_answers(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Integreat(str(tmp_path / "none"), "s").pull()
    with pytest.raises(SourceError, match=r"pages\.json"):
        Integreat(str(tmp_path), "s").pull()


def test_what_cannot_be_kept_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    german = [entry("/r/de/a/", ""), entry("/r/de/b/", "B"), entry("/r/de/b/", "B again"), entry("", "C")]
    english = [entry("/r/en/b/", " ", others={"de": (1, "/r/de/b/")})]
    pull = Integreat(lay_out(tmp_path, de_pages=german, en_pages=english), "r").pull()
    assert list(guides(pull)) == ["r:/r/de/b/"]
    assert sorted(rejection.key for rejection in pull.rejected) == ["", "/r/de/a/", "/r/de/b/", "/r/en/b/"]
    assert pull.read == len(pull.records) + len(pull.rejected)
