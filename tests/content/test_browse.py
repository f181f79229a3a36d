"""What screens ask of the copy: the nearest offers with hours."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from content import wire
from content.browse import Browse
from content.districts import metres
from content.here import Here
from content.record import Record
from content.store import Store

LATITUDE, LONGITUDE = 53.8713, 10.6884
HERE = Here(LATITUDE, LONGITUDE)


def offer(key: str, latitude: float | None = None, longitude: float | None = None, kind: str = "service",
          osm: str = "Mo-Fr 09:00-12:00") -> tuple[Record, bytes]:
    place = {"latitude": latitude, "longitude": longitude} if latitude is not None else {"name": "irgendwo"}
    return wire.read({"type": "offer", "id": f"f:{key}", "kind": kind, "source": {"feed": "f"}, "places": [place],
                      "hours": {"osm": osm}, "texts": {"de": {"title": key}}})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


def test_the_nearest_offers_come_first_and_those_without_a_place_last(store: Store) -> None:
    chance = random.Random(7)
    offers = [offer(str(number), 53.8 + chance.random() / 5, 10.6 + chance.random() / 5) for number in range(300)]
    store.replace_feed("f", [offer("nowhere"), *offers])
    found = Browse(store).nearest_with_hours(HERE, 1000)
    distances = [metres(LATITUDE, LONGITUDE, near.latitude, near.longitude)
                 for near in found if near.latitude is not None and near.longitude is not None]
    assert len(distances) == 300
    assert found[-1].latitude is None
    assert all(far > near - 5 for near, far in pairwise(distances))


def test_no_more_are_read_than_asked_for_and_none_that_has_no_hours_or_is_only_called(store: Store) -> None:
    store.replace_feed("f", [offer("far", 54.0, 10.9), offer("near", 53.87, 10.68),
                             offer("called", 53.8713, 10.6884, "helpline"), offer("unknown", 53.8713, 10.6884, osm="")])
    browse = Browse(store)
    assert [(near.latitude, near.longitude) for near in browse.nearest_with_hours(HERE, 1)] == [(53.87, 10.68)]
    assert len(browse.nearest_with_hours(HERE, 10)) == 2


def test_where_the_screen_does_not_know_its_place_the_order_is_that_of_the_feed(store: Store) -> None:
    store.replace_feed("f", [offer("c", 54.0, 10.9), offer("a", 53.87, 10.68), offer("b")])
    assert [near.latitude for near in Browse(store).nearest_with_hours(Here(), 10)] == [54.0, 53.87, None]
