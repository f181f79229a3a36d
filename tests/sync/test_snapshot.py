"""A feed goes into the local copy as a whole, and never takes it away by mistake."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content.intake import Change
from content.store import Store
from sync.feeds import name_for, source_for
from sync.snapshot import bring_in
from sync.source import SourceError
from sync.sources.json_list import JsonList
from sync.sources.mapping import Mapped


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "list.json"


def listed(feed: Path, *names: str) -> JsonList:
    feed.write_text(json.dumps([{"id": name, "name": name} for name in names]))
    return JsonList([str(feed)], Mapped(feed="f", key="id", title="name"), "f")


def test_the_copy_becomes_equal_to_the_feed(store: Store, feed: Path) -> None:
    assert bring_in(store, listed(feed, "a", "b", "a"))[1] == Change(2, 0, 0, 0)
    assert bring_in(store, listed(feed, "b", "c"))[1] == Change(1, 0, 1, 1)
    (state,) = store.feeds()
    assert (state.name, state.kind, state.url, state.records) == ("f", "json", str(feed), 2)


@pytest.mark.parametrize("broken", [
    '[{"id": "a", "name": "a"}, {"id"', "[]", '[{"id": "", "name": "x"}]', "<html>", ""])
def test_nothing_goes_when_nothing_comes(store: Store, feed: Path, broken: str) -> None:
    bring_in(store, listed(feed, "a", "b"))
    source = listed(feed)
    feed.write_text(broken)
    with pytest.raises(SourceError, match=str(feed)):
        bring_in(store, source)
    assert len(list(store.export())) == 2


def test_an_empty_feed_may_be_new(store: Store, feed: Path) -> None:
    assert bring_in(store, listed(feed))[1] == Change(0, 0, 0, 0)
    assert bring_in(store, listed(feed))[1] == Change(0, 0, 0, 0)


def test_built_in_feeds_are_not_for_importing(store: Store, feed: Path) -> None:
    store.replace_feed("f", [], kind="builtin")
    with pytest.raises(SourceError, match="belongs to what the program brings along"):
        bring_in(store, listed(feed, "a"))


@pytest.mark.parametrize(("url", "name"), [
    ("https://cms.a.example/musterstadt", "musterstadt"), ("https://cms.a.example/musterstadt/", "musterstadt"),
    ("https://a.example/o/OpenReferralService/v3", "v3"), ("https://a.example/", "a.example"),
    ("https://a.example:8080", "a.example-8080"), ("https://a.example/ogc/parks/items?f=json", "parks"),
    ("daten/Schulen in Lübeck.geojson", "schulen-in-lübeck"), ("/daten/integreat-lkaugsburg/", "integreat-lkaugsburg"),
])
def test_names_for_feeds(url: str, name: str) -> None:
    assert name_for(url) == name


@pytest.mark.parametrize(("kind", "arguments", "feed"), [
    ("integreat", {"urls": ["https://a.example/stadt"]}, "stadt"),
    ("hsds", {"urls": ["https://a.example/api"], "feed": "dienste"}, "dienste"),
    ("geojson", {"urls": ["x.json"], "mapping": "chemnitz-kitas"}, "chemnitz-kitas"),
    ("geojson", {"urls": ["parks.json"]}, "parks"),
    ("json", {"urls": ["x.json"], "mapping": "berlin-fairgnuegen", "feed": "berlin"}, "berlin"),
])
def test_sources_by_kind(kind: str, arguments: dict[str, Any], feed: str) -> None:
    source = source_for(kind, **arguments)
    assert (source.kind, source.feed, source.url) == (kind, feed, arguments["urls"][0])


@pytest.mark.parametrize(("kind", "arguments"), [
    ("integreat", {"urls": ["a", "b"]}), ("integreat", {"urls": ["a"], "mapping": "default"}),
    ("integreat", {"urls": ["a"], "language": "en"}), ("hsds", {"urls": ["a"], "mapping": "default"}),
    ("json", {"urls": ["a"], "language": "en"}), ("hsds", {"urls": ["a"], "feed": "two words"}),
    ("hsds", {"urls": ["a"], "feed": "a:b"}), ("json", {"urls": ["a"], "mapping": "no-such-mapping"}),
])
def test_what_does_not_fit_a_kind_is_said(kind: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(SourceError):
        source_for(kind, **arguments)
