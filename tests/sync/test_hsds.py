"""HSDS services become offers: from tables of three versions, from files, and from servers as they are."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from content.block import Block
from content.record import Offer
from sync.source import NotFound, Pull, SourceError
from sync.sources.document import Documents, Limits
from sync.sources.hsds import Hsds
from sync.sources.hsds.contact import contacts_of
from sync.sources.hsds.offer import offer_of
from sync.sources.tongue import tongues
from tests.fakes.feed_server import FeedServer, answer


def offers(pull: Pull) -> dict[str, Offer]:
    return {record.id: record for record, _ in pull.records if isinstance(record, Offer)}


def service(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active", **more}


def test_baltimore_in_tables_of_version_1(shared_data: Path) -> None:
    found = offers(Hsds([str(shared_data / "hsds-baltimore-icarol/data/icarol-csv")], "b").pull())
    assert len(found) == 1876
    assert Counter(offer.cost for offer in found.values()) == {"unknown": 965, "free": 911}
    phones = [number for offer in found.values() for contact in offer.contacts for number in contact.phones]
    assert len(phones) > 1800
    assert "(410)    -" not in phones
    assert "(800) 370-LEAD" in phones
    names = {contact.name for offer in found.values() for contact in offer.contacts}
    assert "Hotline" in names
    assert not names & {"Phone 1", "Do not give out"}
    assert sum(place.latitude is not None for offer in found.values() for place in offer.places) > 1700
    assert Counter(language for offer in found.values() for language in offer.languages)["es"] > 300
    headed = [offer for offer in found.values()
              if any(block.kind == "heading" for block in offer.texts["en"].description)]
    assert len(headed) > 1000


def test_the_sample_of_version_1(shared_data: Path) -> None:
    pull = Hsds([str(shared_data / "hsds-baltimore-icarol/data/sample-csv")], "s").pull()
    found = offers(pull)
    assert {rejection.reason for rejection in pull.rejected} == {"the service is defunct", "the service is inactive"}
    library = found["s:9"]
    assert library.provider == "Redwood City Public Library"
    assert (library.places[0].accessibility.wheelchair, library.places[0].accessibility.toilet) == ("yes", "yes")
    assert [contact.name for contact in library.contacts[1:]] == [
        "Dave Genesy, Library Director", "Maria Kramer, Library Divisions Manager"]
    hours = found["s:22"].hours
    assert hours is not None
    assert hours.osm == "Mo-Fr 08:00-17:00; Sa 10:00-18:00; Su 11:00-17:00"


def test_the_sample_of_version_2(shared_data: Path) -> None:
    found = offers(Hsds([str(shared_data / "hsds-sample-2.0/all_resources")], "s").pull())
    assert len(found) == 10
    helpline = found["s:c89eb05c-62dd-4b64-b494-0cc347b6ea7f"]
    text = helpline.texts["en"]
    assert helpline.provider == "Sanctuary Example City"
    assert helpline.places[0].address == "Address 1, Address 2, New York City, NY 10001"
    assert helpline.places[0].accessibility.text == "disabled_parking\nSome details regarding the parking lot"
    assert helpline.hours is not None
    assert helpline.hours.osm == "Mo-We 09:00-17:00; 2019 Dec 24-2019 Dec 26 off"
    assert helpline.languages == ("en", "es")
    assert [block.text for block in text.eligibility] == ["adult"]
    assert [block.text for block in text.required_documents] == ["Sample required document"]


@pytest.mark.parametrize("path", ["hsds-spec-3.0/examples/csv", "hsds-spec-3.0/examples/service_full.json",
                                  "hsds-spec-3.1-dev/examples/service_full.json", "hsds-spec-3.1-dev/examples/csv"])
def test_version_3_says_the_same_in_tables_and_in_json(shared_data: Path, path: str) -> None:
    (offer,) = offers(Hsds([str(shared_data / path)], "s").pull()).values()
    assert offer.id == "s:ac148810-d857-441c-9679-408f346de14b"
    assert offer.texts["en"].summary == "MyCity Counselling Services"
    assert [block.text for block in offer.texts["en"].eligibility][-1] == "Age: 12–100"
    assert (offer.cost, offer.languages, offer.provider) == ("paid", ("ur",), "Example Organization Inc.")
    assert offer.source.assured_date is not None
    assert offer.alert.startswith("Following COVID-19")
    assert offer.places[0].latitude is None  # the example's 100° does not exist
    assert "+44 1234 234567 ext. 100" in [number for contact in offer.contacts for number in contact.phones]
    assert offer.hours is not None
    assert offer.hours.osm == ""  # "in weeks 41 and 42, three times" has no expression
    assert offer.hours.raw.startswith("The service is available from 10 am to 6pm")


def test_bristol(shared_data: Path) -> None:
    folder = shared_data / "oruk-bristol-live"
    pull = Hsds([str(folder / "bristol-services-page1.json")], "b").pull()
    assert (pull.read, len(pull.records), pull.rejected) == (3, 3, [])
    (offer,) = offers(Hsds([str(folder / "bristol-service-1625ip.json")], "b").pull()).values()
    assert [(contact.name, contact.phones) for contact in offer.contacts] == [
        ("", ()), ("", ("0800 0354213",)), ("Bristol Youth MAPS", ("0117 332 7111",))]
    assert offer.texts["en"].description[0] == Block("heading", "About Us", level=1)
    assert offer.texts["en"].eligibility == ()  # ages of -1
    assert offer.audiences == ("Homeless", "Care leavers")
    assert offer.last_modified is not None
    assert offer.last_modified.tzinfo is None


def test_one_id_128_times(shared_data: Path) -> None:
    mocks = shared_data / "oruk-validator-mocks/OpenReferralApi/Mocks"
    pull = Hsds([str(mocks / "V3.0-UK-Test/service_list.json")], "m").pull()
    assert (pull.read, len(pull.records), len(pull.rejected)) == (128, 1, 127)
    assert {rejection.reason for rejection in pull.rejected} == {"the id occurs twice; the first is kept"}
    pull = Hsds([str(mocks / "V3.0-UK-Fail/service_list.json")], "m").pull()
    assert (pull.read, len(pull.records)) == (4, 0)
    assert all("title" in rejection.reason for rejection in pull.rejected)


def test_a_package_is_found_below_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/service.csv").write_text("\ufeffID;Name;status\n1;Rat & Tat;active\n2;Zwei;\n", encoding="utf-8")
    assert [offer.texts["de"].title for offer in offers(Hsds([str(tmp_path)], "s", "de").pull()).values()] == [
        "Rat & Tat", "Zwei"]
    (tmp_path / "more").mkdir()
    (tmp_path / "more/services.csv").write_text("id,name\n")
    with pytest.raises(SourceError, match="several packages"):
        Hsds([str(tmp_path)], "s").pull()
    (tmp_path / "none").mkdir()
    with pytest.raises(NotFound, match=r"services\.csv"):
        Hsds([str(tmp_path / "none")], "s").pull()


def page(number: int, of: int, *services: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"total_pages": of, "page_number": number, "last_page": number == of, "contents": list(services), **more}


def ask(number: int) -> str:
    return f"/v3/services?page={number}&per_page=100&full=true"


def test_a_server_with_pages_of_full_services(server: FeedServer) -> None:
    server.json(ask(1), page(1, 2, service(1, phones=[]), service(2, phones=[])))
    server.json(ask(2), page(2, 2, service(3, contacts=[])))
    for address in (f"{server.url}/v3", f"{server.url}/v3/", f"{server.url}/v3/services"):
        assert list(offers(Hsds([address], "s").pull())) == ["s:s1", "s:s2", "s:s3"]
    assert {path for path, _ in server.asked} == {ask(1), ask(2)}


def test_shallow_lists_are_made_full_service_by_service(server: FeedServer) -> None:
    server.json(ask(1), page(1, 1, service(1), service(2), service(3)))
    server.json("/v3/services/s1", service(1, phones=[{"number": "0451 1"}, {"number": "0451 123"}]))
    server.json("/v3/services/s3", service(7, phones=[{"number": "0451 777"}]))
    found = offers(Hsds([f"{server.url}/v3"], "s").pull())
    assert [contact.phones for contact in found["s:s1"].contacts] == [("0451 1", "0451 123")]
    assert [found[f"s:s{number}"].contacts for number in (2, 3)] == [(), ()]


def test_a_server_without_details_is_asked_once(server: FeedServer) -> None:
    server.json(ask(1), page(1, 1, service(1), service(2), service(3)))
    server.routes["/v3/services/s1"] = answer("<html>Server error", 500, Content_Type="text/html")
    assert len(offers(Hsds([f"{server.url}/v3"], "s").pull())) == 3
    assert [path for path, _ in server.asked] == [ask(1), "/v3/services/s1"]


def test_details_that_fail_in_the_middle_fail_the_feed(server: FeedServer) -> None:
    server.json(ask(1), page(1, 1, service(1), service(2)))
    server.json("/v3/services/s1", service(1, phones=[]))
    server.routes["/v3/services/s2"] = answer("", 503)
    with pytest.raises(SourceError, match="HTTP 503"):
        Hsds([f"{server.url}/v3"], "s").pull()


def test_a_server_that_ignores_pages_gives_everything_once(server: FeedServer) -> None:
    everything = page(1, 1, *(service(number, phones=[]) for number in range(128)), total_items=31)
    server.json(ask(1), everything)
    assert len(offers(Hsds([f"{server.url}/v3"], "s").pull())) == 128


@pytest.mark.parametrize("second", [page(1, 3, service(1, phones=[])), page(2, 3)])
def test_a_list_that_does_not_go_on_is_not_taken_for_complete(server: FeedServer, second: dict[str, Any]) -> None:
    server.json(ask(1), page(1, 3, service(1, phones=[])))
    server.json(ask(2), second)
    with pytest.raises(SourceError, match="breaks off after"):
        Hsds([f"{server.url}/v3"], "s").pull()


@pytest.mark.parametrize("wrong", [{"message": "ok"}, "nothing", 5, None, {"contents": {}}])
def test_answers_that_are_no_services(server: FeedServer, wrong: Any) -> None:
    server.json(ask(1), wrong)
    with pytest.raises(SourceError, match="HSDS services were expected"):
        Hsds([f"{server.url}/v3"], "s").pull()


def test_pages_without_end_come_to_one(server: FeedServer) -> None:
    for number in range(1, 30):
        server.json(ask(number), page(number, 10**9, service(number, phones=[])))
    with pytest.raises(SourceError, match="more than 20 documents"):
        Hsds([f"{server.url}/v3"], "s", reading=lambda: Documents(Limits(documents=20))).pull()


@pytest.mark.parametrize(("fields", "cost"), [
    ({"fees_description": "None.   "}, "free"), ({"fees": "Kostenlos"}, "free"), ({"fees": "free of charge"}, "free"),
    ({"fees": "None. Donations requested"}, "unknown"), ({"fees": "Sliding scale"}, "unknown"), ({}, "unknown"),
    ({"cost_options": [{"amount": 0}]}, "free"), ({"cost_options": [{"amount": "2,50"}, {"amount": 0}]}, "paid"),
])
def test_cost_is_said_or_unknown(fields: dict[str, Any], cost: str) -> None:
    assert offer_of(service(1, **fields), "s", "en")["cost"] == cost


def at(location: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"location": location, **more}


MORNING = [{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}]
EVENING = [{"freq": "WEEKLY", "byday": "MO", "opens_at": "18:00", "closes_at": "20:00"}]


@pytest.mark.parametrize(("fields", "hours"), [
    ({"schedules": MORNING, "service_at_locations": [at({"schedules": EVENING})]}, "Mo 09:00-12:00"),
    ({"schedules": MORNING, "service_at_locations": [at({}, schedules=EVENING)]}, "Mo 18:00-20:00"),
    ({"service_at_locations": [at({"schedules": EVENING}), at({"schedules": EVENING})]}, "Mo 18:00-20:00"),
    ({"service_at_locations": [at({"schedules": EVENING}), at({"schedules": MORNING})]}, ""),
])
def test_the_nearest_schedule_counts(fields: dict[str, Any], hours: str) -> None:
    assert offer_of(service(1, **fields), "s", "en")["hours"].get("osm", "") == hours


def test_closed_for_a_while_and_german_addresses() -> None:
    address = {"address_1": "Kanalstraße 2", "city": "Musterstadt", "postal_code": "99999", "country": "DE"}
    places = [at({"name": "Haus", "addresses": [{"address_1": "Postfach", "address_type": "postal"}, address]}),
              at({"name": "Online", "location_type": "virtual"})]
    offer = offer_of(service(1, status="temporarily closed", service_at_locations=places), "s", "de")
    assert offer["hours"] == {"temporarily_closed": True}
    assert [place["name"] for place in offer["places"]] == ["Haus"]
    assert offer["places"][0]["address"] == "Kanalstraße 2, 99999 Musterstadt"


def test_numbers_that_are_none_cost_only_themselves() -> None:
    phones = [{"number": "(410)    -"}, {"number": "siehe oben"}, {"number": "0451 122", "type": "fax"},
              {"number": "0451 123", "type": "voice"}, {"number": None}, "0451"]
    organization = {"name": "Amt", "phones": [{"number": "0451 999"}], "email": "amt@a.example", "website": "a.example"}
    assert contacts_of({"phones": phones, "organization": organization}, "", "") == [
        {"phones": ["0451 123"], "email": "amt@a.example", "website": "https://a.example"}]
    assert contacts_of({"phones": phones[:2], "organization": organization}, "", "")[0]["phones"] == ["0451 999"]


@pytest.mark.parametrize(("said", "codes"), [
    (["Spanish."], ["es"]), (["Spanish, Chinese (Mandarin) and ASL."], ["es", "zh", "ase"]), (["ASL."], ["ase"]),
    (["Accommodations possible."], []), ([{"code": "pes", "name": "Farsi"}], ["fa"]), ([{"name": "Ukrainian"}], ["uk"]),
    (["Türkisch und Arabisch"], ["tr", "ar"]), (["en", "de-DE"], ["en", "de"]), ([None, 5, {}, ""], []),
])
def test_languages_by_name(said: list[Any], codes: list[str]) -> None:
    assert tongues(said) == codes


def test_two_files_are_one_feed(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.json").write_text(json.dumps(page(number, 2, service(number))))
    assert list(offers(Hsds([str(tmp_path / "1.json"), str(tmp_path / "2.json")], "s").pull())) == ["s:s1", "s:s2"]
