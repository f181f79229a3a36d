"""What visitors said arrives once, whatever the line does, and stays until it has."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sync.event import Fault
from tests.fakes.editor import Editor, offer
from tests.fakes.line import Line, Passing
from tests.fakes.terminal import NOON, Terminal

DAY = date(2026, 11, 25)


def say(terminal: Terminal, *words: str) -> list[str]:
    with closing(terminal.outbox()) as outbox:
        return [outbox.put("wish", {"language": "ar", "words": one}, DAY) for one in words]


def waiting(terminal: Terminal) -> list[tuple[str, str]]:
    with closing(terminal.outbox()) as outbox:
        return [(item.id, item.refused) for item in outbox.items()]


def first(times: int, change: Callable[[Passing], Passing | None]) -> Callable[[Passing], Passing | None]:
    """Change the first so many answers."""
    left = [times]

    def run(passing: Passing) -> Passing | None:
        left[0] -= 1
        return change(passing) if left[0] >= 0 else passing
    return run


def test_what_was_said_arrives_and_goes(editor: Editor, terminal: Terminal, line: Line) -> None:
    ids = say(terminal, *(f"Wunsch {number}" for number in range(60)))
    (event,) = terminal.deliver()
    assert (event.delivered, event.refused, event.waiting, event.failed) == (60, 0, 0, False)
    received = editor.received("feedback")
    assert sorted(one["id"] for one in received) == sorted(ids)
    assert received[0] | {"id": "", "last_modified": 0} == {
        "id": "", "last_modified": 0, "kind": "wish", "day": "2026-11-25", "district": "Moisling",
        "body": {"language": "ar", "words": "Wunsch 0"}}
    assert line.asked == [("POST", "/v1/batch")] * 3
    assert terminal.deliver() == []


def test_an_answer_that_is_lost_makes_nothing_arrive_twice(editor: Editor, terminal: Terminal, line: Line) -> None:
    ids = say(terminal, *"abcd")
    line.change = first(1, lambda passing: None)
    (event,) = terminal.deliver()
    assert (event.delivered, event.waiting, event.failed) == (0, 4, True)
    more = say(terminal, "e")
    (event,) = terminal.deliver()
    assert (event.delivered, event.waiting) == (5, 0)
    assert sorted(one["id"] for one in editor.received("feedback")) == sorted(ids + more)


def spoilt(passing: Passing, status: int, nth: int = 0) -> Passing:
    """The answer with another status for one of its items, and Kinto's words about it."""
    answers = json.loads(passing.body)
    answers["responses"][nth] = {"status": status, "path": "", "headers": {}, "body": {
        "code": status, "errno": 107, "error": "Invalid parameters", "message": "words in body: 'b' is too short"}}
    return passing._replace(body=json.dumps(answers).encode())


@pytest.mark.parametrize("status", [400, 403, 413])
def test_what_the_hub_does_not_take_is_kept_for_the_keeper(terminal: Terminal, line: Line, status: int) -> None:
    _, bad, _ = say(terminal, "a", "b", "c")
    line.change = lambda passing: spoilt(passing, status, 1)
    (event,) = terminal.deliver()
    assert (event.delivered, event.refused, event.waiting, event.failed) == (2, 1, 0, True)
    assert waiting(terminal) == [(bad, f"HTTP {status} Invalid parameters")]
    assert "'b'" not in event.sentence()
    line.change = lambda passing: passing
    assert terminal.deliver() == []
    with closing(terminal.outbox()) as outbox:
        outbox.retry()
    assert terminal.deliver()[0].delivered == 1


@pytest.mark.parametrize("status", [401, 404, 409, 500, 503])
def test_anything_else_is_tried_again(editor: Editor, terminal: Terminal, line: Line, status: int) -> None:
    ids = say(terminal, "a", "b")
    line.change = first(1, lambda passing: spoilt(passing, status))
    (event,) = terminal.deliver()
    assert (event.delivered, event.refused, event.waiting, event.failed) == (1, 0, 1, True)
    assert waiting(terminal) == [(ids[0], "")]
    (event,) = terminal.deliver()
    assert (event.delivered, event.waiting, event.failed) == (1, 0, False)
    assert len(editor.received("feedback")) == 2


def test_a_batch_that_is_too_large_goes_one_by_one(editor: Editor, terminal: Terminal, line: Line) -> None:
    ids = say(terminal, "a", "zu lang" * 50, "c")
    asked: list[int] = []

    def narrow(passing: Passing) -> Passing:
        asked.append(len(json.loads(passing.body)["responses"]))
        return passing._replace(status=413) if len(asked) == 1 or len(asked) == 3 else passing
    line.change = narrow
    (event,) = terminal.deliver()
    assert asked == [3, 1, 1, 1]
    assert (event.delivered, event.refused) == (2, 1)
    assert waiting(terminal) == [(ids[1], "HTTP 413")]


def test_a_hub_that_asks_for_rest_is_left_alone(terminal: Terminal, line: Line) -> None:
    say(terminal, *(str(number) for number in range(60)))
    line.change = lambda passing: passing._replace(head={**passing.head, "Backoff": "120"})
    (event,) = terminal.deliver()
    assert (event.delivered, event.waiting, event.failed, event.rest) == (25, 35, False, 120)
    assert len(line.asked) == 1
    line.change = lambda passing: passing._replace(status=503, head={"Retry-After": "600"})
    (event,) = terminal.deliver()
    assert (event.delivered, event.failed, event.rest) == (0, False, 600)


def test_rest_is_kept_from_pass_to_pass(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    editor.sign()
    line.change = lambda passing: passing._replace(status=503, head={"Retry-After": "600"})
    assert (terminal.content().state, terminal.content().state) == ("waiting", "waiting")
    assert len(line.asked) == 1
    line.change = lambda passing: passing
    terminal.now = lambda: NOON + timedelta(seconds=599)
    assert (terminal.content().wait, len(line.asked)) == (1, 1)
    terminal.now = lambda: NOON + timedelta(seconds=601)
    assert terminal.content().state == "changed"


def test_rest_that_was_asked_for_at_the_end_is_kept_too(
        editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.sign()
    line.change = lambda passing: passing._replace(head={**passing.head, "Backoff": "900"})
    assert terminal.greet() == []
    line.change = lambda passing: passing
    assert (terminal.content().state, terminal.content().wait) == ("waiting", 900)


def test_a_weak_tag_of_a_server_in_front_is_the_hubs(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    editor.sign()
    line.change = lambda passing: passing._replace(head={
        name: f"W/{value}" if name.lower() == "etag" else value for name, value in passing.head.items()})
    assert [terminal.content().state for _ in range(2)] == ["changed", "current"]


def test_a_clock_that_was_put_back_does_not_stop_the_kiosk(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    editor.sign()
    line.change = lambda passing: passing._replace(status=503, head={"Retry-After": "600"})
    terminal.content()
    line.change = lambda passing: passing
    terminal.now = lambda: NOON - timedelta(days=365)
    assert terminal.content().state == "changed"


def test_a_month_offline_loses_nothing(editor: Editor, terminal: Terminal, line: Line) -> None:
    ids, counted = [], 0
    line.change = lambda passing: None
    for day in range(30):
        today = DAY + timedelta(days=day)
        terminal.now = partial(NOON.__add__, timedelta(days=day))
        with closing(terminal.outbox()) as outbox:
            ids += [outbox.put("wish", {"language": "de", "words": f"{day}-{number}"}, today) for number in range(4)]
            for _ in range(day % 8):
                outbox.count("topic", "tr", today, topic="money", district="Moisling")
        counted += day % 8 if day % 8 >= 5 else 0
        terminal.deliver()
    terminal.now = lambda: NOON + timedelta(days=40)
    line.change = lambda passing: passing
    (event,) = terminal.deliver()
    assert (event.waiting, event.refused) == (0, 0)
    assert sorted(one["id"] for one in editor.received("feedback")) == sorted(ids)
    counts = editor.received("counts")
    assert sum(one["number"] for one in counts) == counted
    assert all(one["number"] >= 5 for one in counts)
    assert {(one["what"], one["topic"], one["district"], one["language"]) for one in counts} == {
        ("topic", "money", "Moisling", "tr")}


def test_a_count_whose_answer_was_lost_counts_once(editor: Editor, terminal: Terminal, line: Line) -> None:
    with closing(terminal.outbox()) as outbox:
        for _ in range(9):
            outbox.count("nothing-found", "fa", DAY)
    line.change = first(3, lambda passing: None)
    for _ in range(4):
        terminal.deliver()
    assert [one["number"] for one in editor.received("counts")] == [9]


def test_two_kiosks_do_not_see_each_other(editor: Editor, terminal: Terminal, line: Line, tmp_path: Path) -> None:
    other = Terminal(tmp_path / "other", editor.provisioning("rathaus", line.url))
    say(terminal, "a")
    say(other, "b", "c")
    terminal.deliver()
    other.deliver()
    assert len(editor.received("feedback")) == 3
    account = (other.hub.kiosk, other.hub.password)
    path = editor.city.collection("feedback") + "/records"
    assert editor.city.ask("GET", path, account).json()["data"] == []
    assert editor.city.ask("GET", f"{path}/{editor.received('feedback')[0]['id']}", account).status_code == 403


def signs(editor: Editor, terminal: Terminal) -> dict[str, Any]:
    return next(one for one in editor.received("kiosks") if one["id"] == terminal.hub.kiosk)


def test_a_sign_of_life_says_what_runs_and_what_waits(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    manifest = editor.sign()["offers"]
    terminal.content()
    say(terminal, "a")
    assert terminal.greet("1.2") == []
    sign = signs(editor, terminal)
    assert (sign["version"], sign["waiting"], sign["at"]) == ("1.2", 1, "2026-11-26T12:00:00+00:00")
    assert sign["content"]["offers"] == manifest.timestamp


def test_a_sign_of_life_comes_when_there_is_something_to_say_or_six_hours_passed(
        terminal: Terminal, line: Line) -> None:
    for _ in range(3):
        terminal.greet()
    assert len(line.asked) == 1
    terminal.greet("2")
    assert len(line.asked) == 2
    terminal.now = lambda: NOON + timedelta(hours=6)
    terminal.greet("2")
    assert len(line.asked) == 3


def test_a_kiosk_whose_password_is_wrong_hears_of_it(terminal: Terminal) -> None:
    terminal.hub = msgspec.structs.replace(terminal.hub, password="x")
    (event,) = terminal.greet()
    assert isinstance(event, Fault)
    assert "HTTP 401" in event.sentence()
