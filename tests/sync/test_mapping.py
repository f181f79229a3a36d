"""A mapping in TOML says where an offer's fields come from; what is wrong in it is named."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from content.record import Offer
from sync.source import SourceError
from sync.sources.document import Documents
from sync.sources.entries import offers_of
from sync.sources.field import Field, as_written, every, first
from sync.sources.json_list import JsonList
from sync.sources.mapping import Mapped, MappingError, load, shipped_names

ROW = {"NAME": " Haus  A ", "LEER": None, "ZAHL": 7, "LANG": 53.860000000000014, "JA": True, "LISTE": ["x", "", "y"],
       "ORT": {"PLZ": "99999", "NAMEN": ["Muster", "Stadt"]}, "a.b": "mit Punkt",
       "TELEFON": "1234 5\n5432 1", "KUERZEL": "A/B;C"}


def field(toml: Any) -> Field:
    return msgspec.convert(toml, Field)


@pytest.mark.parametrize(("toml", "values"), [
    ("NAME", ["Haus A"]),
    ("FEHLT", []),
    ("", []),
    ("ZAHL", ["7"]),
    ("LANG", ["53.86"]),
    ("JA", ["true"]),
    ("LISTE", ["x", "y"]),
    ("ORT.PLZ", ["99999"]),
    ("ORT.NAMEN.1", ["Stadt"]),
    ("ORT.NAMEN.9", []),
    ("a.b", ["mit Punkt"]),
    (["LEER", "NAME", "ZAHL", "NAME"], ["Haus A", "7"]),
    ({"constant": "Kita"}, ["Kita"]),
    ({"pattern": "{NAME}, {LEER}, {ORT.PLZ} {LEER}"}, ["Haus A, 99999"]),
    ({"pattern": "{LEER}, {ORT.PLZ}"}, ["99999"]),
    ({"pattern": "Nr. {LEER}"}, []),
    ({"field": "JA", "map": {"true": "free", "false": "paid"}}, ["free"]),
    ({"field": "ZAHL", "map": {"1": "yes"}, "otherwise": "unknown"}, ["unknown"]),
    ({"field": "ZAHL", "map": {"1": "yes"}, "otherwise": ""}, []),
    ({"field": "LISTE", "map": {"x": "X"}}, ["X", "y"]),
    ({"field": "KUERZEL", "split": "[/;]"}, ["A", "B", "C"]),
    ({"field": "NAME", "match": "[A-Z]$"}, ["A"]),
    ({"field": "NAME", "match": "(Haus) ([A-Z])"}, ["Haus"]),
    ({"field": "NAME", "match": "Garten"}, []),
])
def test_where_values_come_from(toml: Any, values: list[str]) -> None:
    assert every(field(toml), ROW) == values
    assert first(field(toml), ROW) == (values[0] if values else "")


def test_texts_keep_their_lines() -> None:
    assert as_written(field(["TELEFON", {"constant": "x"}]), ROW) == ["1234 5\n5432 1", "x"]


@pytest.mark.parametrize(("toml", "named"), [
    ("feed = 'a'\nkey = 'k'", "title"),
    ("feed = 'a b'\nkey = 'k'\ntitle = 't'", "feed"),
    ("feed = 'a'\nkey = 'k'\ntitle = 't'\nkind = 'shop'", "kind"),
    ("feed = 'a'\nkey = 'k'\ntitle = 't'\ntelefon = 't'", "telefon"),
    ("feed = 'a'\nkey = 'k'\ntitle = 't'\n[place]\nrollstuhl = 't'", "place"),
    ("feed = 'a'\nkey = 'k'\ntitle = 5", "title"),
    ("feed = 'a'\nkey = { field = 'k', constant = 'x' }\ntitle = 't'", "give one of"),
    ("feed = 'a'\nkey = { field = 'k', match = '(' }\ntitle = 't'", "no regular expression"),
    ("feed = ", "Invalid value"),
    ("?", "line 1"),
])
def test_a_wrong_mapping_is_an_error_that_names_the_field(tmp_path: Path, toml: str, named: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_bytes(toml.encode(errors="replace"))
    with pytest.raises(MappingError, match=rf"wrong\.toml: .*{named}"):
        load(str(file), Documents())


def test_all_shipped_mappings_can_be_used_and_others_are_named() -> None:
    for name in shipped_names():
        assert load(name, Documents()).feed
    with pytest.raises(MappingError, match=r"shipped are berlin-fairgnuegen, .*wo-ist-markt"):
        load("nothing", Documents())


def test_languages_of_one_key_are_one_offer() -> None:
    mapping = Mapped(feed="f", key=field({"field": "id", "match": r"^\d+"}), title="name", language="lang")
    rows = [{"id": "7", "lang": "de", "name": "Haus"}, {"id": "7_en", "lang": "EN", "name": "House"},
            {"id": "8_en", "lang": "en", "name": "Hall"}, {"id": "7_x", "lang": "de", "name": "Haus 2"},
            {"id": "8", "lang": "de", "name": ""}]
    pull = offers_of(rows, mapping, "f")
    assert [{language: text.title for language, text in record.texts.items()} for record, _ in pull.records] == [
        {"de": "Haus", "en": "House"}, {"en": "Hall"}]
    assert [record.original_language for record, _ in pull.records] == ["de", "en"]
    assert [rejection.key for rejection in pull.rejected] == ["7", "8"]


def test_an_offer_with_all_its_fields() -> None:
    mapping = msgspec.convert({
        "feed": "f", "key": "id", "title": "name", "kind": "service", "description": ["text", "more"],
        "topics": "art", "hours": ["zeiten", "auch"], "cost": {"field": "preis", "map": {"0": "free"}},
        "languages": "sprachen", "url": "web", "licence": {"constant": "CC0-1.0"}, "assured_date": "stand",
        "last_modified": "geaendert",
        "required_documents": "mitbringen", "alert": "hinweis", "summary": "kurz", "audiences": "fuer",
        "place": {"name": "ort", "address": {"pattern": "{str} {nr}, {plz}"}, "latitude": "lat", "longitude": "lon",
                  "wheelchair": "rolli", "accessibility": "zugang", "district": "teil"},
        "contact": {"name": "wer", "phones": "tel", "email": "mail", "website": "web"}}, Mapped)
    row = {"id": 1, "name": "Amt <b>A</b>", "text": "<p>Eins</p><p>Zwei</p>", "more": "Drei\n\nVier",
           "art": "Wohnen", "zeiten": "", "auch": "Mo 9-12 nach Absprache", "preis": 0,
           "sprachen": "Türkisch, Englisch", "web": "www.a.example",
           "stand": "2026-05-01", "geaendert": "gestern", "mitbringen": "- Ausweis\n- Foto", "hinweis": "Umzug!",
           "kurz": "", "fuer": ["Familien"], "ort": "Haus", "str": "Weg", "nr": 3, "plz": None, "lat": "53,86",
           "lon": "10.68", "rolli": "halb", "zugang": "Stufe", "teil": "Innenstadt", "wer": "Frau Muster",
           "tel": "0451 1 22 / 0451 1 33; fax", "mail": "Mail: amt@a.example"}
    (record, _), = offers_of([row], mapping, "f").records
    assert isinstance(record, Offer)
    assert record.texts["de"].title == "Amt A"
    assert [block.text for block in record.texts["de"].description] == ["Eins", "Zwei", "Drei", "Vier"]
    assert [block.kind for block in record.texts["de"].required_documents] == ["item", "item"]
    assert record.hours is not None
    assert (record.hours.osm, record.hours.raw) == (
        'Mo 09:00-12:00 "nach Vereinbarung"', "Mo 9-12 nach Absprache")
    assert (record.cost, record.languages, record.last_modified) == ("free", ("tr", "en"), None)
    assert (record.source.url, str(record.source.assured_date)) == ("https://www.a.example", "2026-05-01")
    place, contact = record.places[0], record.contacts[0]
    assert (place.address, place.latitude, place.district) == ("Weg 3", 53.86, "Innenstadt")
    assert (place.accessibility.wheelchair, place.accessibility.text) == ("unknown", "Stufe")
    assert (contact.phones, contact.email) == (("0451 1 22 / 0451 1 33",), "amt@a.example")


def test_offers_of_berlin_in_two_languages(shared_data: Path) -> None:
    file = str(shared_data / "berlin-fairgnuegen/fairgnuegen_data.json")
    pull = JsonList([file], load("berlin-fairgnuegen", Documents()), "berlin").pull()
    found = {record.id: record for record, _ in pull.records if isinstance(record, Offer)}
    assert (pull.read, len(found), pull.rejected) == (384, 384, [])
    assert {tuple(offer.texts) for offer in found.values()} == {("de", "en")}
    assert sum(offer.cost == "free" for offer in found.values()) == 123
    assert sum(bool(offer.places and offer.places[0].latitude) for offer in found.values()) == 379
    assert {word for offer in found.values() for word in offer.audiences} == {
        "Erwachsene", "Familie", "Kinder", "Kinder und Jugendliche", "Senioren", "alle"}
    assert all(contact.website.startswith("http") for offer in found.values() for contact in offer.contacts)
    titles = [text.title for offer in found.values() for text in offer.texts.values()]
    assert not [title for title in titles if {"\n", "\xad", "\xa0"} & set(title)]


@pytest.mark.parametrize(("document", "items", "count"), [
    ([{"id": 1, "n": "A"}, 5, None], "", 1),
    ({"data": {"items": [{"id": 1, "n": "A"}]}}, "data.items", 1),
])
def test_lists_in_json(tmp_path: Path, document: Any, items: str, count: int) -> None:
    (tmp_path / "list.json").write_text(json.dumps(document))
    mapping = Mapped(feed="f", key=field({"pattern": "{@file}-{id}"}), title="n", items=items)
    pull = JsonList([str(tmp_path / "list.json")], mapping, "f").pull()
    assert [record.id for record, _ in pull.records] == ["f:list-1"] * count


@pytest.mark.parametrize(("document", "items"), [
    ({}, ""), ([], "data"), ({"data": {}}, "data"), (5, ""), ("text", "a.b")])
def test_documents_that_are_no_lists(tmp_path: Path, document: Any, items: str) -> None:
    (tmp_path / "list.json").write_text(json.dumps(document))
    with pytest.raises(SourceError, match="a list of entries was expected"):
        JsonList([str(tmp_path / "list.json")], Mapped(feed="f", key="id", title="n", items=items), "f").pull()
