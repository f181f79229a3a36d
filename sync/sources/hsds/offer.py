"""A service of HSDS 3 (nested, as `/services/{id}` gives it) as an offer.

Fields that only earlier versions or the UK profile have are read where they say something 3.0 does not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from content.block import Block
from content.link import email, website
from content.topics import sort_into_topics
from sync.sources.hsds.contact import contacts_of
from sync.sources.hsds.place import places_of
from sync.sources.schedules import from_schedules, from_weekdays
from sync.sources.tongue import tongues
from sync.sources.value import blocks, day_of, moment, number, string, strings, structure, structures, title

GONE = {"inactive", "defunct"}
_FREE = re.compile(r"\W*(?:none|free|no (?:charge|cost|fees?)|free of charge|kostenlos|kostenfrei|gratis|keine)\W*",
                   re.IGNORECASE)
_OLDEST = 120
_AGES = {"de": "Alter: {}", "en": "Age: {}"}

Entity = Mapping[str, Any]


def offer_of(service: Entity, feed: str, language: str) -> dict[str, Any]:
    """The offer in the wire form; HSDS does not say the language of its texts, so it has to be given."""
    name = title(service.get("name"))
    locations = [structure(entry.get("location")) for entry in structures(service.get("service_at_locations"))]
    spoken = [entry for entity in (service, *locations) for entry in _all(entity, "languages")]
    organization = structure(service.get("organization"))
    url = website(string(service.get("url") or service.get("website")))
    return {
        "type": "offer", "kind": "service", "id": f"{feed}:{string(service.get('id'))}",
        "source": {"feed": feed, "url": url, "assured_date": day_of(service.get("assured_date"))},
        "texts": {language: _text(service, name, language)},
        "original_language": language,
        "provider": string(organization.get("name")),
        "places": places_of(locations),
        "hours": _hours(service),
        "contacts": contacts_of(service, email(string(service.get("email"))), url),
        "languages": tongues(spoken),
        "topics": sort_into_topics([*_labels(service), name], feed),
        "audiences": list(dict.fromkeys(_audiences(service))),
        "cost": _cost(service),
        "alert": string(service.get("alert")),
        "last_modified": moment(service.get("last_modified") or service.get("modified_date")),
    }


def _text(service: Entity, name: str, language: str) -> dict[str, Any]:
    other_name = string(service.get("alternate_name")).strip(" ,")
    documents = [string(entry.get("document")) for entry in structures(service.get("required_documents"))]
    return {
        "title": name,
        "summary": other_name if other_name != name else "",
        "description": blocks(service.get("description"), service.get("interpretation_services")),
        "eligibility": _eligibility(service, language),
        "application_process": blocks(service.get("application_process")),
        "fees": blocks(service.get("fees_description") or service.get("fees"), *_options(service)),
        "required_documents": [Block("item", text, level=1) for text in documents if text]
        or blocks(service.get("required_documents")),
    }


def _eligibility(service: Entity, language: str) -> list[Block]:
    """Who it is for. Ages of -1 and beyond a life stand for "no limit"."""
    youngest, oldest = (number(service.get(name)) or 0 for name in ("minimum_age", "maximum_age"))
    ages = ""
    if 0 < youngest <= _OLDEST or 0 < oldest < _OLDEST:
        ages = f"{max(youngest, 0):g}–{oldest:g}" if 0 < oldest < _OLDEST else f"{youngest:g}+"
    kinds = [string(entry.get("eligibility")) for entry in structures(service.get("eligibility"))]
    written = (service.get(name) for name in ("eligibility_description", "eligibility", "audience"))
    return blocks(*written, *kinds, _AGES.get(language, "{}").format(ages) if ages else "")


def _options(service: Entity) -> Iterator[str]:
    for option in structures(service.get("cost_options")):
        amount = (string(option.get(name)) for name in ("amount", "currency", "amount_description"))
        yield ": ".join(filter(None, (string(option.get("option")), " ".join(filter(None, amount)))))


def _cost(service: Entity) -> str:
    """Free or paid only if that is said in so many words or amounts."""
    amounts = {number(option.get("amount")) for option in structures(service.get("cost_options"))} - {None}
    if amounts:
        return "free" if amounts == {0} else "paid"
    said = string(service.get("fees_description")) or string(service.get("fees"))
    return "free" if _FREE.fullmatch(said) else "unknown"


def _hours(service: Entity) -> dict[str, Any] | None:
    """Hours at the location go before those of the service, and these before those of the place.

    Where locations keep different hours, none is right for the offer, and they are told as text.
    """
    closed = {"temporarily_closed": True} if string(service.get("status")).lower() == "temporarily closed" else {}
    hours = _agreed([_hours_at(entry) for entry in structures(service.get("service_at_locations"))]) or _hours_at(
        service) or _agreed([_hours_at(structure(entry.get("location")))
                             for entry in structures(service.get("service_at_locations"))])
    return {**(hours or {}), **closed} if hours or closed else None


def _hours_at(entity: Entity) -> dict[str, Any] | None:
    return from_schedules(entity.get("schedules")) or from_weekdays(
        structures(entity.get("regular_schedules")), structures(entity.get("holiday_schedules")))


def _agreed(hours: Sequence[dict[str, Any] | None]) -> dict[str, Any] | None:
    known = [entry for entry in hours if entry]
    if not known:
        return None
    if all(entry == known[0] for entry in known) and len(known) == len(hours):
        return known[0]
    return {"raw": "\n".join(dict.fromkeys(filter(None, (entry.get("raw") or entry.get("osm") for entry in known))))}


def _labels(service: Entity) -> Iterator[str]:
    """The feed's own categories."""
    for attribute in structures(service.get("attributes")):
        term = structure(attribute.get("taxonomy_term"))
        yield from filter(None, (string(term.get("name")), string(attribute.get("label"))))
    yield from (text for keyword in strings(service.get("keywords")) for text in keyword.split(", "))
    yield from _audiences(service)


def _audiences(service: Entity) -> Iterator[str]:
    """Target groups, which only the UK's servers name."""
    return filter(None, (string(entry.get("audienceType")) for entry in structures(service.get("pc_targetAudience"))))


def _all(entity: Entity, name: str) -> list[Any]:
    value = entity.get(name)
    return value if isinstance(value, list) else [value]
