"""What an editor writes in a form, with no id and no key, reaches kiosks; what cannot is said where the editor is."""

import pytest

from sync.wire.record import is_key

NEW = {"type": "offer", "kind": "service", "texts": {"de": {"title": "Reparaturtreff", "description": "<p>A</p>B"}}}


@pytest.fixture
def write(city):
    """Save a new record as the form does it; its path behind the address of the API."""
    who = city.account(f"editor-{city.bucket}", "editors")

    def save(record=None, collection="offers", **more):
        path = f"{city.collection(collection)}/records"
        answer = city.ask("POST", path, who, json={"data": {"record": record or NEW, **more}})
        assert answer.status_code == 201, answer.text
        return f"{path}/{answer.json()['data']['id']}"
    return save


def own(city):
    return [found for found in city.kinto.all(city.path("offers")) if is_key(found["id"])]


def test_an_offer_of_ones_own_reaches_a_kiosk(opened_city, hub, write, kiosk):
    path = write()
    done = hub("sign")
    assert (done.exit_code, done.stderr.count("signed: offers, 1 records")) == (0, 1)
    assert kiosk.content().added == 1
    (shown,) = kiosk.export()
    assert b"Reparaturtreff" in shown
    assert b"own:" + path.rpartition("/")[2].encode() in shown
    assert opened_city.kinto.find(path) is None


def test_a_pinned_one_stays_pinned_and_a_name_of_its_own_stays(opened_city, hub, write):
    write({**NEW, "id": "own:treff", "source": {"feed": "own", "licence": "CC0-1.0"}}, pinned=True)
    hub("sign")
    (found,) = own(opened_city)
    assert (found["pinned"], found["record"]["id"]) == (True, "own:treff")
    assert found["record"]["source"] == {"feed": "own", "licence": "CC0-1.0"}


def test_a_guide_of_ones_own_becomes_a_guide(opened_city, hub, write):
    write({"type": "guide", "texts": {"de": {"title": "Rat", "blocks": "Lesen"}}}, collection="guides")
    hub("sign")
    (found,) = opened_city.kinto.all(opened_city.path("guides"))
    assert found["record"]["type"] == "guide"


@pytest.mark.parametrize(("wrong", "why"), [
    ({**NEW, "texts": {}}, "no text"), ({**NEW, "original_language": "tr"}, "original_language"),
    ({**NEW, "id": "own:1", "source": {"feed": "stadt"}}, "is not of the feed")])
def test_what_cannot_be_taken_says_why_in_the_record_and_only_once(opened_city, hub, write, wrong, why):
    path = write(wrong)
    first, second = hub("sign"), hub("sign")
    assert why in first.stderr
    assert second.stderr == ""
    assert why in opened_city.kinto.get(path)["data"]["problem"]
    assert own(opened_city) == []


def test_mended_it_is_taken(opened_city, hub, write):
    path = write({**NEW, "texts": {}})
    hub("sign")
    data = opened_city.kinto.get(path)["data"]
    opened_city.kinto.put(path, {**data, "record": NEW})
    hub("sign")
    (found,) = own(opened_city)
    assert "problem" not in found


def test_another_records_id_is_not_taken_over_and_a_broken_off_adoption_ends_well(opened_city, hub, write):
    write({**NEW, "id": "own:treff"})
    hub("sign")
    same, other = write({**NEW, "id": "own:treff"}), write({**NEW, "id": "own:treff", "provider": "Verein"})
    assert "another record with the id 'own:treff'" in hub("sign").stderr
    assert opened_city.kinto.find(same) is None
    assert opened_city.kinto.find(other) is not None
    assert [one["record"].get("provider") for one in own(opened_city)] == [None]
