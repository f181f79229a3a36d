"""The form in which editors see records: every field has words and a place, and none is filled in unasked."""

import json

import pytest

from content.schema import KINDS, schema
from sync.hub.form import _words, attributes, record_schema


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title_and_every_title_a_field(kind):
    parts = schema(kind)["$defs"]
    for name, part in parts.items():
        assert set(_words()[name]) == set(part["properties"]) - {"type"}, name


@pytest.mark.parametrize("kind", KINDS)
def test_fields_stand_in_the_order_of_the_words_though_the_database_keeps_none(kind):
    record = attributes(kind)["uiSchema"]["record"]
    assert record["ui:order"] == [*_words()[kind.capitalize()], "*"]
    text = record["texts"]["additionalProperties"]
    assert text["ui:order"][:2] == ["title", "summary"]
    assert text["summary"]["ui:widget"] == "textarea"
    assert record["texts"]["ui:order"][0] == "de"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_filled_in_unasked_and_no_field_asks_for_nothing(kind):
    form = json.dumps(record_schema(kind))
    assert form.count('"default"') == 1  # the type, which nobody should have to choose
    assert '"null"' not in form


def test_a_long_text_is_one_text_or_pieces():
    ways = record_schema("offer")["$defs"]["OfferText"]["properties"]["description"]["anyOf"]
    assert [way["type"] for way in ways] == ["string", "array"]
    assert all(way["title"] for way in ways)


def test_topics_are_suggested_and_others_allowed():
    items = record_schema("offer")["$defs"]["Offer"]["properties"]["topics"]["items"]
    assert "housing" in items["examples"]
    assert "enum" not in items
