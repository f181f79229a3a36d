"""Locations and events of Integreat as offers."""

from collections.abc import Iterator, Mapping
from typing import Any

from content.link import email, phone, website
from content.topics import sort_into_topics
from sync.sources.integreat.record import Feed, common, latest, names, topic_title
from sync.sources.integreat.translation import Entry, Translations
from sync.sources.integreat.week import hours_of
from sync.sources.value import blocks, coordinates, moment, string, structure, structures, title

_WHEELCHAIR = {True: "yes", False: "no"}


def place_offer(feed: Feed, place: Translations, own: Mapping[str, Entry]) -> dict[str, Any]:
    """The offer of a location in the wire form; its facts are the same in every language."""
    facts = place.first.raw
    return {
        **common(feed, place, own), "type": "offer", "kind": "place",
        "texts": _texts(feed, place, own, _appointments(facts)),
        "provider": string(structure(facts.get("organization")).get("name")),
        "places": [_place(facts, own)],
        "hours": hours_of(facts.get("opening_hours"), temporarily_closed=facts.get("temporarily_closed") is True),
        "contacts": list(filter(None, map(_contact, _contacts(facts)))),
        "topics": sort_into_topics(_labels(place), feed.name),
        "last_modified": latest(own),
    }


def event_offer(feed: Feed, event: Translations, own: Mapping[str, Entry]) -> dict[str, Any]:
    """The offer of an event, or of a series of them, in the wire form."""
    facts = event.first.raw
    place = _place(facts, {})
    meeting = website(string(facts.get("meeting_url")))
    return {
        **common(feed, event, own), "type": "offer", "kind": "event",
        "texts": _texts(feed, event, own, []),
        "places": [place] if any(place.values()) else [],
        "events": sorted(_dates(event.first), key=lambda date: str(date["starts"])),
        "contacts": [{"website": meeting}] if meeting else [],
        "topics": sort_into_topics(_labels(event), feed.name),
        "last_modified": latest(own),
    }


def _texts(feed: Feed, thing: Translations, own: Mapping[str, Entry],
           appointments: list[dict[str, Any]]) -> dict[str, Any]:
    return {language: {"title": title(entry.raw.get("title")), "summary": string(entry.raw.get("meta_description")),
                       "description": blocks(entry.raw.get("content")), "application_process": appointments,
                       **names(feed, thing, entry)}
            for language, entry in own.items()}


def _labels(thing: Translations) -> list[str]:
    """What a thing is sorted by: its category, in the language of the request, and its title."""
    category = string(structure(thing.first.raw.get("category")).get("name"))
    return [label for label in (category, topic_title(thing)) if label]


def _place(facts: Mapping[str, Any], own: Mapping[str, Entry]) -> dict[str, Any]:
    """Where it is. The name is left out where it only repeats a title; it always is in German."""
    location = structure(facts.get("location"))
    name = string(location.get("name"))
    titles = {string(entry.raw.get("title")) for entry in own.values()}
    town = " ".join(filter(None, (string(location.get("postcode")), string(location.get("town")))))
    wheelchair = _WHEELCHAIR.get(facts["barrier_free"]) if isinstance(facts.get("barrier_free"), bool) else None
    return {"name": "" if name in titles else name,
            "address": ", ".join(filter(None, (string(location.get("address")), town))),
            **coordinates(location.get("latitude"), location.get("longitude")),
            **({"accessibility": {"wheelchair": wheelchair}} if wheelchair else {})}


def _contacts(facts: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The contacts; servers before 2025 had one, at the top level (where later ones keep archived contacts alive)."""
    return structures(facts["contacts"]) if isinstance(facts.get("contacts"), list) else iter(({**facts, "name": ""},))


def _contact(contact: Mapping[str, Any]) -> dict[str, Any]:
    """A contact in the wire form, empty if it says nothing."""
    names = (string(contact.get("area_of_responsibility")), string(contact.get("name")))
    numbers = (phone(string(contact.get(field))) for field in ("phone_number", "mobile_number"))
    found = {"name": ": ".join(filter(None, names)),
             "phones": list(filter(None, numbers)),
             "email": email(string(contact.get("email"))),
             "website": website(string(contact.get("website"))),
             "hours": hours_of(contact.get("opening_hours")) if "appointment_url" in contact else None}
    return found if any(value for name, value in found.items() if name != "name") else {}


def _appointments(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Where an appointment can be made, as links."""
    found: dict[str, str] = {}
    for entry in (facts, *structures(facts.get("contacts"))):
        url = website(string(entry.get("appointment_url")))
        if url:
            found.setdefault(url, string(entry.get("area_of_responsibility")) or url.partition("//")[2].rstrip("/"))
    return [{"kind": "link", "text": text, "url": url} for url, text in found.items()]


def _dates(entry: Entry) -> Iterator[dict[str, Any]]:
    """The dates of an event, each once."""
    found: dict[str, dict[str, Any]] = {}
    for date in entry.dates:
        starts, ends = moment(date.get("start")), moment(date.get("end"))
        if starts:
            all_day = date.get("all_day") is True
            found.setdefault(starts.isoformat(), {"starts": starts, "ends": ends, "all_day": all_day})
    return iter(found.values())
