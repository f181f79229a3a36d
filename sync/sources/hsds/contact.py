"""Phones, contacts and addresses of HSDS, which hang on every level of a service, as contacts of an offer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from content.link import email, phone, website
from sync.sources.value import string, structure, structures

_LABELLED = re.compile(r"([^\d+(]{2,80}?)\s*[:–-]\s*(\+?[\d(].*)")
_ROW = re.compile(r"(?:phone|telefon|tel\.?)?\s*\d*", re.IGNORECASE)
_PRIVATE = re.compile(r"do not give out|nicht weitergeben", re.IGNORECASE)
_SILENT = {"fax", "facsimile"}
_MOST = 100  # phones of one level, and people: no offer needs more, and a broken feed may have any number

Entity = Mapping[str, Any]


def contacts_of(service: Entity, address: str, url: str) -> list[dict[str, Any]]:
    """The contacts, the service's own first; what its provider says of itself stands in where it says nothing."""
    organization = structure(service.get("organization"))
    at = list(islice(structures(service.get("service_at_locations")), _MOST))
    levels = [service, *at, *(structure(entry.get("location")) for entry in at)]
    general, labelled = _phones(chain.from_iterable(structures(level.get("phones")) for level in levels))
    contacts = chain.from_iterable(structures(level.get("contacts")) for level in levels)
    people = [found for contact in islice(contacts, _MOST) for found in _people(contact)]
    if not general and not labelled and not any(person["phones"] for person in people):
        general, labelled = _phones(structures(organization.get("phones")))
    own = {"phones": general,
           "email": address or email(string(organization.get("email"))),
           "website": url or website(string(organization.get("website") or organization.get("url")))}
    return _distinct([*([own] if any(own.values()) else []), *labelled, *people])


def _people(contact: Entity) -> Iterator[dict[str, Any]]:
    """A contact, if it has a name, a number or an address, and those its labelled numbers lead to."""
    names = [string(contact.get(field)) for field in ("name", "title", "department")]
    numbers, labelled = _phones(structures(contact.get("phones")))
    found = {"name": ", ".join(dict.fromkeys(filter(None, names))), "phones": numbers,
             "email": email(string(contact.get("email")))}
    if any(found.values()):
        yield found
    yield from labelled


def _phones(entries: Iterable[Entity]) -> tuple[list[str], list[dict[str, Any]]]:
    """The numbers without words of their own, and those that have them as contacts ("Helpline: 0117 332")."""
    named: dict[str, list[str]] = {"": []}
    for label, number in _numbers(islice(entries, _MOST)):
        numbers = named.setdefault(label, [])
        if number not in numbers:
            numbers.append(number)
    return named.pop(""), [{"name": label, "phones": numbers} for label, numbers in named.items()]


def _numbers(entries: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        written = string(entry.get("number"))
        split = _LABELLED.fullmatch(written[:200])
        label, number = (split[1].strip(), phone(split[2])) if split else (_department(entry), phone(written))
        kind = (string(entry.get("type")) or string(entry.get("number_type"))).lower()
        extension = string(entry.get("extension"))
        if number and kind not in _SILENT and not _PRIVATE.search(label):
            yield label, f"{number} ext. {extension}" if extension else number


def _department(entry: Entity) -> str:
    """Who answers this number (HSDS 1 and 2), unless that is only its place in a row ("Phone 1")."""
    name = string(entry.get("department")).strip(" ()#")
    return "" if _ROW.fullmatch(name) else name


def _distinct(contacts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [contact for number, contact in enumerate(contacts) if contact not in contacts[:number]]
