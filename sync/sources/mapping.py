"""The mapping of a feed's own fields to those of an offer, written by an operator in TOML.

`docs/feeds.md` explains the language with examples.
"""

import tomllib
from importlib.resources import files
from typing import Annotated, Literal

import msgspec

from content.record import OfferKind
from sync.source import SourceError
from sync.sources.document import Documents
from sync.sources.field import Field

DEFAULT = "default"
"""The shipped mapping for feeds that use common names."""

_SHIPPED = files("sync") / "mappings"


class MappingError(SourceError):
    """A mapping that cannot be used; the reason names the field."""


FeedName = Annotated[str, msgspec.Meta(pattern=r"^[^:\s]+$", max_length=100)]


class PlaceMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the fields of a place come from; coordinates are those of the geometry unless they are given."""

    name: Field = ""
    address: Field = ""
    district: Field = ""
    latitude: Field = "@latitude"
    longitude: Field = "@longitude"
    wheelchair: Field = ""
    toilet: Field = ""
    accessibility: Field = ""


class ContactMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the fields of the contact come from."""

    name: Field = ""
    phones: Field = ""
    email: Field = ""
    website: Field = ""


class Mapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A mapping. `items` is where the list of entries lies in a JSON document ("" for the document itself).

    Entries with one key in different languages are one record; of others only the first is kept, or, if `repeated`
    is "number", all, with a number behind the key.
    """

    feed: FeedName
    key: Field
    title: Field
    kind: OfferKind = "service"
    items: str = ""
    repeated: Literal["reject", "number"] = "reject"
    language: Field = ""
    url: Field = ""
    licence: Field = ""
    assured_date: Field = ""
    last_modified: Field = ""
    summary: Field = ""
    description: Field = ""
    eligibility: Field = ""
    application_process: Field = ""
    fees: Field = ""
    required_documents: Field = ""
    provider: Field = ""
    hours: Field = ""
    cost: Field = ""
    alert: Field = ""
    languages: Field = ""
    audiences: Field = ""
    topics: Field = ""
    place: PlaceMapping = PlaceMapping()
    contact: ContactMapping = ContactMapping()


def load(name: str, documents: Documents) -> Mapped:
    """The shipped mapping of that name, or the one in the file at that path. Raises `MappingError`."""
    shipped = _SHIPPED / f"{name}.toml"
    try:
        text = shipped.read_text(encoding="utf-8") if name in shipped_names() else documents.read(name).text()
        return msgspec.convert(tomllib.loads(text), Mapped)
    except SourceError as error:
        raise MappingError(name, f"{error.reason}; shipped are {', '.join(shipped_names())}") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise MappingError(name, str(error)) from error


def shipped_names() -> list[str]:
    """The mappings that come with the program."""
    return sorted(file.name.removesuffix(".toml") for file in _SHIPPED.iterdir() if file.name.endswith(".toml"))
