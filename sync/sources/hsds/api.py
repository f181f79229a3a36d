"""Services of an HSDS 3 server: a list in pages, and each service by itself where the list says little of it.

Servers in use ignore most parameters, keep lists shallow although asked for full ones, and count wrongly. So nothing is
believed but the entries, and a list that stops before its own end is an error, never a shorter list.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from sync.source import NotFound, SourceError
from sync.sources.document import Documents
from sync.sources.value import number, string, structure, structures

_PAGE = 100
_DETAILS = ("service_at_locations", "phones", "contacts", "schedules", "languages", "attributes", "cost_options",
            "service_areas", "required_documents")

Service = Mapping[str, Any]


class Api:
    """An HSDS 3 API at `address`, with or without `/services` behind it."""

    def __init__(self, address: str, documents: Documents) -> None:
        self._services = f"{address.rstrip('/').removesuffix('/services')}/services"
        self._documents = documents
        self._has_details: bool | None = None

    def services(self) -> Iterator[Service]:
        """All services, as fully as the server tells of them."""
        for service in self._listed():
            yield service if any(name in service for name in _DETAILS) else self._detailed(service)

    def _listed(self) -> Iterator[Service]:
        seen: set[str] = set()
        page, count, more = 0, 0, True
        while more:
            page += 1
            address = f"{self._services}?page={page}&per_page={_PAGE}&full=true"
            answer = self._documents.json(address)
            entries = contents_of(answer, address)
            fresh = [entry for entry in entries if string(entry.get("id")) not in seen]
            seen.update(string(entry.get("id")) for entry in entries)
            count += len(entries)
            more = _goes_on(structure(answer), page)
            if more and not fresh:
                raise SourceError(address, f"the list breaks off after {count} services and says there are more")
            yield from entries

    def _detailed(self, service: Service) -> Service:
        """The service by itself. A server whose first answer is an error is taken to have no such answers."""
        key = string(service.get("id"))
        if self._has_details is False or not key:
            return service
        try:
            found = structure(self._documents.json(f"{self._services}/{quote(key, safe='')}"))
        except NotFound:
            return service
        except SourceError:
            if self._has_details:
                raise
            self._has_details = False
            return service
        self._has_details = True
        return {**service, **found} if string(found.get("id")) == key else service


def contents_of(answer: Any, address: str) -> list[Service]:
    """The services in an answer: a page, a plain list, or a single service."""
    entries = answer.get("contents") if isinstance(answer, Mapping) else answer
    if isinstance(entries, list):
        return list(structures(entries))
    if isinstance(answer, Mapping) and {"id", "name"} <= answer.keys():
        return [answer]
    raise SourceError(address, "HSDS services were expected")


def _goes_on(answer: Mapping[str, Any], page: int) -> bool:
    return answer.get("last_page") is not True and (number(answer.get("total_pages")) or 0) > page
