"""What lies on the server after `hub init`, and who may do what there: the table of docs/hub-protocol.md."""

import uuid

import pytest
from click.testing import CliRunner

from content.schema import KINDS
from sync.hub.cli import main
from sync.hub.layout import establish, wanted
from sync.hub.settings import Server
from tests.fakes.hub_server import found, free_port

OFFER = {"type": "offer", "id": "own:1", "kind": "service", "source": {"feed": "own"},
         "texts": {"de": {"title": "Beratung"}}}


@pytest.fixture(scope="module")
def city(hub_in_memory, tmp_path_factory):
    """One for all tests here: accounts are slow to make, as passwords should be."""
    return found(hub_in_memory, tmp_path_factory.mktemp("city"))


@pytest.fixture(scope="module")
def people(city):
    """Who asks: nobody, a kiosk, another kiosk, an editor, somebody with an account that is in no group."""
    names = {"kiosk": ("kiosks",), "other": ("kiosks",), "editor": ("editors",), "stranger": ()}
    return {"nobody": None,
            **{name: city.account(f"{name}-{city.bucket}", *groups) for name, groups in names.items()}}


def put(city, who, collection, record=None, data=None, **head):
    return city.ask("PUT", f"{city.collection(collection)}/records/{record or uuid.uuid4()}", who,
                    json={"data": data or {"words": "Danke"}}, headers=head).status_code


@pytest.mark.parametrize("collection", ["offers", "guides", "manifest"])
def test_everybody_reads_content(city, people, collection):
    for who in people.values():
        assert city.ask("GET", f"{city.collection(collection)}/records", who).status_code == 200


def test_nobody_but_the_admin_reads_how_kiosks_are(city, people):
    for who in people.values():
        assert city.ask("GET", f"{city.collection('kiosks')}/records", who).status_code in {401, 403}


@pytest.mark.parametrize("box", ["feedback", "counts"])
def test_a_drop_box_looks_empty_to_kiosks_and_is_closed_to_others(city, people, box):
    assert put(city, people["kiosk"], box) == 201
    for name, who in people.items():
        answer = city.ask("GET", f"{city.collection(box)}/records", who)
        assert (answer.json()["data"] == []) if name in {"kiosk", "other"} else answer.status_code in {401, 403}


@pytest.mark.parametrize("collection", ["offers", "guides", "manifest", "kiosks", "feedback", "counts"])
def test_who_may_create(city, people, collection):
    kind = collection.removesuffix("s")
    data = {"record": {**OFFER, "type": kind}} if kind in KINDS else None
    allowed = {"feedback": {"kiosk", "other"}, "counts": {"kiosk", "other"}, "offers": {"editor"},
               "guides": {"editor"}}.get(collection, set())
    created = {name for name, who in people.items() if put(city, who, collection, data=data) == 201}
    assert created == allowed


def test_a_drop_box_cannot_be_read_or_changed_by_who_put_something_there(city, people):
    item = str(uuid.uuid4())
    assert put(city, people["kiosk"], "feedback", item, **{"If-None-Match": "*"}) == 201
    path = f"{city.collection('feedback')}/records/{item}"
    for who in people.values():
        for method in ("GET", "DELETE"):
            assert city.ask(method, path, who).status_code in {401, 403}
        assert city.ask("PATCH", path, who, json={"data": {"words": ""}}).status_code in {401, 403}
    with city.kinto() as kinto:
        assert kinto.find(path)["data"]["words"] == "Danke"


def test_what_is_sent_twice_is_said_to_be_there(city, people):
    item = str(uuid.uuid4())
    once = {"If-None-Match": "*"}
    assert [put(city, people["kiosk"], "feedback", item, **once) for _ in range(2)] == [201, 412]


def test_a_kiosk_writes_its_own_sign_of_life_and_no_other(city, people):
    mine = city.collection("kiosks") + "/records/bibliothek-1"
    with city.kinto() as kinto:
        kinto.put(mine, {}, {"write": [f"account:{people['kiosk'][0]}"]})
    assert city.ask("PUT", mine, people["kiosk"], json={"data": {"version": "1"}}).status_code == 200
    for name in ("nobody", "other", "editor", "stranger"):
        assert city.ask("PUT", mine, people[name], json={"data": {"version": "2"}}).status_code in {401, 403}


def test_editors_find_their_bucket_and_in_it_what_they_may_edit_and_nothing_of_kiosks(city, people):
    assert [one["id"] for one in city.ask("GET", "/buckets", people["editor"]).json()["data"]] == [city.bucket]
    seen = city.ask("GET", f"/buckets/{city.bucket}/collections", people["editor"]).json()["data"]
    assert {one["id"] for one in seen} == {"offers", "guides", "manifest"}
    for name in ("kiosk", "stranger", "nobody"):
        assert city.ask("GET", "/buckets", people[name]).status_code in {401, 403}
    for group in ("editors", "kiosks"):
        answer = city.ask("PATCH", f"/buckets/{city.bucket}/groups/{group}", people["editor"],
                          json={"data": {"members": []}})
        assert answer.status_code == 403


def test_nobody_makes_an_account_or_a_bucket(city, people):
    for who in people.values():
        for path in ("/accounts/intruder", "/buckets/mine"):
            assert city.ask("PUT", path, who, json={"data": {"password": "x"}}).status_code in {401, 403}


def test_no_collection_can_be_dropped_with_its_tombstones(city):
    with city.kinto() as kinto:
        who = kinto._session.auth
    for path in (city.collection("offers"), f"/buckets/{city.bucket}", f"/buckets/{city.bucket}/collections"):
        assert city.ask("DELETE", path, who).status_code == 405


@pytest.mark.parametrize(("wrong", "field"), [
    ({"kind": "castle"}, "kind"), ({"texts": {"de": {"title": 7}}}, "title"), ({"id": "no colon"}, "id")])
def test_a_record_that_is_none_is_refused_with_its_field(city, people, wrong, field):
    answer = city.ask("PUT", f"{city.collection('offers')}/records/a", people["editor"],
                      json={"data": {"record": {**OFFER, **wrong}}})
    assert answer.status_code == 400
    assert field in answer.json()["message"]


def test_setting_up_again_changes_nothing_and_repairs_what_was_changed(city):
    with city.kinto() as kinto:
        before = [kinto.find(thing.path) for thing in wanted(city.bucket)]
        assert establish(kinto, city.bucket) == []
        assert [kinto.find(thing.path) for thing in wanted(city.bucket)] == before
        box = city.collection("feedback")
        kinto.put(box, {}, {"read": ["system.Everyone"], "record:create": []})
        assert establish(kinto, city.bucket) == [box]
    assert city.ask("GET", f"{box}/records").status_code == 401


def test_setting_up_again_leaves_members_in_their_groups(city, people):
    with city.kinto() as kinto:
        establish(kinto, city.bucket)
        members = kinto.find(f"/buckets/{city.bucket}/groups/editors")["data"]["members"]
    assert members == [f"account:{people['editor'][0]}"]


def test_the_command_says_what_it_did_and_then_that_nothing_is_left_to_do(city, tmp_path):
    settings = tmp_path / "hub.toml"
    settings.write_text(city.file.read_text().replace(city.bucket, f"{city.bucket}-2"))
    done = [CliRunner().invoke(main, ["--settings", str(settings), "init"]) for _ in range(2)]
    assert [one.exit_code for one in done] == [0, 0]
    assert done[0].stderr.count(f"/buckets/{city.bucket}-2") == 9
    assert done[1].stderr == "all is as it should be\n"


def test_a_server_that_does_not_run_is_one_line(city, tmp_path):
    settings = tmp_path / "hub.toml"
    settings.write_text(city.file.read_text().replace(city.settings.server.listen, f"127.0.0.1:{free_port()}"))
    done = CliRunner().invoke(main, ["--settings", str(settings), "init"])
    assert done.exit_code == 1
    assert "does the server run?" in done.stderr


def test_the_address_on_this_machine_goes_past_the_cache():
    assert Server("127.0.0.1:8888").url == "http://127.0.0.1:8888/v1"
