"""The wire form: what comes from outside is checked and kept whole, also what a newer version adds."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import wire
from content.block import Block
from content.record import Guide, Offer


def offer(**more: Any) -> dict[str, Any]:
    return {"type": "offer", "id": "f:1", "kind": "service", "source": {"feed": "f"},
            "texts": {"de": {"title": "Beratung"}}, **more}


def test_an_offer_goes_there_and_back() -> None:
    place = {"name": "Haus", "latitude": 53.86, "longitude": 10.68, "accessibility": {"wheelchair": "yes"}}
    raw = offer(places=[place],
                hours={"osm": "Mo 09:00-12:00"}, events=[{"starts": "2026-12-01T15:00:00+01:00"}], cost="free",
                contacts=[{"phones": ["0451 1"], "hours": {"by_appointment": True}}], topics=["money"],
                last_modified="2026-05-04T08:00:00")
    record, body = wire.read(raw)
    assert isinstance(record, Offer)
    assert wire.decode(body) == record
    assert wire.encode(record) == body
    assert json.loads(body) == raw


def test_equal_records_have_equal_bodies_and_say_only_what_is_known() -> None:
    raw = offer(provider="", places=[], hours=None, cost="unknown", alert="")
    assert wire.read(raw)[1] == wire.read(dict(reversed(offer().items())))[1]
    assert json.loads(wire.read(raw)[1]) == offer()


def test_fields_of_a_newer_version_are_kept_at_every_depth() -> None:
    raw = offer(capacity=5, source={"feed": "f", "trust": "high"},
                places=[{"name": "Haus", "floor": 2}, {"name": "Hof"}],
                texts={"de": {"title": "Beratung", "mood": "warm", "description": [
                    {"kind": "paragraph", "text": "Hallo", "voice": "slow"}]}})
    record, body = wire.read(raw)
    assert json.loads(body) == raw
    assert wire.decode(body) == record


@pytest.mark.parametrize("raw", [
    offer(), offer(capacity=5), offer(cost="free", provider=""), offer(texts={"de": {"title": "<b>Rat</b>"}}),
    offer(texts={"de": {"title": "Rat", "fees": "frei"}}), offer(texts={"de": {"title": "Rat", "summary": " a  b "}}),
    offer(places=[{"latitude": 53, "longitude": "10.5"}])], ids=str)
def test_what_is_canonical_already_is_read_as_anything_else(raw: dict[str, Any]) -> None:
    body = msgspec.json.encode(raw, order="sorted")
    assert wire.read_canonical(body) == wire.read(raw)
    assert wire.read_canonical(wire.read(raw)[1]) == wire.read(wire_form(raw))


@pytest.mark.parametrize("raw", [None, [], "a", {}, offer(texts={}), offer(kind="x"), offer(source={"feed": "g"}),
                                 offer(original_language="en"), {**offer(), "type": "lesson"}], ids=str)
def test_what_is_canonical_and_cannot_be_kept_is_named_as_anything_else(raw: Any) -> None:
    with pytest.raises(wire.InvalidRecord, match=r"\$"):
        wire.read_canonical(msgspec.json.encode(raw, order="sorted"))


def wire_form(raw: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(wire.read(raw)[1])
    return made


def test_long_texts_may_be_html_and_titles_lose_theirs() -> None:
    record, _ = wire.read(offer(texts={"de": {
        "title": " <b>Rat</b> &amp; Tat ", "summary": "Kurz<br>gut", "description": "<p>Eins</p><p>Zwei</p>",
        "fees": "frei"}}))
    text = record.texts["de"]
    assert isinstance(record, Offer)
    assert (text.title, text.summary) == ("Rat & Tat", "Kurz gut")
    assert record.texts["de"].description == (Block("paragraph", "Eins"), Block("paragraph", "Zwei"))
    assert record.texts["de"].fees == (Block("paragraph", "frei"),)


def test_a_guide() -> None:
    record, body = wire.read({"type": "guide", "id": "f:a", "source": {"feed": "f"}, "parent": "f:b", "order": 2,
                              "texts": {"tr": {"title": "Konut", "blocks": "Merhaba"}}, "original_language": "tr"})
    assert isinstance(record, Guide)
    assert wire.decode(body) == record


@pytest.mark.parametrize(("change", "named"), [
    ({"type": "shop"}, r"\$\.type"),
    ({"id": "no-colon"}, r"\$\.id"),
    ({"id": "other:1"}, r"\$\.id"),
    ({"id": "f:" + "x" * 1100}, r"\$\.id"),
    ({"kind": "shop"}, r"\$\.kind"),
    ({"texts": {}}, r"\$\.texts"),
    ({"texts": {"de": {"title": ""}}}, r"\$\.texts\[\.\.\.\]\.title"),
    ({"texts": {"de": {"title": "x" * 501}}}, "title"),
    ({"texts": {"de": 5}}, r"\$\.texts"),
    ({"texts": 5}, r"\$\.texts"),
    ({"original_language": "en"}, r"\$\.original_language"),
    ({"places": [{"latitude": 91, "longitude": 0}]}, r"\$\.places\[0\]\.latitude"),
    ({"events": [{"starts": "tomorrow"}]}, r"\$\.events\[0\]\.starts"),
    ({"topics": [None]}, r"\$\.topics\[0\]"),
    ({"source": None}, r"\$\.source"),
    ({"extra": {("a", 1): 2}}, "key"),
    ({"extra": "\ud800"}, "surrogates"),
    ({"provider": "\udfff"}, "surrogates"),
])
def test_what_cannot_be_kept_is_named(change: dict[str, Any], named: str) -> None:
    with pytest.raises(wire.InvalidRecord, match=named):
        wire.read(offer(**change))


def test_a_record_may_not_be_nested_without_end() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(wire.InvalidRecord):
        wire.read(offer(extra=deep))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=8)


@given(st.dictionaries(st.sampled_from([*Offer.__struct_fields__, *Guide.__struct_fields__, "type", "new"]), JSON))
def test_nothing_but_one_error_comes_of_nonsense(fields: dict[str, Any]) -> None:
    try:
        record, body = wire.read(offer(**fields))
    except wire.InvalidRecord:
        return
    assert wire.decode(body) == record
    assert msgspec.json.decode(body)["id"] == record.id
