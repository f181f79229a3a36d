"""The published schemas say what the types say, and accept what the copy exports."""

import json
from typing import Any

import jsonschema
import pytest

from content.block import Block
from content.record import Guide, GuideText, Offer, OfferText, Source
from content.schema import KINDS, schema, stored
from content.wire import encode

SOURCE = Source(feed="f")
OFFER = Offer(id="f:1", kind="place", source=SOURCE, texts={"de": OfferText(title="A")})
GUIDE = Guide(id="f:2", source=SOURCE, texts={"de": GuideText(title="B", blocks=(Block("paragraph", "C"),))})


@pytest.mark.parametrize("kind", KINDS)
def test_published_schema_is_current(kind: str) -> None:
    assert stored(kind) == schema(kind), "run: python -m content.schema"


@pytest.mark.parametrize(("kind", "record"), [("offer", OFFER), ("guide", GUIDE)])
def test_records_fit_their_schema(kind: str, record: Offer | Guide) -> None:
    jsonschema.validate(json.loads(encode(record)), stored(kind))


@pytest.mark.parametrize("change", [
    {"id": "no colon"}, {"kind": "shop"}, {"texts": {"de": {"title": ""}}}, {"cost": "cheap"},
    {"places": [{"latitude": 91}]},
])
def test_broken_offers_do_not(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**json.loads(encode(OFFER)), **change}, stored("offer"))


def test_long_text_may_be_a_string_and_unknown_fields_are_allowed() -> None:
    raw = {**json.loads(encode(OFFER)), "texts": {"de": {"title": "A", "description": "plain"}}, "new_field": 1}
    jsonschema.validate(raw, stored("offer"))
