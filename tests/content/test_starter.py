"""The starter content is true and whole: ten languages, source and day, only numbers and places that may be shown."""

import csv
import json
import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from content import builtin, wire
from content.authored import read_offer
from content.districts import load_districts
from content.hours import state_at
from content.language import LANGUAGES
from content.record import Offer, OfferText
from content.topics import load_topics

STARTER = Path(builtin.__file__).parent / "starter"
PLAIN_WEEK = [datetime.fromisoformat("2026-11-16") + timedelta(hours=hour) for hour in range(7 * 24)]
SHORT = 300


def tables(folder: str) -> list[dict[str, Any]]:
    return [table for file in sorted((STARTER / folder).glob("*.toml"))
            for table in tomllib.loads(file.read_text(encoding="utf-8"))["offer"]]


def offers(folder: str) -> list[Offer]:
    return [read_offer(table, folder, table["id"]) for table in tables(folder)]


ALL = offers("helplines") + offers("luebeck")
each_offer = pytest.mark.parametrize("offer", ALL, ids=lambda offer: offer.id)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@each_offer
def test_is_told_in_all_ten_languages(offer: Offer) -> None:
    assert set(offer.texts) == {language.code for language in LANGUAGES}
    assert all(text.title.strip() and 0 < len(text.summary) <= SHORT for text in offer.texts.values())
    assert {code for code, text in offer.texts.items() if text.reviewed} == {"de"}


@each_offer
def test_names_its_source_and_its_day(offer: Offer) -> None:
    assert offer.source.url.startswith(("https://", "http://"))
    assert offer.source.assured_date is not None
    assert date(2018, 1, 1) <= offer.source.assured_date <= datetime.now(UTC).date()


@each_offer
def test_uses_topics_and_districts_that_exist(offer: Offer) -> None:
    topics, districts = load_topics(), load_districts().names
    assert offer.topics
    assert [topic for topic in offer.topics if topics.get(topic) is None] == []
    assert all(place.district in ("", *districts) for place in offer.places)


@each_offer
def test_tells_the_same_numbers_in_every_language(offer: Offer) -> None:
    german = set(re.findall(r"\d+", f"{offer.texts['de'].title} {offer.texts['de'].summary}"))
    for language, text in offer.texts.items():
        assert set(re.findall(r"\d+", f"{text.title} {text.summary}")) == german, language


@each_offer
def test_has_hours_that_can_be_evaluated(offer: Offer) -> None:
    if offer.hours and offer.hours.osm:
        assert {state_at(offer.hours, hour).kind for hour in PLAIN_WEEK} <= {"open", "closed"}


@pytest.mark.parametrize("table", tables("helplines") + tables("luebeck"), ids=lambda table: table["id"])
def test_has_no_field_the_wire_form_does_not_know(table: dict[str, Any]) -> None:
    reviewed = table.pop("reviewed", None)
    offer = read_offer({**table, "reviewed": reviewed or []}, "starter", table["id"])
    raw = {**table, "type": "offer", "id": offer.id, "source": {**table["source"], "feed": "starter"}}
    assert json.loads(wire.read(raw)[1]).keys() == json.loads(wire.encode(wire.read(raw)[0])).keys()
    assert _paths(raw) <= _paths(json.loads(wire.encode(offer)))


def _paths(value: Any, path: str = "") -> set[str]:
    """The fields of nested data, list positions left out."""
    if isinstance(value, dict):
        return {found for key, item in value.items() for found in _paths(item, f"{path}.{key}")}
    if isinstance(value, list) and value:
        return {found for item in value for found in _paths(item, path)}
    return {path}


SCRIPTS = {
    "ar": (r"[\u0621-\u064a]", r"[یکگپچژ]"), "fa": (r"[\u0621-\u06cc]", r"[يكةى]"),
    "uk": (r"[а-яіїєґ]", r"[ыэёъ]"), "ru": (r"[а-яё]", r"[іїєґ]"),
    "ro": (r"[a-zăâîșț]", r"[şţ]"), "pl": (r"[a-ząćęłńóśźż]", r"[а-я]"), "tr": (r"[a-zçğıöşü]", r"[а-я]"),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_is_written_with_the_letters_of_its_language(language: str) -> None:
    needed, foreign = SCRIPTS[language]
    for text in texts(language):
        assert re.search(needed, text.summary)
        assert not re.search(foreign, text.title + text.summary), text


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_is_set_carefully(language: str) -> None:
    for text in texts(language):
        assert text.summary[-1] in ".!?؟", text
        for words in (text.title, text.summary):
            assert words == words.strip()
            assert not re.search(r"""  |\s[,.;:!?،؛؟]|["']|\(\s|\s\)""", words), words


def texts(language: str) -> list[OfferText]:
    return [offer.texts[language] for offer in ALL]


def test_the_emergency_screen_begins_with_112_and_110_and_forgets_none() -> None:
    order = builtin.emergency_order()
    assert order[:2] == ("helplines:112", "helplines:110")
    assert sorted(order) == sorted(offer.id for offer in offers("helplines"))


def test_numbers_are_the_verified_ones(shared_data: Path) -> None:
    with (shared_data / "helplines-de" / "helplines_verified.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    verified = {row["number"] for row in rows if "verified" in row["status"] and "NOT" not in row["status"]}
    ours = {digits(phone) for offer in offers("helplines") for contact in offer.contacts for phone in contact.phones}
    assert ours - {"0451115"} == verified
    assert "0451/115" in next(row["name_de"] for row in rows if row["number"] == "115")
    free = {row["number"] for row in rows if row["cost"] == "frei"}
    for offer in offers("helplines"):
        number = digits(offer.contacts[0].phones[0])
        assert (offer.cost == "free") == (number in free), offer.id


def test_places_show_only_what_may_be_shown(shared_data: Path) -> None:
    lines = (shared_data / "luebeck-offers" / "offers.jsonl").read_text(encoding="utf-8").splitlines()
    facts = {fact["id"]: fact for fact in map(json.loads, lines)}
    for offer in offers("luebeck"):
        fact = facts[offer.id.partition(":")[2]]
        stale = fact["stale_fields"]
        assert fact["confidence"] in ("high", "medium"), offer.id
        assert str(offer.source.assured_date) == fact["source_date"], offer.id
        assert offer.source.url in {source["url"] for source in fact["sources"]}, offer.id
        addresses = [place.address for place in offer.places if place.address]
        hidden = not fact["address_complete"] or {"street", "street number"} & set(stale)
        assert len(addresses) <= (0 if hidden else 1), offer.id
        assert all(fact["street"].startswith(address.partition(",")[0]) for address in addresses), offer.id
        assert _own_phones(offer) <= ({digits(fact["phone"])} if "phone" not in stale else set()), offer.id
        assert {contact.email for contact in offer.contacts} <= {"", *([] if "email" in stale else [fact["email"]])}


def _own_phones(offer: Offer) -> set[str]:
    """Phone numbers of an offer without those of another place that is named."""
    return {digits(phone) for contact in offer.contacts if not contact.name for phone in contact.phones}


def test_no_way_to_a_womens_shelter_is_shown() -> None:
    for offer in offers("luebeck"):
        if "frauenhaus" in offer.id:
            assert offer.places == ()
            assert {phone for contact in offer.contacts for phone in contact.phones} == {"116 016"}
