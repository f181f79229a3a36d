"""Nothing in a feed can crash its reader: of nonsense comes a rejection, or the one error there is."""

import copy
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content import wire
from content.record import Offer
from sync.source import Pull, Source, SourceError
from sync.sources.geojson import GeoJson
from sync.sources.hsds import Hsds
from sync.sources.integreat import Integreat
from sync.sources.json_list import JsonList
from sync.sources.mapping import Mapped

JUNK: st.SearchStrategy[Any] = st.sampled_from([
    None, True, -1, 10**30, 1e308, "", " ", "x" * 3000, "\ud800", "\x00", "<script>", "<p>", "نص", "Mo-Fr 09:00-",
    [], {}, [None], [[]], [{}], {"id": None}, {"a": {"b": []}}, "2026-13-45", "tel:", "http://[", [1, "2", {"3": 4}]])
NAMES = st.sampled_from(["id", "path", "title", "contents", "features", "properties", "languages"])
JSON = st.recursive(JUNK, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
                    max_leaves=6)

OFTEN = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """All places in a JSON value, by the way to them."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, inner in steps for place in places(inner, (*path, step)))]


@st.composite
def spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The value with junk in a few of its places."""
    changed = copy.deepcopy(value)
    for path in draw(st.lists(st.sampled_from(places(value)[1:]), min_size=1, max_size=4)):
        holder = changed
        try:
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]] = copy.deepcopy(draw(JUNK))
        except (KeyError, IndexError, TypeError):
            continue  # an outer place was spoilt before
    return changed


def test_one_record_may_be_endlessly_long(tmp_path: Path) -> None:
    many = 100_000
    service = {"id": "s1", "name": "Dienst", "phones": [{"number": f"0451 {number}"} for number in range(many)],
               "contacts": [{"name": f"N{number}"} for number in range(many)], "languages": ["Türkisch"] * many,
               "service_at_locations": [{"location": {"name": f"Ort {number}"}} for number in range(many)]}
    (tmp_path / "page.json").write_text(json.dumps(service))
    begun = time.perf_counter()
    (record, _), = Hsds([str(tmp_path / "page.json")], "f").pull().records
    assert time.perf_counter() - begun < 60  # who compares each with each is at it for hours
    assert isinstance(record, Offer)
    assert len(record.contacts) <= 300
    assert len(record.places) <= 100


def survives(make: Callable[[str], Source], name: str, answer: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(answer))
        try:
            pull = make(folder).pull()
        except SourceError:
            return
    check(pull)


def check(pull: Pull) -> None:
    assert pull.read == len(pull.records) + len(pull.rejected)
    assert len({record.id for record, _ in pull.records}) == len(pull.records)
    for record, body in pull.records:
        assert wire.decode(body) == record
    assert all(rejection.reason for rejection in pull.rejected)


SLOT = {"start": "20:00", "end": "23:59", "timezone": "Europe/Berlin"}
DAY = {"allDay": False, "closed": False, "appointmentOnly": False, "timeSlots": [SLOT]}
ENTRY = {
    "id": 1, "url": "https://a.example/x/", "path": "/s/de/x/", "title": "Titel", "content": "<p>Text</p>", "order": 1,
    "last_updated": "2026-05-04T08:00:00+02:00", "available_languages": {"en": {"id": 2, "path": "/s/en/x/"}},
    "parent": {"id": 3, "path": "/s/de/"}, "category": {"name": "Amt"}, "opening_hours": [DAY] * 7,
    "barrier_free": True,
    "contacts": [{"name": "A", "email": "a@a.example", "phone_number": "0451 1", "website": "a.example",
                  "opening_hours": [DAY] * 7, "appointment_url": "https://t.example"}],
    "location": {"name": "Ort", "address": "Weg 1", "town": "Stadt", "latitude": 53.8, "longitude": 10.6},
    "event": {"start": "2026-12-01T15:00:00+01:00", "end": "2026-12-01T17:00:00+01:00", "recurrence_id": 3}}
SERVICE = {
    "id": "s1", "name": "Dienst", "description": "<p>Text</p>", "status": "active", "minimum_age": 3, "fees": "None",
    "phones": [{"number": "0451 1", "extension": 3}], "languages": [{"name": "Urdu", "code": "ur"}],
    "schedules": [{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "10:00", "closes_at": "18:00",
                   "valid_from": "2026-01-01"}],
    "organization": {"name": "Träger", "phones": [{"number": "0451 2"}]},
    "cost_options": [{"amount": 5}],
    "service_at_locations": [{"location": {"name": "Haus", "latitude": 53.8, "longitude": 10.6,
                                           "addresses": [{"address_1": "Weg", "city": "Stadt"}],
                                           "accessibility": [{"description": "Rampe"}]},
                              "contacts": [{"name": "Frau A", "phones": [{"number": "Büro: 0451 3"}]}]}],
    "attributes": [{"taxonomy_term": {"name": "Wohnen"}}], "required_documents": [{"document": "Ausweis"}]}
FEATURE = {"type": "Feature", "id": 1, "properties": {"name": "Ort", "hours": "Mo 9", "tel": "1", "list": ["a", "b"]},
           "geometry": {"type": "Polygon", "coordinates": [[[10, 53], [11, 54]]]}}
FEATURES = {"type": "FeatureCollection", "features": [FEATURE], "links": [{"rel": "self", "href": "/x"}]}
MAPPING = Mapped(feed="f", key=["@id", "id"], title=["name", "n"], hours="hours", description=["name", "list"],
                 topics="list", cost="cost", languages="list", last_modified="hours", url="tel")


@OFTEN
@given(spoilt([ENTRY, ENTRY]), st.sampled_from(["pages", "locations", "events"]))
def test_spoilt_integreat(answer: Any, kind: str) -> None:
    survives(lambda folder: Integreat(folder, "f"), f"de/{kind}.json", answer)


@OFTEN
@given(spoilt({"contents": [SERVICE, SERVICE]}))
def test_spoilt_hsds(answer: Any) -> None:
    survives(lambda folder: Hsds([f"{folder}/page.json"], "f"), "page.json", answer)


@OFTEN
@given(spoilt(FEATURES))
def test_spoilt_geojson(answer: Any) -> None:
    survives(lambda folder: GeoJson([f"{folder}/a.json"], MAPPING, "f"), "a.json", answer)


@OFTEN
@given(JSON)
def test_any_json_at_all(answer: Any) -> None:
    survives(lambda folder: Integreat(folder, "f"), "de/locations.json", answer)
    survives(lambda folder: Hsds([f"{folder}/page.json"], "f"), "page.json", answer)
    survives(lambda folder: GeoJson([f"{folder}/a.json"], MAPPING, "f"), "a.json", answer)
    survives(lambda folder: JsonList([f"{folder}/a.json"], MAPPING, "f"), "a.json", answer)


@OFTEN
@given(st.text(max_size=300) | st.lists(
    st.sampled_from(["id", "name", ",", ";", '"', "\n", "\x00", "x", "location_id"]), max_size=40).map("".join))
def test_any_table_at_all(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("services", "locations", "phones"):
            Path(folder, f"{name}.csv").write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            pull = Hsds([folder], "f").pull()
        except SourceError:
            return
    check(pull)
