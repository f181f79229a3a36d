"""Tabular HSDS packages (CSV; 1.x as Ohana exports it, 2.x, 3.0) put together to nested services as 3.0 has them."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sync.source import NotFound, SourceError
from sync.sources.document import Documents

_NAMES: dict[str, tuple[str, ...]] = {
    "services": ("services", "service"),
    "organizations": ("organizations", "organization"),
    "locations": ("locations", "location"),
    "at_locations": ("service_at_location", "services_at_location", "service_at_locations"),
    "addresses": ("addresses", "physical_addresses", "address"),
    "phones": ("phones", "phone"),
    "contacts": ("contacts", "contact"),
    "languages": ("languages", "language"),
    "schedules": ("schedules", "schedule"),
    "regular_schedules": ("regular_schedules", "regular_schedule"),
    "holiday_schedules": ("holiday_schedules", "holiday_schedule"),
    "cost_options": ("cost_options", "cost_option"),
    "required_documents": ("required_documents", "required_document"),
    "eligibility": ("eligibility",),
    "accessibility": ("accessibility", "accessibility_for_disabilities"),
    "attributes": ("attributes", "attribute"),
    "service_terms": ("services_taxonomy", "service_taxonomy"),
    "terms": ("taxonomy_terms", "taxonomy", "taxonomies"),
}
_OWNERS = {"contact_id": "contacts", "service_at_location_id": "at_locations", "service_id": "services",
           "location_id": "locations", "organization_id": "organizations"}  # the finest first
_TIMES = ("schedules", "regular_schedules", "holiday_schedules")

Row = dict[str, Any]


class Tables:
    """The package in `folder`, or in the one folder below it that has a table of services."""

    def __init__(self, folder: Path, documents: Documents) -> None:
        self._folder = _package(folder)
        self._documents = documents
        self._tables = {name: self._read(name) for name in _NAMES}
        self._providers: dict[str, Row] = {}
        self._by: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def services(self) -> Iterator[Row]:
        """Every row of the table of services with all that belongs to it."""
        for row in self._tables["services"]:
            yield self._service(row)

    def _service(self, row: Row) -> Row:
        key = row.get("id", "")
        at = self._of("at_locations", "service_id", key) or [{"location_id": row.get("location_id", "")}]
        locations = [self._at_location(entry) for entry in at]
        owner = row.get("organization_id") or locations[0]["location"].get("organization_id", "")
        return {
            **row, **self._levels("service_id", key),
            "languages": self._of("languages", "service_id", key) or row.get("languages"),
            "organization": self._organization(owner),
            "service_at_locations": locations,
            "cost_options": self._of("cost_options", "service_id", key),
            "required_documents": self._of("required_documents", "service_id", key) or row.get("required_documents"),
            "eligibility": self._of("eligibility", "service_id", key) or row.get("eligibility"),
            "attributes": [{"taxonomy_term": term} for term in self._terms(row)],
        }

    def _at_location(self, entry: Row) -> Row:
        levels = self._levels("service_at_location_id", entry.get("id", ""))
        return {**entry, **levels, "location": self._location(entry)}

    def _location(self, entry: Row) -> Row:
        key = entry.get("location_id", "")
        row = next(iter(self._of("locations", "id", key)), {})
        return {
            **row, **self._levels("location_id", key),
            "addresses": self._of("addresses", "location_id", key),
            "languages": self._of("languages", "location_id", key) or row.get("languages"),
            "accessibility": self._of("accessibility", "location_id", key) or row.get("accessibility"),
        }

    def _organization(self, key: str) -> Row:
        if key not in self._providers:
            row = next(iter(self._of("organizations", "id", key)), {})
            self._providers[key] = {**row, "phones": self._own("phones", "organization_id", key)}
        return self._providers[key]

    def _levels(self, owner: str, key: str) -> Row:
        """What hangs on services, locations and services at locations alike, but on no finer level."""
        contacts = [{**contact, "phones": self._of("phones", "contact_id", contact.get("id", ""))}
                    for contact in self._own("contacts", owner, key)]
        return {"phones": self._own("phones", owner, key), "contacts": contacts,
                **{name: self._own(name, owner, key) for name in _TIMES}}

    def _terms(self, row: Row) -> Iterator[Row]:
        """The taxonomy terms of a service: by attribute (3.0), a table of their own (2.x), or a list of ids (1.x)."""
        linked = [entry.get("taxonomy_term_id") for entry in self._of("attributes", "link_id", row.get("id", ""))]
        linked += [entry.get("taxonomy_id") for entry in self._of("service_terms", "service_id", row.get("id", ""))]
        linked += [key.strip() for key in row.get("taxonomy_ids", "").split(",")]
        for key in filter(None, linked):
            yield from self._of("terms", "id", key) or self._of("terms", "taxonomy_id", key)

    def _own(self, table: str, owner: str, key: str) -> list[Row]:
        """Rows of that owner which name no finer one: a service's phone may also name its location and provider."""
        finer = tuple(_OWNERS)[: tuple(_OWNERS).index(owner)]
        return [row for row in self._of(table, owner, key) if not any(self._exists(name, row) for name in finer)]

    def _exists(self, owner: str, row: Row) -> bool:
        return bool(self._of(_OWNERS[owner], "id", row.get(owner, "")))

    def _of(self, table: str, column: str, key: str) -> list[Row]:
        """The rows of a table with that value in a column."""
        if not key:
            return []
        index = self._by.get((table, column))
        if index is None:
            index = self._by[table, column] = defaultdict(list)
            for row in self._tables[table]:
                index[row.get(column, "")].append(row)
        return index.get(key, [])

    def _read(self, table: str) -> list[Row]:
        for name in _NAMES[table]:
            file = self._folder / f"{name}.csv"
            if file.is_file():
                return _rows(str(file), self._documents)
        return []


def _package(folder: Path) -> Path:
    """The folder with the services. Raises `SourceError` if there is none, or more than one."""
    found = sorted({file.parent for name in _NAMES["services"] for file in folder.rglob(f"{name}.csv")})
    if folder in found:
        return folder
    if not found:
        raise NotFound(str(folder), "no services.csv in it")
    if len(found) > 1:
        raise SourceError(str(folder), f"several packages in it: {', '.join(map(str, found[:5]))}")
    return found[0]


def _rows(address: str, documents: Documents) -> list[Row]:
    text = documents.read(address).text()
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), restkey="")
    try:
        return [{name.strip().lower(): (value or "").strip() for name, value in row.items() if name} for row in reader]
    except csv.Error as error:
        raise SourceError(address, f"broken table: {error}") from error
