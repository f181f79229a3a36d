"""What a report says to a librarian: first whether all is well, then how old, what waits and what went wrong."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.ui.copy import FRIDAY, wording
from ui.report import Refusal, Report, Source
from ui.viewmodels.findings import STALE, content_rows, device_rows, outbox_rows, pass_rows, step, verdict
from ui.viewmodels.keeper import Keeper
from ui.viewmodels.lock import Lock

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # FRIDAY on the wall
EARLIER = NOW - timedelta(hours=2)
GOOD = Source("stadt", 12, EARLIER)
LATE = Source("alt", 3, NOW - STALE - timedelta(minutes=1), "no route to host")


def said(group: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["label"], row["text"]) for row in group["rows"]]


@pytest.mark.parametrize(("report", "well", "words"), [
    (Report(), True, "works"),
    (Report([GOOD]), True, "its content is current"),
    (Report([GOOD, GOOD._replace(problem="timed out")]), True, "tries again by itself"),
    (Report([GOOD, LATE]), False, "more than a week"),
    (Report([GOOD, Source("neu", 0, None, "HTTP 404")]), False, "yet from: \u2068neu\u2069"),
    (Report([GOOD, Source("neu", 0, None)]), True, "its content is current"),
    (Report([GOOD], origin="memory"), False, "folder"),
    (Report([GOOD], last=EARLIER, ok=False, origin="backup", reason="It was damaged."), False, "put back"),
    (Report([GOOD], origin="starter", reason="It was damaged."), False, "put back"),
    (Report([GOOD], last=EARLIER, origin="backup", reason="It was damaged."), True, "its content is current"),
    (Report([GOOD], origin="starter"), True, "its content is current"),
    (Report([GOOD], refused=[Refusal("comment", "2026-11-19", "too long")]), False, "did not accept"),
])
def test_the_sentence_that_stands_first(report: Report, well: bool, words: str) -> None:
    found = verdict(report, wording("en"))
    assert found["well"] is well
    assert words in str(found["text"])


def test_how_old_each_source_is_and_what_went_wrong() -> None:
    held = GOOD._replace(name="leer", problem="only 2 of 12 records", state="held")
    busy = GOOD._replace(name="müde", problem="https://a.example/list: HTTP 503", state="waiting")
    gap = GOOD._replace(name="region", problem="languages: en (https://a.example/en/: HTTP 500)", state="partly")
    rows = said(content_rows(Report([GOOD, LATE, held, busy, gap, Source("neu", 0, None)]), wording("en")))
    assert rows == [
        ("\u2068stadt\u2069 · 12 records", "Current, checked 08:30"),
        ("\u2068alt\u2069 · 3 records", "Current until Fri, Nov 13 10:29\n\u2068no route to host\u2069"),
        ("\u2068leer\u2069 · 12 records", "The newest answer is held back, because much was missing in it. Shown is"
         " that of 08:30.\n\u2068only 2 of 12 records\u2069"),
        ("\u2068müde\u2069 · 12 records", "It asked to be left alone for a while. Shown is what it said 08:30."
         "\n\u2068HTTP 503\u2069"),
        ("\u2068region\u2069 · 12 records", "Current, checked 08:30, but for some languages. These stay as they were."
         "\n\u2068languages: en (HTTP 500)\u2069"),
        ("\u2068neu\u2069 · 0 records", "Not read yet")]


def test_what_waits_and_what_was_refused_but_never_what_was_said() -> None:
    report = Report(waiting=2, refused=[Refusal("comment", "2026-11-19", "longer than 500")], hub="https://hub.example.org")
    assert said(outbox_rows(report, wording("en"))) == [
        ("", "2 messages wait to be sent"),
        ("A sentence about an entry · November 19, 2026", "Not accepted\n\u2068longer than 500\u2069")]
    assert said(outbox_rows(Report(), wording("en"))) == [("", "Nothing waits to be sent.")]
    assert "kept until" in said(outbox_rows(Report(waiting=1), wording("en")))[1][1]


def test_the_last_and_the_next_time() -> None:
    report = Report(last=EARLIER, ok=False, next=FRIDAY + timedelta(minutes=14))
    assert [text for _, text in said(pass_rows(report, wording("en")))] == ["08:30, not everything went well", "10:44"]
    assert [text for _, text in said(pass_rows(Report(), wording("en")))] == ["Not yet", "Soon"]
    assert said(pass_rows(Report(by_itself=False), wording("en")))[1][1] == "Switched off in the settings"


def test_what_it_runs_on() -> None:
    report = Report(origin="backup", reason="It was damaged.", hub="https://hub.example.org", version="1.2",
                    stick="unfit")
    assert [text for _, text in said(device_rows(report, wording("en")))] == [
        "Put back from the backup\n\u2068It was damaged.\u2069", "It is not for this device.",
        "\u2066https://hub.example.org\u2069", "1.2"]


@pytest.mark.parametrize(("report", "words"), [
    (Report(origin="starter"), "Made from what the program came with"), (Report([GOOD], origin="starter"), "In order"),
    (Report([GOOD], origin="memory", reason="No space."),
     "In memory only: the folder cannot be used\n\u2068No space.\u2069"),
    (Report([GOOD], origin="backup"), "In order"), (Report(), "In order")])
def test_which_copy_it_runs_on(report: Report, words: str) -> None:
    assert said(device_rows(report, wording("en")))[0] == ("Local copy", words)


@pytest.mark.parametrize(("event", "row"), [
    ({"event": "feed", "name": "stadt", "state": "changed"}, ("stadt", "New content was taken")),
    ({"event": "feed", "name": "stadt", "state": "failed", "message": "https://a.example/: HTTP 500"},
     ("stadt", "Failed\n\u2068HTTP 500\u2069")),
    ({"event": "delivery", "delivered": 2, "refused": 0}, ("Messages to the city", "Sent")),
    ({"event": "delivery", "delivered": 2, "refused": 1}, ("Messages to the city", "Not accepted")),
    ({"event": "delivery", "trouble": True, "message": "HTTP 503"},
     ("Messages to the city", "Failed\n\u2068HTTP 503\u2069")),
    ({"event": "delivery", "delivered": 0, "waiting": 3}, None),
    ({"event": "fault", "message": "no space"}, ("This device", "Failed\n\u2068no space\u2069")),
    ({"event": "pass", "ok": True}, None), ({"event": "feed", "name": "a", "state": "of a later version"}, None),
    ({}, None)])
def test_each_step_of_a_pass_is_a_line(event: dict[str, Any], row: tuple[str, str] | None) -> None:
    found = step(event, wording("en"))
    assert (found and (found["label"], found["text"])) == row


class Open:
    """A PIN that everything fits."""

    def known(self) -> bool:
        return True

    def fits(self, pin: str) -> bool:
        return bool(pin)


@pytest.fixture
def wanted() -> list[str]:
    return []


@pytest.fixture
def keeper(qapp: object, wanted: list[str]) -> tuple[Keeper, Lock]:
    lock = Lock(Open())
    return Keeper(lock, lambda: Report([GOOD]), lambda: wanted.append("pass")), lock


def test_in_front_of_the_lock_everything_is_empty(keeper: tuple[Keeper, Lock], wanted: list[str]) -> None:
    made, lock = keeper
    made.show("", wording("en"))
    made.began()
    made.hear({"event": "feed", "name": "stadt", "state": "current"})
    made.sync()
    assert (made.verdict, made.cards, made.steps, wanted) == ({}, [], [], [])
    lock.enter("1")
    assert made.verdict["well"]
    made.sync()
    made.hear({"event": "feed", "name": "stadt", "state": "current"})
    assert ([row["label"] for row in made.steps], wanted) == (["stadt"], ["pass"])
    made.forget()
    assert (made.verdict, made.cards, made.steps, lock.open) == ({}, [], [], False)


def test_a_pass_is_shown_while_it_runs_and_the_report_is_new_after_it(keeper: tuple[Keeper, Lock]) -> None:
    made, lock = keeper
    made.show("", wording("en"))
    lock.enter("1")
    made.began()
    assert made.running
    made.hear({"event": "feed", "name": "stadt", "state": "current"})
    read: list[int] = []
    made.changed.connect(lambda: read.append(1))
    made.ended()
    assert (made.running, len(made.steps), len(read)) == (False, 1, 1)
    made.began()
    assert made.steps == []
