"""The form in which editors see a record: its schema, and in what order and how its fields are shown.

kinto-admin draws forms from what a collection says of itself (`schema`, `uiSchema`, `displayFields`); Kinto refuses
what does not fit the schema. The words are in `form.toml`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from content.language import LANGUAGES
from content.schema import schema
from content.topics import load_topics

_CODES = [language.code for language in LANGUAGES]
_NEEDLESS = {"id", "source", "feed"}
"""What a record of an editor's own need not say."""
_HIDDEN, _FIXED = {"ui:widget": "hidden"}, {"ui:readonly": True}
_LINES = {"ui:widget": "textarea", "ui:options": {"rows": 5}}
_LONG = {"summary", "text", "raw"}
_WAYS = ("as one text (plain, or simple HTML)", "piece by piece")


def attributes(kind: str) -> dict[str, Any]:
    """What a collection of "offer" or "guide" records says of itself."""
    form = record_schema(kind)
    record = _shown(form["$defs"], form["properties"]["record"])
    record |= {"type": _HIDDEN, "id": _FIXED, "source": {**record["source"], "feed": _FIXED}}
    return {"schema": form, "sort": "-last_modified", "displayFields": ["record.texts.de.title", "record.id"],
            "uiSchema": {"ui:order": ["problem", "pinned", "record", "harvested"], "problem": _FIXED, "record": record,
                         "harvested": _HIDDEN}}


def record_schema(kind: str) -> dict[str, Any]:
    """The schema of a Kinto record around an "offer" or a "guide"."""
    inner = schema(kind)
    parts = {name: _part(name, part) for name, part in inner["$defs"].items()}
    parts[kind.capitalize()]["properties"]["type"]["default"] = kind
    return {"type": "object", "required": ["record"], "$defs": parts, "properties": {
        "record": {"$ref": inner["$ref"], "title": kind.capitalize()},
        "pinned": {"type": "boolean", "title": "Pinned", "description": "The feed no longer changes or removes it."},
        "problem": {"type": "string", "title": "Why kiosks do not get it",
                    "description": "Stays empty, as long as nothing is wrong."},
        "harvested": {"type": "string", "title": "What the feed said last (a digest; leave it)"}}}


def _part(name: str, part: Mapping[str, Any]) -> dict[str, Any]:
    """A part of a record as editors read it: what is not known is left out, and nothing is filled in unasked."""
    words = _words().get(name, {})
    fields = {field: {**_field(field, of), **words.get(field, {})} for field, of in part["properties"].items()}
    return {"type": "object", "properties": fields,
            "required": [field for field in part["required"] if field not in _NEEDLESS]}


def _field(name: str, field: Mapping[str, Any]) -> dict[str, Any]:
    made = {key: value for key, value in field.items() if key not in {"default", "anyOf"}}
    choices = [_field(name, one) for one in field.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        made |= choices[0]
    elif choices:
        made["anyOf"] = [{**one, "title": way} for one, way in zip(choices, _WAYS, strict=True)]
    if name in _suggested() and made.get("type") == "array":
        made["items"] = {**made["items"], "examples": _suggested()[name]}
    return made


def _shown(parts: Mapping[str, Any], field: Mapping[str, Any], name: str = "") -> dict[str, Any]:
    """How a field is shown, with all that is in it: in the order of the words, for PostgreSQL keeps none."""
    if "$ref" in field:
        part = field["$ref"].rpartition("/")[2]
        inside = {one: _shown(parts, of, one) for one, of in parts[part]["properties"].items()}
        return {"ui:order": [*_words()[part], "*"], **{one: look for one, look in inside.items() if look}}
    if "anyOf" in field:
        return {"anyOf": [_LINES if one.get("type") == "string" else _shown(parts, one) for one in field["anyOf"]]}
    if "additionalProperties" in field:
        return {"ui:order": [*_CODES, "*"], "additionalProperties": _shown(parts, field["additionalProperties"])}
    if field.get("type") == "array":
        inside = _shown(parts, field["items"])
        return {"items": inside} if inside else {}
    return _LINES if name in _LONG else {}


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    """Of each part the fields, each with its `title` and, where there is one, its `description`."""
    read = tomllib.loads((files("sync.hub") / "form.toml").read_text(encoding="utf-8"))
    return {part: {field: {"title": title, **({"description": help_} if help_ else {})}
                   for field, (title, help_) in fields.items()} for part, fields in read.items()}


@cache
def _suggested() -> dict[str, list[str]]:
    return {"topics": [topic.id for topic in load_topics()], "languages": _CODES}
