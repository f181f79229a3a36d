"""Entries of a feed with its own fields as offers, by a mapping."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from content.language import GERMAN, canonical
from content.link import email, phone, website
from content.record import feed_of
from content.topics import sort_into_topics
from sync.source import Pull
from sync.sources.expression import hours_from_text
from sync.sources.field import Field, Row, as_written, every, first
from sync.sources.gathering import TWICE, Gathering
from sync.sources.mapping import ContactMapping, Mapped, PlaceMapping
from sync.sources.tongue import tongues
from sync.sources.value import blocks, coordinates, day_of, moment, title

_TEXTS = ("description", "eligibility", "application_process", "fees", "required_documents")
_COSTS = {"free", "paid"}
_YES = {"yes", "limited", "no"}
_BETWEEN_NUMBERS = re.compile(r"\s*[\n;]\s*|\s{3,}")


def offers_of(entries: Iterable[Row], mapping: Mapped, feed: str) -> Pull:
    """The offers of all entries; those of one key in several languages are one offer."""
    gathering = Gathering()
    offers: dict[str, dict[str, Any]] = {}
    repeated: Counter[str] = Counter()
    for number, entry in enumerate(entries, 1):
        key, name = first(mapping.key, entry), title(first(mapping.title, entry))
        language = canonical(first(mapping.language, entry) or GERMAN)
        if key in offers and language in offers[key]["texts"] and mapping.repeated == "number":
            repeated[key] += 1
            key = f"{key}#{repeated[key] + 1}"
        if reason := _fault(key, name, language, offers):
            gathering.reject(key or f"entry {number}", reason)
            continue
        offer = offers.get(key) or offers.setdefault(key, _facts(entry, f"{feed}:{key}", name, language, mapping))
        offer["texts"][language] = _text(entry, name, mapping)
    for key, offer in offers.items():
        gathering.keep(key, offer)
    return gathering.pull()


def _fault(key: str, name: str, language: str, offers: Mapping[str, dict[str, Any]]) -> str:
    """Why an entry cannot be kept, "" if it can."""
    if not key:
        return "no key"
    if not name:
        return "no title"
    return TWICE if key in offers and language in offers[key]["texts"] else ""


def _text(entry: Row, name: str, mapping: Mapped) -> dict[str, Any]:
    return {"title": name, "summary": first(mapping.summary, entry),
            **{field: blocks(*as_written(getattr(mapping, field), entry)) for field in _TEXTS}}


def _facts(entry: Row, record_id: str, name: str, language: str, mapping: Mapped) -> dict[str, Any]:
    """What is the same in every language, in the wire form; the texts are still to come."""
    feed = feed_of(record_id)
    place, contact = _place(mapping.place, entry), _contact(mapping.contact, entry)
    return {
        "type": "offer", "kind": mapping.kind, "id": record_id, "original_language": language, "texts": {},
        "source": {"feed": feed, "url": website(first(mapping.url, entry)), "licence": first(mapping.licence, entry),
                   "assured_date": day_of(first(mapping.assured_date, entry))},
        "provider": first(mapping.provider, entry),
        "places": [place] if any(place.values()) else [],
        "hours": hours_from_text(first(mapping.hours, entry)),
        "contacts": [contact] if any(contact.values()) else [],
        "languages": tongues(every(mapping.languages, entry)),
        "topics": sort_into_topics([*every(mapping.topics, entry), name], feed),
        "audiences": every(mapping.audiences, entry),
        "cost": _one_of(_COSTS, mapping.cost, entry),
        "alert": first(mapping.alert, entry),
        "last_modified": moment(first(mapping.last_modified, entry)),
    }


def _place(mapping: PlaceMapping, entry: Row) -> dict[str, Any]:
    wheelchair, toilet = (_one_of(_YES, field, entry) for field in (mapping.wheelchair, mapping.toilet))
    said = "\n".join(every(mapping.accessibility, entry))
    known = said or {wheelchair, toilet} != {"unknown"}
    return {
        "name": first(mapping.name, entry),
        "address": first(mapping.address, entry),
        "district": first(mapping.district, entry),
        **coordinates(first(mapping.latitude, entry), first(mapping.longitude, entry)),
        **({"accessibility": {"wheelchair": wheelchair, "toilet": toilet, "text": said}} if known else {}),
    }


def _contact(mapping: ContactMapping, entry: Row) -> dict[str, Any]:
    numbers = (phone(part) for text in as_written(mapping.phones, entry) for part in _BETWEEN_NUMBERS.split(text))
    return {
        "name": first(mapping.name, entry),
        "phones": list(dict.fromkeys(filter(None, numbers))),
        "email": email(first(mapping.email, entry)),
        "website": next(filter(None, map(website, every(mapping.website, entry))), ""),
    }


def _one_of(words: set[str], field: Field, entry: Row) -> str:
    """A word of a fixed set; anything else a feed may say is unknown."""
    found = first(field, entry).lower()
    return found if found in words else "unknown"
