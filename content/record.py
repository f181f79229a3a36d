"""Offers and guides as they travel and as they are kept (the wire form; names follow HSDS 3 where it has one).

Unknown stays unknown: a field a feed does not fill is empty, "unknown" or None, never "no" and never "open".
The JSON Schemas in `content/schema/` are made from these types (`python -m content.schema`).
"""

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from content.block import Block

OfferKind = Literal["service", "place", "event", "helpline"]
Cost = Literal["free", "paid", "unknown"]
Yes = Literal["yes", "limited", "no", "unknown"]
Id = Annotated[str, msgspec.Meta(min_length=3, max_length=1024, pattern=r"^[^:\s]+:.+$")]
Key = Annotated[str, msgspec.Meta(max_length=1000)]
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]


class _Part(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """What all parts of a record share: unchangeable, silent about what is not known, and without cycles, so that
    the garbage collector need not look at the many of them."""


class Source(_Part, frozen=True):
    """Where a record comes from. `assured_date`: the day somebody last vouched for it (HSDS); `licence` is
    an SPDX name or the source's own words."""

    feed: str
    url: str = ""
    licence: str = ""
    retrieved: datetime | None = None
    assured_date: date | None = None


class OfferText(_Part, frozen=True):
    """An offer in one language. `reviewed` is whether a native speaker has read a translation; None: not said.

    `key` and `url`: by which key the feed knows this text, and where it comes from; empty where they are the record's.
    """

    title: Title
    key: Key = ""
    url: str = ""
    summary: str = ""
    description: tuple[Block, ...] = ()
    eligibility: tuple[Block, ...] = ()
    application_process: tuple[Block, ...] = ()
    fees: tuple[Block, ...] = ()
    required_documents: tuple[Block, ...] = ()
    reviewed: bool | None = None

    def sections(self) -> tuple[tuple[Block, ...], ...]:
        """All blocks of the text, in the order in which they are shown."""
        return (self.description, self.eligibility, self.application_process, self.fees, self.required_documents)


class GuideText(_Part, frozen=True):
    """A guide in one language; `summary` is its first sentence or two as plain text. `key` and `url` as an offer's."""

    title: Title
    key: Key = ""
    url: str = ""
    summary: str = ""
    blocks: tuple[Block, ...] = ()
    reviewed: bool | None = None

    def sections(self) -> tuple[tuple[Block, ...], ...]:
        """All blocks of the text, in the order in which they are shown."""
        return (self.blocks,)


class Accessibility(_Part, frozen=True):
    """How a place can be reached and used; words of OpenStreetMap's `wheelchair` and `toilets:wheelchair`."""

    wheelchair: Yes = "unknown"
    toilet: Yes = "unknown"
    text: str = ""


class Place(_Part, frozen=True):
    """Where an offer is found. `district` is a name from the city's list; coordinates are WGS 84 degrees."""

    name: str = ""
    address: str = ""
    district: str = ""
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    accessibility: Accessibility = Accessibility()


class Hours(_Part, frozen=True):
    """When an offer is open: an OpenStreetMap `opening_hours` expression and the text it was read from.

    `raw` is kept also where no expression could be made of it. Dates in both are local wall time.
    """

    osm: str = ""
    raw: str = ""
    by_appointment: bool = False
    temporarily_closed: bool = False


class Event(_Part, frozen=True):
    """One date, or a series by an RFC 5545 rule. Times carry their offset; without one they are local."""

    starts: datetime
    ends: datetime | None = None
    rrule: str = ""
    all_day: bool = False


class Contact(_Part, frozen=True):
    """Somebody to turn to. `languages` are those spoken there; `hours` those of this contact alone."""

    name: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    hours: Hours | None = None


class Offer(_Part, frozen=True, tag="offer"):
    """Something a person can use: a service, place, event or help line (Angebot).

    `id` is `feed:key` and stable; `texts` holds only languages the record really has, `original_language`
    among them; `topics` are ids of `content/topics`, best first; `languages` are those spoken there.
    """

    id: Id
    kind: OfferKind
    source: Source
    texts: dict[str, OfferText]
    original_language: str = "de"
    provider: str = ""
    places: tuple[Place, ...] = ()
    hours: Hours | None = None
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    cost: Cost = "unknown"
    alert: str = ""
    last_modified: datetime | None = None


class Guide(_Part, frozen=True, tag="guide"):
    """Help content to read (Ratgeber). `parent` is the id of the guide above it in the tree, `order` its place
    among its siblings; `steps` is true for a lesson, whose step blocks are done one after the other."""

    id: Id
    source: Source
    texts: dict[str, GuideText]
    original_language: str = "de"
    parent: str = ""
    order: int = 0
    topic: str = ""
    steps: bool = False
    last_modified: datetime | None = None


Record = Offer | Guide


def feed_of(record_id: str) -> str:
    """The feed in front of the colon of a record's id."""
    return record_id.partition(":")[0]
