"""What visitors told the city, for the people who plan: how often what was looked for, and what visitors said.

Nothing here leads to a person. Counts are of five or more, as they left the kiosk. What single visitors said stands
without its day and district, in an order that is not theirs: thumbs by what they are about, words with their language.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec

from content.characters import clean
from sync.hub.city import City
from sync.hub.columns import columns
from sync.outbox import FEWEST
from sync.wire.record import COLLECTIONS, key_of

PERIODS = {"day": 10, "month": 7, "year": 4}
"""The periods of a report, each with how much of a day it is told by."""
COUNTS, THUMBS, WORDS = "counts", "thumbs", "words"
FACETS = ("topic", "district", "language")
_FORMULA = ("=", "+", "-", "@")


class Row(msgspec.Struct, frozen=True, order=True):
    """A line of a report. `part` is "counts" (`what`: topic, offer, guide, no-result, nothing-found), "thumbs" (up,
    down, wrong, of `record`) or "words" (comment, of `record`; nothing-found: what was looked for; wish)."""

    part: str
    period: str = ""
    what: str = ""
    topic: str = ""
    district: str = ""
    language: str = ""
    record: str = ""
    title: str = ""
    words: str = ""
    number: int = 0


class Span(NamedTuple):
    """The days of a report, both included, and the period that its counts are told by."""

    first: date
    last: date
    period: str = "month"

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


class Report(msgspec.Struct, frozen=True):
    """All lines, and how many things that kiosks sent could not be understood."""

    rows: list[Row]
    unknown: int = 0


def report(city: City, span: Span, facets: Sequence[str] = FACETS) -> Report:
    """What is known of these days; counts are told apart by these facets, and summed over others. Raises `HubError`."""
    sums, unknown = Counter[Row](), 0
    for box, kind in _BOXES.items():
        for found in city.kinto.all(city.path(box)):
            try:
                one = msgspec.convert(found, kind)
            except msgspec.ValidationError:
                unknown += 1
                continue
            row, number = one.row(span, facets)
            sums[row] += number if span.holds(one.day) else 0
    told = {row: number for row, number in sums.items() if number}
    titles = {name: _title(city, name) for name in {row.record for row in told if row.record}}
    rows = [msgspec.structs.replace(row, title=titles.get(row.record, ""), number=number)
            for row, number in told.items()]
    return Report(sorted(rows, key=_order), unknown)


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The same to read, a part after the other, with the columns that say something."""
    for part in (COUNTS, THUMBS, WORDS):
        some = [row for row in rows if row.part == part]
        names = [name for name in _COLUMNS if any(getattr(row, name) for row in some)]
        if some:
            yield from columns([names, *([str(getattr(row, name)) for name in names] for row in some)])
            yield ""


def sheet(rows: Iterable[Row]) -> str:
    """The same as CSV with one head. A cell that a spreadsheet would reckon with is made text by an apostrophe."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(("part", *_COLUMNS))
    for row in rows:
        cells = (row.part, *(getattr(row, name) for name in _COLUMNS))
        writer.writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in cells])
    return made.getvalue()


_COLUMNS = ("period", "number", "what", "topic", "district", "language", "record", "title", "words")


def _order(row: Row) -> tuple[Any, ...]:
    """Periods one after the other, in each what is most first."""
    return row.part, row.period, row.what, -row.number, row


def _title(city: City, record: str) -> str:
    """What a record is called now; "" if it is gone."""
    for collection in COLLECTIONS:
        found = city.kinto.find(city.path(collection, key_of(record)))
        if found:
            texts: Mapping[str, Any] = found["data"]["record"]["texts"]
            text = texts.get("de") or next(iter(texts.values()))
            return clean(text["title"])
    return ""


class _Count(msgspec.Struct):
    """A count of a day, as a kiosk sends it."""

    what: str
    day: date
    number: int
    topic: str = ""
    district: str = ""
    language: str = ""

    def row(self, span: Span, facets: Sequence[str]) -> tuple[Row, int]:
        """The line it belongs to, and how much it adds there."""
        topic, district, language = (clean(getattr(self, name)) if name in facets else "" for name in FACETS)
        period = self.day.isoformat()[:PERIODS[span.period]]
        return (Row(COUNTS, period, clean(self.what), topic, district, language),
                self.number if self.number >= FEWEST else 0)


class _Said(msgspec.Struct):
    """What a visitor sent."""

    kind: str
    day: date
    body: dict[str, str]

    def row(self, _span: Span, _facets: Sequence[str]) -> tuple[Row, int]:
        """The line it belongs to, and how much it adds there."""
        about, words = (" ".join(clean(self.body.get(name, "")).split()) for name in ("record", "words"))
        if words:
            return Row(WORDS, what=clean(self.kind), language=clean(self.body.get("language", "")), record=about,
                       words=words), 1
        return Row(THUMBS, what=clean(self.body.get("answer", "")), record=about), int(bool(about))


_BOXES: Mapping[str, type[_Count] | type[_Said]] = {"counts": _Count, "feedback": _Said}
