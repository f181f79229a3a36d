"""JSON Schemas of the wire form, made from the types in `content.record`; `python -m content.schema` writes them."""

import json
from importlib.resources import files
from typing import Any

import msgspec

from content.record import Guide, GuideText, Offer, OfferText

KINDS: dict[str, type[Offer] | type[Guide]] = {"offer": Offer, "guide": Guide}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an "offer" or a "guide".

    Fields it does not name are allowed: a newer version's are kept though not understood.
    """
    made: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(KINDS[kind])))
    for text in (OfferText, GuideText):
        _allow_plain_text(made["$defs"].get(text.__name__, {}))
    return {"$schema": DIALECT, "title": kind, **made}


def stored(kind: str) -> dict[str, Any]:
    """The schema as it is published beside this module."""
    found: dict[str, Any] = json.loads((files("content.schema") / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def _allow_plain_text(text: dict[str, Any]) -> None:
    """Blocks may travel as a string of plain text or HTML, too (`content.wire.read`)."""
    for name, field in text.get("properties", {}).items():
        if field.get("items") == {"$ref": "#/$defs/Block"}:
            text["properties"][name] = {"anyOf": [{"type": "string"}, field]}
