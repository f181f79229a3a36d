"""Feeds onto the server: only what changed, nothing by a broken answer, and editors have the last word."""

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from sync.wire.record import key_of
from tests.fakes.feed_server import feed_server

FEED = "stadt"


def entry(number, **more):
    return {"id": str(number), "name": f"Angebot {number}", "beschreibung": "Beratung", **more}


@pytest.fixture
def feed(city, tmp_path):
    """A feed of forty offers in a file; called with others, it says those."""
    file = city.file.parent / "list.json"
    city.file.write_text(f'{city.file.read_text()}[[feeds]]\nkind = "json"\nurl = "list.json"\nname = "{FEED}"\n')

    def say(entries):
        file.write_text(json.dumps(list(entries)), encoding="utf-8")

    say(entry(number) for number in range(40))
    return say


@pytest.fixture
def harvest(hub, feed):
    """`hub harvest`; the report of the feed."""
    def run(ok=True):
        done = hub("harvest", "--json")
        assert done.exit_code == (0 if ok else 1), done.output
        (report,) = msgspec.json.decode(done.stdout)
        return report
    return run


def title(hub, number):
    found = hub.kinto.find(hub.path("offers", key_of(f"{FEED}:{number}")))
    return found and found["data"]["record"]["texts"]["de"]["title"]


def correct(hub, number, words, **more):
    """What an editor does in kinto-admin."""
    path = hub.path("offers", key_of(f"{FEED}:{number}"))
    data = hub.kinto.find(path)["data"]
    data["record"]["texts"]["de"]["title"] = words
    hub.kinto.put(path, {**data, **more})


def timestamp(hub):
    return hub.kinto.page(hub.path("offers")).timestamp


def test_a_kiosk_shows_what_was_harvested(harvest, kiosk):
    assert harvest()["written"] == 40
    assert kiosk.content().added == 40


def test_harvested_twice_nothing_is_written(harvest, opened_city):
    harvest()
    before = timestamp(opened_city)
    again = harvest()
    assert (again["state"], again["written"], again["removed"]) == ("current", 0, 0)
    assert timestamp(opened_city) == before


def test_only_what_changed_is_written(harvest, feed, kiosk):
    harvest()
    kiosk.content()
    feed([*(entry(number) for number in range(1, 39)), entry(39, name="Neu"), entry(40)])
    report = harvest()
    assert (report["written"], report["removed"]) == (2, 1)
    event = kiosk.content()
    assert (event.added, event.changed, event.removed) == (1, 1, 1)


def test_a_correction_stays_as_long_as_the_feed_says_what_it_said(harvest, feed, opened_city):
    harvest()
    correct(opened_city, 1, "Richtig")
    assert (harvest()["kept"], title(opened_city, 1)) == (1, "Richtig")
    feed(entry(number, **({"name": "Ganz neu"} if number == 1 else {})) for number in range(40))
    assert harvest()["replaced"] == [f"{FEED}:1"]
    assert title(opened_city, 1) == "Ganz neu"
    assert harvest()["kept"] == 0


def test_what_is_pinned_is_neither_replaced_nor_removed(harvest, feed, opened_city):
    harvest()
    correct(opened_city, 1, "Richtig", pinned=True)
    correct(opened_city, 2, "Bleibt", pinned=True)
    feed(entry(number, **({"name": "Ganz neu"} if number == 1 else {})) for number in range(40) if number != 2)
    assert sorted(harvest()["pinned"]) == [f"{FEED}:1", f"{FEED}:2"]
    assert (title(opened_city, 1), title(opened_city, 2)) == ("Richtig", "Bleibt")


def test_what_an_editor_deleted_stays_away_until_the_feed_has_news_of_it(harvest, feed, opened_city):
    harvest()
    opened_city.kinto.delete(opened_city.path("offers", key_of(f"{FEED}:1")))
    assert (harvest()["written"], title(opened_city, 1)) == (0, None)
    feed(entry(number, **({"name": "Wieder da"} if number == 1 else {})) for number in range(40))
    harvest()
    assert title(opened_city, 1) == "Wieder da"


def test_editors_own_records_are_left_alone(harvest, feed, opened_city):
    own: dict[str, Any] = {"type": "offer", "id": "own:1", "kind": "service", "source": {"feed": "own"},
           "texts": {"de": {"title": "Eigenes"}}}
    here = {**own, "id": f"{FEED}:own", "source": {"feed": FEED}}
    for record in (own, here):
        opened_city.kinto.put(opened_city.path("offers", key_of(record["id"])), {"record": record})
    harvest()
    feed(entry(number) for number in range(39))
    assert harvest()["removed"] == 1
    assert all(opened_city.kinto.find(opened_city.path("offers", key_of(record["id"]))) for record in (own, here))


def test_more_than_a_third_gone_is_believed_the_second_time(harvest, feed, opened_city):
    harvest()
    feed(entry(number) for number in range(20))
    first = harvest()
    assert (first["state"], first["removed"]) == ("held", 0)
    assert harvest()["removed"] == 20


@pytest.mark.parametrize("answer", ["[]", "{", "<html>", ""])
def test_an_empty_or_broken_answer_removes_nothing(city, harvest, opened_city, answer):
    harvest()
    (city.file.parent / "list.json").write_text(answer)
    for _ in range(3):
        report = harvest(ok=answer == "[]")
        assert report["state"] in {"held", "failed"}
        assert report["message"]
    assert len(list(opened_city.kinto.all(opened_city.path("offers")))) == 40


def test_a_feed_that_left_the_settings_leaves_the_server(city, hub, harvest, opened_city):
    harvest()
    with feed_server() as other:
        other.json("/other.json", [entry(1)])
        text = city.file.read_text()
        city.file.write_text(text.replace('url = "list.json"', f'url = "{other.url}/other.json"')
                             .replace(f'"{FEED}"', '"other"'))
        assert hub("harvest").exit_code == 0
    assert {found["record"]["id"] for found in opened_city.kinto.all(opened_city.path("offers"))} == {"other:1"}


def test_a_record_the_server_refuses_is_named_with_its_field_and_the_rest_goes_in(harvest, opened_city):
    path = f"/buckets/{opened_city.bucket}/collections/offers"
    data = opened_city.kinto.get(path)["data"]
    data["schema"]["$defs"]["Offer"]["properties"]["provider"]["maxLength"] = 3
    data["schema"]["$defs"]["OfferText"]["properties"]["title"]["pattern"] = "^Angebot [^7]"
    opened_city.kinto.put(path, data)
    report = harvest(ok=False)
    assert set(report["refused"]) == {f"{FEED}:7"}
    assert "title" in report["refused"][f"{FEED}:7"]
    assert report["written"] == 39


def test_the_report_is_a_sentence_a_feed(hub, harvest):
    done = hub("harvest")
    assert done.stderr == f"{FEED}: changed; 40 written, 0 removed\n"


def test_a_hub_that_lost_its_memory_writes_nothing_again(harvest, opened_city, city):
    harvest()
    before = timestamp(opened_city)
    for name in ("offers", "guides"):
        opened_city.ledger.forget(name)
    assert harvest()["written"] == 0
    assert timestamp(opened_city) == before
    assert datetime.now(UTC).timestamp() * 1000 > before
