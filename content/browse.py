"""What the copy holds for a screen: offers of a topic, guides of a tree, rows for a list."""

from collections.abc import Sequence
from math import cos, radians
from typing import NamedTuple

from content.batch import marks
from content.here import Here
from content.language import GERMAN
from content.store import Store


class Listing(NamedTuple):
    """One row of a list, in the language a visitor reads or the nearest there is (`language`)."""

    key: int
    id: str
    type: str
    kind: str
    language: str
    title: str
    summary: str
    cost: str
    wheelchair: str
    district: str
    hours: str
    latitude: float | None
    longitude: float | None


class Facets(NamedTuple):
    """What visitors filter by; an empty value lets everything through."""

    free: bool = False
    wheelchair: bool = False
    language: str = ""
    district: str = ""


class Located(NamedTuple):
    """What is needed of an offer to put a list in order: hours expression and coordinates in degrees."""

    key: int
    hours: str
    latitude: float | None
    longitude: float | None


_LISTING = """
    SELECT record.key, id, type, kind, text.language, title, summary, cost, wheelchair, district, hours,
           latitude, longitude
    FROM record JOIN text ON text.key = (
        SELECT key FROM text WHERE record = record.key
        ORDER BY CASE language WHEN ?1 THEN 0 WHEN ?2 THEN 1 ELSE 2 END, key LIMIT 1)
"""


class Browse:
    """Questions screens ask of a copy; every answer is a few indexed look-ups."""

    def __init__(self, store: Store) -> None:
        self._db = store.db

    def rows(self, keys: Sequence[int], language: str) -> list[Listing]:
        """The rows of these records, in the order of `keys`; keys that are gone are left out."""
        found = {row[0]: Listing(*row) for row in self._db.execute(
            f"{_LISTING} WHERE record.key IN ({marks(keys)})", (language, GERMAN, *keys))}
        return [found[key] for key in keys if key in found]

    def keys(self, ids: Sequence[str]) -> list[int]:
        """The keys of these ids, in order; unknown ids are left out."""
        found = dict(self._db.execute(f"SELECT id, key FROM record WHERE id IN ({marks(ids)})", ids).fetchall())
        return [found[id_] for id_ in ids if id_ in found]

    def offers(self, topic: str = "", facets: Facets = Facets()) -> list[Located]:
        """The offers of a topic (of all, if empty) that the facets let through, by their place in the topic."""
        within, order = ("", "record.key")
        if topic:
            within = "JOIN record_topic ON record_topic.record = record.key AND record_topic.topic = :topic"
            order = "record_topic.rank, record.key"
        rows = self._db.execute(
            f"SELECT record.key, hours, latitude, longitude FROM record {within}"
            f" WHERE type = 'offer' {_where(facets)} ORDER BY {order}", {"topic": topic, **facets._asdict()})
        return [Located(*row) for row in rows]

    def kept(self, keys: Sequence[int], facets: Facets) -> list[Located]:
        """Those of `keys` that the facets let through (guides have no facets and pass only empty ones)."""
        marks = ",".join(str(int(key)) for key in keys)
        found = {row[0]: Located(*row) for row in self._db.execute(
            f"SELECT key, hours, latitude, longitude FROM record WHERE key IN ({marks}) {_where(facets)}",
            facets._asdict())}
        return [found[key] for key in keys if key in found]

    def guides(self, topic: str, language: str) -> list[Listing]:
        """The guides of a topic in the order of their feed; of a tree only the topmost that belong to it."""
        return [Listing(*row) for row in self._db.execute(
            f"{_LISTING} JOIN record_topic ON record_topic.record = record.key"
            " WHERE type = 'guide' AND record_topic.topic = ?3 AND NOT EXISTS ("
            "  SELECT 1 FROM record AS above JOIN record_topic AS theirs ON theirs.record = above.key"
            "  WHERE above.id = record.parent AND theirs.topic = ?3)"
            " ORDER BY position, record.key", (language, GERMAN, topic))]

    def guides_of(self, feed: str, language: str, limit: int) -> list[Listing]:
        """The first guides of a feed, in its order."""
        return [Listing(*row) for row in self._db.execute(
            f"{_LISTING} WHERE type = 'guide' AND parent = '' AND feed = ?3 ORDER BY position, record.key LIMIT ?4",
            (language, GERMAN, feed, limit))]

    def children(self, guide: str, language: str) -> list[Listing]:
        """The guides right below a guide, in their order."""
        return [Listing(*row) for row in self._db.execute(
            f"{_LISTING} WHERE type = 'guide' AND parent = ?3 ORDER BY position, record.key",
            (language, GERMAN, guide))]

    def helplines(self, language: str) -> list[Listing]:
        """The help lines, in the order in which they were given."""
        return [Listing(*row) for row in self._db.execute(
            f"{_LISTING} WHERE kind = 'helpline' ORDER BY record.key", (language, GERMAN))]

    def nearest_with_hours(self, here: Here, limit: int) -> list[Located]:
        """Offers one can go to at certain hours (help lines are called, not gone to), nearest first; those without
        a known place come last. Within a city the earth is flat enough for the order."""
        return [Located(*row) for row in self._db.execute(
            "SELECT key, hours, latitude, longitude FROM record WHERE hours <> '' AND kind <> 'helpline'"
            " ORDER BY (latitude - ?1) * (latitude - ?1) + (longitude - ?2) * (longitude - ?2) * ?3 NULLS LAST, key"
            " LIMIT ?4", (here.latitude, here.longitude, cos(radians(here.latitude or 0)) ** 2, limit))]

    def topics_of(self, record_id: str) -> list[str]:
        """The topics a record belongs to, the nearest first."""
        return [row[0] for row in self._db.execute(
            "SELECT topic FROM record_topic JOIN record ON key = record WHERE id = ? ORDER BY rank", (record_id,))]

    def offer_counts(self) -> dict[str, int]:
        """How many offers each topic has."""
        return dict(self._db.execute(
            "SELECT topic, count(*) FROM record_topic JOIN record ON key = record AND type = 'offer'"
            " GROUP BY topic").fetchall())

    def districts(self) -> list[str]:
        """The districts that offers lie in, by name."""
        return [row[0] for row in self._db.execute(
            "SELECT DISTINCT district FROM record WHERE district <> '' ORDER BY district")]


def _where(facets: Facets) -> str:
    """The facets as SQL conditions over named parameters."""
    conditions = {
        "cost = 'free'": facets.free,
        "wheelchair IN ('yes', 'limited')": facets.wheelchair,
        "EXISTS (SELECT 1 FROM record_language AS spoken"
        " WHERE spoken.record = record.key AND language = :language)": facets.language,
        "district = :district": facets.district,
    }
    return "".join(f" AND {condition}" for condition, wanted in conditions.items() if wanted)
