"""A copy with records of the test's own, and the words of a visitor in front of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from content import wire
from content.here import Here
from content.library import Library
from content.record import Guide, Offer, Record
from content.store import Store
from ui.catalogue import Catalogue
from ui.wording import Wording

FRIDAY = datetime.fromisoformat("2026-11-20T10:30")
KOBERG = Here(53.8713, 10.6884, "Innenstadt")
READ = datetime(2026, 11, 19, 12, tzinfo=UTC)
SAYING = {"de": {"title": "Rat", "summary": "Guter Rat"}}


def offer(key: str, texts: Mapping[str, Any] = SAYING, **more: Any) -> Offer:
    feed, _, _ = key.rpartition(":")
    record, _ = wire.read({"type": "offer", "id": key if feed else f"city:{key}", "kind": "service", "texts": texts,
                           "source": {"feed": feed or "city"}, **more})
    assert isinstance(record, Offer)
    return record


def guide(key: str, texts: Mapping[str, Any] = SAYING, **more: Any) -> Guide:
    record, _ = wire.read({"type": "guide", "id": f"city:{key}", "texts": texts, "source": {"feed": "city"}, **more})
    assert isinstance(record, Guide)
    return record


def fill(store: Store, *records: Record, feed: str = "city") -> None:
    """Make the feed of the copy consist of these."""
    store.replace_feed(feed, [(record, wire.encode(record)) for record in records], retrieved=READ)


def wording(language: str = "de", now: datetime = FRIDAY, here: Here = KOBERG) -> Wording:
    """Words of a visitor on a Friday morning in Lübeck."""
    return Wording(Catalogue(language), lambda: now, "SH", here)


def damage(library: Library, record_id: str, body: bytes = b'{"type":"offer"}') -> None:
    """Leave a body in the copy that no version of the program reads."""
    library.store.db.execute("UPDATE body SET body = ? WHERE record = (SELECT key FROM record WHERE id = ?)",
                             (body, record_id))
