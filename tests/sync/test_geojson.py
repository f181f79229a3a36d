"""Features from files and from OGC API Features servers, on the way from any of their pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from content.record import Offer
from sync.source import Pull, SourceError
from sync.sources.document import Documents, Limits
from sync.sources.geojson import GeoJson
from sync.sources.geometry import point_of
from sync.sources.mapping import Mapped, load
from tests.fakes.feed_server import FeedServer

NAMED = Mapped(feed="f", key=["@id", "id"], title="name", kind="place")


def offers(pull: Pull) -> dict[str, Offer]:
    return {record.id: record for record, _ in pull.records if isinstance(record, Offer)}


def shipped(name: str) -> Mapped:
    return load(name, Documents())


def feature(number: int, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "id": number, "properties": {"name": f"Ort {number}", **properties},
            "geometry": {"type": "Point", "coordinates": [10.68, 53.86]}}


def collection(*features: Any, links: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features),
            "links": [{"rel": relation, "href": href} for relation, href in (links or {}).items()], **more}


@pytest.mark.parametrize(("layer", "mapping", "count"), [
    ("Kindertageseinrichtungen", "chemnitz-kitas", 241), ("Schulen", "chemnitz-schulen", 139),
    ("Schulsozialarbeit", "chemnitz-schulsozialarbeit", 51), ("Jugendberufshilfen", "chemnitz-jugendberufshilfen", 10)])
def test_the_layers_of_chemnitz(shared_data: Path, layer: str, mapping: str, count: int) -> None:
    pull = GeoJson([str(shared_data / f"chemnitz-opendata/{layer}.geojson")], shipped(mapping), mapping).pull()
    found = offers(pull)
    assert (pull.read, len(found), pull.rejected) == (count, count, [])
    for offer in found.values():
        assert offer.topics
        assert offer.places[0].latitude is not None
        assert offer.places[0].address.endswith(" Chemnitz")
        assert all(contact.website.startswith("http") for contact in offer.contacts if contact.website)


def test_what_the_layers_of_chemnitz_say(shared_data: Path) -> None:
    def read(layer: str, mapping: str, number: int) -> Offer:
        pull = GeoJson([str(shared_data / f"chemnitz-opendata/{layer}.geojson")], shipped(mapping), "c").pull()
        return offers(pull)[f"c:{number}"]

    nursery = read("Kindertageseinrichtungen", "chemnitz-kitas", 15)
    assert nursery.places[0].address == "Straße Usti nad Labem 197, 09119 Chemnitz"
    assert nursery.places[0].accessibility.wheelchair == "no"
    school = read("Schulen", "chemnitz-schulen", 3)
    assert (school.texts["de"].summary, school.places[0].accessibility.wheelchair) == ("Grundschule", "yes")
    workers = read("Schulsozialarbeit", "chemnitz-schulsozialarbeit", 2)
    assert workers.texts["de"].title == "Regenbogenbus e. V."  # BEZEICHNUNG is null, TRAEGER ends in a blank
    assert workers.contacts[0].phones == ("0371 2786887-10", "0176 56721413")


def test_the_markets_of_88_cities(shared_data: Path) -> None:
    pull = GeoJson([str(shared_data / "wo-ist-markt/cities")], shipped("wo-ist-markt"), "markets").pull()
    found = offers(pull)
    assert (pull.read, len(found), pull.rejected) == (917, 917, [])
    assert sum(bool(offer.hours and offer.hours.osm) for offer in found.values()) == 878
    assert len([id_ for id_ in found if id_.startswith("markets:luebeck/")]) == 10
    market = found["markets:luebeck/Travemünde/Travemünde"]
    assert market.hours is not None
    assert market.hours.osm == "May-Sep Mo,Th 08:00-14:00; Oct-Apr Mo,Th 08:00-13:00"
    assert {"markets:berlin/Wochenmarkt Spremberg/Am Markt 1, 03130",
            "markets:berlin/Wochenmarkt Spremberg/Am Markt 1, 03130#2"} <= found.keys()


@pytest.mark.parametrize("start", ["/", "/index.json", "/collections/", "/collections/LimesCoordinates_Kleinkastell/"])
def test_a_published_site_from_wherever_it_is_entered(server: FeedServer, shared_data: Path, start: str) -> None:
    server.folder(shared_data / "oaf-static-limes", ("https://situx.github.io/geostatdeploy", server.url))
    mapping = Mapped(feed="limes", key="@id", title="limesobject", kind="place")
    found = offers(GeoJson([f"{server.url}{start}"], mapping, "limes").pull())
    assert len(found) == 68
    assert found["limes:0"].texts["de"].title == "Anhausen"
    assert found["limes:0"].places[0].latitude == 50.481347


def test_pages_are_followed_as_the_server_links_them(server: FeedServer) -> None:
    server.json("/items", collection(feature(1), links={"next": "/more?page=x%20y&f=json"}))
    server.json("/more?page=x y&f=json", collection(feature(2), links={"next": f"{server.url}/last"}))
    server.json("/last", collection(feature(3), numberMatched=3))
    assert list(offers(GeoJson([f"{server.url}/items"], NAMED, "f").pull())) == ["f:1", "f:2", "f:3"]
    assert server.asked[1][0] == "/more?page=x y&f=json"


def test_the_json_among_the_links_is_taken(server: FeedServer) -> None:
    links = [{"rel": "items", "href": "/items.html", "type": "text/html"},
             {"rel": "items", "href": "/items.gml", "type": "application/gml+xml"},
             {"rel": "items", "href": "/items.json", "type": "application/json"},
             {"rel": "items", "href": "/items.geojson", "type": "application/geo+json"}]
    server.json("/collections", {"collections": [{"id": "a", "links": links}, {"id": "b", "links": links[:2]}]})
    server.json("/items.geojson", collection(feature(1)))
    assert list(offers(GeoJson([f"{server.url}/collections"], NAMED, "f").pull())) == ["f:1"]


@pytest.mark.parametrize(("answers", "reason"), [
    ({"/a": collection(feature(1), links={"next": "/a"})}, "circle"),
    ({"/a": collection(feature(1), links={"next": "/b"}), "/b": {"links": []}}, "features were expected"),
    ({"/a": collection(feature(1), links={"next": "/b"})}, "HTTP 404"),
    ({"/a": collection(feature(1), numberMatched=68)}, "only 1 of 68"),
    ({"/a": {"message": "hello"}}, "neither"),
    ({"/a": []}, "neither"),
    ({"/a": {"links": [{"rel": "data", "href": "/b"}]}}, "HTTP 404"),
])
def test_what_is_not_complete_is_not_taken(server: FeedServer, answers: dict[str, Any], reason: str) -> None:
    for path, value in answers.items():
        server.json(path, value)
    with pytest.raises(SourceError, match=reason):
        GeoJson([f"{server.url}/a"], NAMED, "f").pull()


def test_pages_without_end_come_to_one(server: FeedServer) -> None:
    for number in range(30):
        server.json(f"/{number}", collection(feature(number), links={"next": f"/{number + 1}"}))
    with pytest.raises(SourceError, match="more than 20 documents"):
        GeoJson([f"{server.url}/0"], NAMED, "f", lambda: Documents(Limits(documents=20))).pull()


def test_several_files_and_what_is_wrong_in_them(tmp_path: Path) -> None:
    broken = [None, {"properties": None}, feature(2, name=None)]
    (tmp_path / "a.geojson").write_text(json.dumps(collection(feature(1), *broken)))
    (tmp_path / "b.json").write_text(json.dumps(collection(feature(2), feature(1))))
    (tmp_path / "about.json").write_text('{"about": "these files"}')
    pull = GeoJson([str(tmp_path)], NAMED, "f").pull()
    assert sorted(offers(pull)) == ["f:1", "f:2"]
    assert [(rejection.key, rejection.reason) for rejection in pull.rejected] == [
        ("entry 2", "no key"), ("entry 3", "no key"), ("2", "no title"),
        ("1", "the id occurs twice; the first is kept")]
    files = [str(tmp_path / name) for name in ("a.geojson", "b.json")]
    assert offers(GeoJson(files, NAMED, "f").pull()) == offers(pull)
    with pytest.raises(SourceError, match="neither"):
        GeoJson([*files, str(tmp_path / "about.json")], NAMED, "f").pull()


@pytest.mark.parametrize(("geometry", "point"), [
    ({"type": "Point", "coordinates": [10.5, 53.5]}, (53.5, 10.5)),
    ({"type": "Point", "coordinates": [10.5, 53.5, 12]}, (53.5, 10.5)),
    ({"type": "Polygon", "coordinates": [[[10, 53], [11, 53], [11, 54], [10, 53]]]}, (53.5, 10.5)),
    ({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [10.5, 53.5]}]}, (53.5, 10.5)),
    (None, (None, None)), ({}, (None, None)), ({"coordinates": []}, (None, None)),
    ({"coordinates": ["x", None]}, (None, None)), ({"coordinates": {"a": 1}}, (None, None)), ("POINT(1 2)", (None,
    None)),
])
def test_one_point_for_a_geometry(geometry: Any, point: tuple[float | None, float | None]) -> None:
    assert point_of(geometry) == point


@pytest.mark.parametrize("coordinates", [[360000, 5850000], [0, 0], [200, 53], ["ten", 53]])
def test_coordinates_that_cannot_be_are_left_out(tmp_path: Path, coordinates: list[Any]) -> None:
    odd = feature(1) | {"geometry": {"type": "Point", "coordinates": coordinates}}
    (tmp_path / "a.geojson").write_text(json.dumps(collection(odd)))
    (offer,) = offers(GeoJson([str(tmp_path / "a.geojson")], NAMED, "f").pull()).values()
    assert offer.places == ()
