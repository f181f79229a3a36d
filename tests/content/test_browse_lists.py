"""What screens ask of a copy: topics, filters, the tree of guides, help lines, in the nearest language."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from content import wire
from content.browse import Browse, Facets
from content.record import Record
from content.store import Store


def record(key: str, **more: Any) -> Record:
    return wire.read({"id": f"f:{key}", "source": {"feed": "f"}, "texts": {"de": {"title": key}}, **more})[0]


def offer(key: str, **more: Any) -> Record:
    return record(key, **{"type": "offer", "kind": "service", **more})


def guide(key: str, **more: Any) -> Record:
    return record(key, type="guide", **more)


def fill(store: Store, *records: Record) -> None:
    store.replace_feed("f", [(each, wire.encode(each)) for each in records])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


def names(browse: Browse, *, topic: str = "", facets: Facets = Facets()) -> str:
    keys = [found.key for found in browse.offers(topic, facets)]
    return "".join(row.title for row in browse.rows(keys, "de"))


PLACES = {
    "a": {"cost": "free", "languages": ["tr"], "places": [
        {"district": "Moisling", "accessibility": {"wheelchair": "yes"}}]},
    "b": {"cost": "free", "languages": ["tr", "ar"], "places": [
        {"district": "Kücknitz", "accessibility": {"wheelchair": "limited"}}]},
    "c": {"cost": "paid", "languages": ["tr"], "places": [
        {"district": "Moisling", "accessibility": {"wheelchair": "no"}}]},
    "d": {"cost": "unknown", "languages": ["ar"], "places": [{"district": "Moisling"}]},
    "e": {},
}


@pytest.fixture
def places(store: Store) -> Browse:
    """Five offers of one topic that differ in everything visitors filter by."""
    fill(store, *(offer(key, topics=["money"], **more) for key, more in PLACES.items()), guide("g", topic="money"))
    return Browse(store)


@pytest.mark.parametrize(("facets", "found"), [
    (Facets(), "abcde"), (Facets(free=True), "ab"), (Facets(wheelchair=True), "ab"), (Facets(language="tr"), "abc"),
    (Facets(district="Moisling"), "acd"), (Facets(language="ar"), "bd"), (Facets(language="ro"), ""),
    (Facets(district="'; DROP TABLE record; --"), "")])
def test_each_filter_alone(places: Browse, facets: Facets, found: str) -> None:
    assert names(places, facets=facets) == names(places, topic="money", facets=facets) == found
    keys = places.keys([f"f:{key}" for key in "abcde"])
    assert places.kept(keys, facets) == places.offers("", facets)


def test_filters_together_let_through_what_each_lets_through(places: Browse) -> None:
    choices = product((False, True), (False, True), ("", "tr", "ar"), ("", "Moisling", "Kücknitz"))
    for free, wheelchair, language, district in choices:
        alone = (Facets(free=free), Facets(wheelchair=wheelchair), Facets(language=language), Facets(district=district))
        expected = set("abcde").intersection(*(names(places, facets=facets) for facets in alone))
        found = names(places, topic="money", facets=Facets(free, wheelchair, language, district))
        assert found == "".join(sorted(expected))


def test_guides_pass_only_empty_filters(places: Browse) -> None:
    keys = places.keys(["f:g", "f:a", "f:none"])
    assert [found.key for found in places.kept(keys, Facets())] == keys
    for facets in (Facets(free=True), Facets(wheelchair=True), Facets(language="tr"), Facets(district="Moisling")):
        assert [found.key for found in places.kept(keys, facets)] == keys[1:]


def test_a_topic_shows_first_what_it_is_first_for(store: Store) -> None:
    fill(store, offer("a", topics=["work", "money"]), offer("b", topics=["money"]), offer("c", topics=["money"]),
         offer("d", topics=["work"]), offer("e"))
    browse = Browse(store)
    assert (names(browse, topic="money"), names(browse, topic="work"), names(browse)) == ("bca", "ad", "abcde")
    assert names(browse, topic="none") == ""
    assert browse.offer_counts() == {"money": 3, "work": 2}


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(places: Browse) -> None:
    first, second = places.keys(["f:b", "f:a"])
    assert [row.id for row in places.rows([first, 9999, second], "de")] == ["f:b", "f:a"]
    assert places.rows([], "de") == places.kept([], Facets()) == places.keys([]) == []


@pytest.mark.parametrize(("texts", "original", "language", "shown"), [
    (("de", "tr"), "de", "tr", "tr"), (("tr", "de"), "tr", "ar", "de"), (("ar", "tr"), "tr", "en", "tr"),
    (("ar", "tr"), "ar", "en", "ar"), (("de", "de-simple"), "de", "de-simple", "de-simple"),
    (("de", "tr"), "de", "de-simple", "de"), (("en", "tr"), "tr", "de", "tr")])
def test_a_row_is_in_the_language_read_else_german_else_the_original(
        store: Store, texts: tuple[str, ...], original: str, language: str, shown: str) -> None:
    fill(store, offer("a", texts={code: {"title": f"in {code}"} for code in texts}, original_language=original))
    row, = Browse(store).rows(Browse(store).keys(["f:a"]), language)
    assert (row.language, row.title) == (shown, f"in {shown}")


def test_a_row_takes_facts_from_the_first_place_that_has_them(store: Store) -> None:
    fill(store, offer("a", hours={"osm": "24/7"}, places=[
        {"latitude": 53.0}, {"district": "Moisling", "latitude": 53.5, "longitude": 10.5},
        {"district": "Kücknitz", "accessibility": {"wheelchair": "no"}}]))
    row, = Browse(store).rows(Browse(store).keys(["f:a"]), "de")
    assert (row.district, row.latitude, row.longitude, row.wheelchair) == ("Moisling", 53.5, 10.5, "no")
    assert (row.hours, row.cost) == ("24/7", "unknown")


def test_a_text_without_a_summary_shows_how_it_begins(store: Store) -> None:
    fill(store, offer("a", texts={"de": {"title": "a", "description": "Wort " * 100}}))
    row, = Browse(store).rows(Browse(store).keys(["f:a"]), "de")
    assert row.summary.endswith("Wort …")
    assert len(row.summary) <= 202


def test_a_tree_of_guides(store: Store) -> None:
    fill(store, guide("below", topic="money", parent="f:top", order=2), guide("other", topic="work", parent="f:top"),
         guide("top", topic="money", order=2), guide("first", topic="money", order=1),
         guide("foreign", topic="work", parent="f:none", order=1), offer("no guide", topics=["money"]))
    browse = Browse(store)
    assert [row.title for row in browse.guides("money", "de")] == ["first", "top"]
    assert [row.title for row in browse.guides("work", "de")] == ["other", "foreign"]
    assert [row.title for row in browse.children("f:top", "de")] == ["other", "below"]
    assert browse.children("f:below", "de") == []
    assert [row.title for row in browse.guides_of("f", "de", 5)] == ["first", "top"]
    assert [row.title for row in browse.guides_of("f", "de", 1)] == ["first"]


def test_help_lines_stay_in_order_when_they_change(store: Store) -> None:
    lines = [offer(key, kind="helpline", hours={"osm": "24/7"}) for key in ("z", "m", "a")]
    fill(store, *lines)
    fill(store, offer("z", kind="helpline", provider="another"), *lines[1:], offer("new", kind="helpline"))
    browse = Browse(store)
    assert [row.title for row in browse.helplines("de")] == ["z", "m", "a", "new"]
    assert store.get("f:z") == offer("z", kind="helpline", provider="another")


def test_districts_that_offers_lie_in(places: Browse) -> None:
    assert places.districts() == ["Kücknitz", "Moisling"]
