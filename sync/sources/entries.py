"""Entries of a feed with its own fields as offers, by a mapping."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from content.language import GERMAN, canonical
from content.link import email, phone, website
from content.topics import sort_into_topics
from sync.source import Pull
from sync.sources.expression import hours_from_text
from sync.sources.field import Field, Row, as_written, every, first
from sync.sources.harvest import TWICE, Harvest
from sync.sources.mapping import ContactMapping, Mapped, PlaceMapping
from sync.sources.tongue import tongues
from sync.sources.value import blocks, coordinates, day_of, moment, title

_TEXTS = ("description", "eligibility", "application_process", "fees", "required_documents")
_COSTS = {"free", "paid"}
_YES = {"yes", "limited", "no"}
_BETWEEN_NUMBERS = re.compile(r"\s*[\n;]\s*|\s{3,}")


def offers_of(entries: Iterable[Row], mapping: Mapped, feed: str) -> Pull:
    """The offers of all entries."""
    harvest = Harvest()
    offers: dict[str, dict[str, Any]] = {}
    repeated: Counter[str] = Counter()
    for number, entry in enumerate(entries, 1):
        key = first(mapping.key, entry)
        offer = _offer(entry, key, mapping, feed)
        (language, text), = offer["texts"].items()
        if not key or not text["title"]:
            harvest.reject(key or f"entry {number}", "no title" if key else "no key")
        elif language not in offers.get(key, {"texts": {}})["texts"]:
            offers.setdefault(key, offer)["texts"][language] = text
        elif mapping.repeated == "number":
            repeated[key] += 1
            offers[f"{key}#{repeated[key] + 1}"] = {**offer, "id": f"{offer['id']}#{repeated[key] + 1}"}
        else:
            harvest.reject(key, TWICE)
    for key, offer in offers.items():
        harvest.keep(key, offer)
    return harvest.pull()


def _offer(entry: Row, key: str, mapping: Mapped, feed: str) -> dict[str, Any]:
    """One entry in one language, in the wire form."""
    language = canonical(first(mapping.language, entry) or GERMAN)
    name = title(first(mapping.title, entry))
    return {
        "type": "offer", "kind": mapping.kind, "id": f"{feed}:{key}",
        "source": {"feed": feed, "url": website(first(mapping.url, entry)), "licence": first(mapping.licence, entry),
                   "assured_date": day_of(first(mapping.assured_date, entry))},
        "texts": {language: {"title": name, "summary": first(mapping.summary, entry),
                             **{field: blocks(*as_written(getattr(mapping, field), entry)) for field in _TEXTS}}},
        "original_language": language,
        "provider": first(mapping.provider, entry),
        "places": [place for place in (_place(mapping.place, entry),) if any(place.values())],
        "hours": hours_from_text(first(mapping.hours, entry)),
        "contacts": [contact for contact in (_contact(mapping.contact, entry),) if any(contact.values())],
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
