"""What of a record is put into columns: for lists, filters and search."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from content.block import Block, plain_text
from content.record import Guide, Offer, Record
from content.tally import IndexedText

SUMMARY_LENGTH = 200


class TextRow(NamedTuple):
    """One language of a record: `shown` is (record key, language, title, summary, name); the name is the
    text's own `feed:key`, empty where it goes by the id of the record."""

    shown: tuple[int, str, str, str, str]
    indexed: IndexedText


class Row(NamedTuple):
    """A record as rows of the tables `record`, `body`, `record_topic`, `record_language` and `text`."""

    record: tuple[object, ...]
    body: tuple[int, bytes]
    topics: list[tuple[str, int, int]]
    languages: list[tuple[str, int]]
    texts: list[TextRow]


def row_of(key: int, record: Record, body: bytes, digest: bytes) -> Row:
    """The rows of one record; `key` is the number it gets in the file."""
    head = (key, record.id, record.source.feed, "guide" if isinstance(record, Guide) else "offer")
    if isinstance(record, Guide):
        columns: tuple[object, ...] = ("", digest, record.parent, record.order, "", "", "", "", None, None)
        topics, spoken = ([record.topic] if record.topic else []), []
    else:
        columns = (record.kind, digest, "", 0, *_facets(record))
        topics, spoken = list(record.topics), list(record.languages)
    return Row((*head, *columns), (key, body), [(topic, key, rank) for rank, topic in enumerate(dict.fromkeys(topics))],
               [(language, key) for language in dict.fromkeys(spoken)], texts_of(key, record))


def _facets(offer: Offer) -> tuple[object, ...]:
    """Cost, wheelchair, district, hours, latitude and longitude: of the first place that says so."""
    places = offer.places
    wheelchair = next((place.accessibility.wheelchair for place in places
                       if place.accessibility.wheelchair != "unknown"), "unknown")
    located = next((place for place in places if place.latitude is not None and place.longitude is not None), None)
    district = next((place.district for place in places if place.district), "")
    return (offer.cost, wheelchair, district, offer.hours.osm if offer.hours else "",
            located and located.latitude, located and located.longitude)


def texts_of(key: int, record: Record) -> list[TextRow]:
    """A row a language, the original first: it is what a list shows who reads none of the others."""
    rows = []
    names = _names(record)
    for language in sorted(record.texts, key=lambda language: language != record.original_language):
        text = record.texts[language]
        blocks = list(chain.from_iterable(text.sections()))
        body = "\n".join(filter(None, (text.summary, plain_text(blocks), names)))
        summary = text.summary or _opening(blocks, body)
        headings = plain_text([block for block in blocks if block.kind == "heading"])
        name = f"{record.source.feed}:{text.key}" if text.key else ""
        rows.append(TextRow((key, language, text.title, summary, name),
                            IndexedText(key, language, text.title, headings, body)))
    return rows


def _names(record: Record) -> str:
    """Names a person may search an offer by that are no part of its text."""
    if isinstance(record, Guide):
        return ""
    return "\n".join((record.provider, *(f"{place.name} {place.address} {place.district}" for place in record.places),
                      *(contact.name for contact in record.contacts)))


def _opening(blocks: Iterable[Block], body: str) -> str:
    """The first words that say something, cut at a space: a heading, an image or a link above them does not."""
    told = (block.text for block in blocks if block.kind in {"paragraph", "item", "step"} and block.text)
    start = (next(told, "") or body.partition("\n")[0]).strip()
    return start if len(start) <= SUMMARY_LENGTH else start[:SUMMARY_LENGTH].rsplit(" ", 1)[0] + " …"
