"""The shipped nginx.conf before a real hub: what all ask costs the hub nothing, and what is private is not kept."""

import os
import uuid

import pytest
import requests

from sync.hub.city import opened
from tests.fakes.cache import cache
from tests.fakes.editor import Editor, offer
from tests.fakes.waiting import until


@pytest.fixture
def editor(city):
    made = Editor(city)
    made.put(*(offer(str(number)) for number in range(40)))
    with opened(city.settings) as hub:
        hub.signer.sign()
    yield made
    made.close()


@pytest.fixture
def front(city, editor, tmp_path):
    user = "user root;" if os.getuid() == 0 else ""
    with cache(tmp_path / "nginx", city.settings.server.listen, user) as address:
        yield f"{address}/v1"


def test_polls_are_answered_from_the_cache(city, front):
    address = front + city.collection("manifest") + "/records"
    first = requests.get(address, timeout=10)
    assert (first.status_code, first.headers["X-Cache"]) == (200, "MISS")
    for _ in range(20):
        poll = requests.get(address, timeout=10, headers={"If-None-Match": first.headers["ETag"]})
        assert (poll.status_code, poll.content) == (304, b"")
    assert requests.get(address, timeout=10).headers["X-Cache"] == "HIT"


def test_the_first_who_asks_after_ten_seconds_gets_what_is_new(city, front, editor):
    """Not what was there when the one before asked: that may be a quarter of an hour ago."""
    address = front + city.collection("offers") + "/records"
    answers = [requests.get(address, timeout=10)]
    editor.put(offer("new"))

    def asked_again():
        answers.append(requests.get(address, timeout=10))
        return answers[-1].headers["X-Cache"] != "HIT"

    until(asked_again, "the cache keeps its answer for ever", step=0.2)  # more often would be a flood
    assert len(answers[-1].json()["data"]) == 41, answers[-1].headers["X-Cache"]


def test_a_page_is_packed_and_kept_by_its_query(city, front):
    address = front + city.collection("offers") + "/records?_sort=last_modified&_limit="
    answers = [requests.get(address + limit, timeout=10) for limit in ("10", "20", "10")]
    assert [answer.headers["X-Cache"] for answer in answers] == ["MISS", "MISS", "HIT"]
    assert [len(answer.json()["data"]) for answer in answers] == [10, 20, 10]
    assert {answer.headers["Content-Encoding"] for answer in answers} == {"gzip"}


def test_what_was_asked_with_an_account_is_neither_kept_nor_given_from_what_is_kept(city, front, editor):
    who = city.account(f"kiosk-{city.bucket}", "kiosks")
    address = front + city.collection("offers") + "/records"
    assert requests.get(address, timeout=10, auth=who).headers["X-Cache"] == "BYPASS"
    assert requests.get(address, timeout=10).headers["X-Cache"] == "MISS"
    editor.put(offer("new"))
    assert len(requests.get(address, timeout=10, auth=who).json()["data"]) == 41


def test_drop_boxes_go_straight_through(city, front):
    who = city.account(f"kiosk-{city.bucket}", "kiosks")
    path = f"{city.collection('feedback')}/records/{uuid.uuid4()}"
    answers = [requests.put(front + path, json={"data": {}}, auth=who, timeout=10, headers={"If-None-Match": "*"})
               for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 412]
    assert not any("X-Cache" in answer.headers for answer in answers)
    assert requests.get(front + path, timeout=10).status_code == 401


def test_a_flood_is_asked_to_come_later(city, front):
    with requests.Session() as session:
        answers = [session.get(front + city.collection("manifest"), auth=("nobody", "x"), timeout=10)
                   for _ in range(130)]
    late = [answer for answer in answers if answer.status_code == 429]
    assert late
    assert {answer.headers["Retry-After"] for answer in late} == {"60"}


def test_no_log_says_who_asked(city, front, tmp_path):
    name, password = city.account(f"kiosk-{city.bucket}", "kiosks")
    requests.get(front + city.collection("offers") + "/records?secret=1", auth=(name, password), timeout=10)
    log = (tmp_path / "nginx" / "access.log").read_text()
    assert "/records" in log
    assert not [word for word in (name, password, "127.0.0.1", "secret") if word in log]
