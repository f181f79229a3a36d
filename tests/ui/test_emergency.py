"""The emergency screen: 112 and 110 first, whatever happens to the copy."""

import logging

import pytest

from content.builtin import emergency_order, ensure
from content.language import LANGUAGES
from content.library import Library
from tests.ui.copy import damage, fill, offer, wording
from ui.viewmodels.emergency import Emergency

URGENT = ["helplines:112", "helplines:110"]


@pytest.fixture
def lines(library: Library) -> Emergency:
    ensure(library.store)
    return Emergency(library)


def ids(rows: list[dict[str, object]]) -> list[object]:
    return [row["id"] for row in rows]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_112_and_110_first_then_the_others_in_order(lines: Emergency, language: str) -> None:
    lines.show("", wording(language))
    assert ids(lines.urgent) == URGENT
    assert ids(lines.lines) == list(emergency_order()[2:])
    assert [row["phone"] for row in lines.urgent] == ["112", "110"]
    assert {row["state"] for row in lines.urgent} == {"open"}
    assert all(row["title"] and row["summary"] and row["phone"] for row in lines.urgent + lines.lines)


def test_lines_of_other_feeds_stand_behind(library: Library) -> None:
    fill(library.store, offer("own", kind="helpline", contacts=[{}, {"phones": ["0451 1", "0451 2"]}]),
         offer("silent", kind="helpline", cost="unknown"))
    ensure(library.store)
    lines = Emergency(library)
    lines.show("", wording())
    assert ids(lines.urgent) == URGENT
    assert ids(lines.lines)[-2:] == ["city:own", "city:silent"]
    own, silent = lines.lines[-2:]
    assert (own["phone"], own["hours"], own["state"]) == ("0451 1", "", "")
    assert (silent["phone"], silent["cost"]) == ("", "")


def test_a_line_that_changed_keeps_its_place(library: Library) -> None:
    fill(library.store, *(offer(f"helplines:{key}", kind="helpline") for key in ("poison", "110", "112")),
         feed="helplines")
    ensure(library.store)
    lines = Emergency(library)
    lines.show("", wording())
    assert ids(lines.urgent) == URGENT


def test_a_line_that_cannot_be_read_takes_no_other_along(
        library: Library, lines: Emergency, caplog: pytest.LogCaptureFixture) -> None:
    damage(library, "helplines:112", b'{"type":"offer","id":"helplines:112","kind":"hotline"}')
    lines.show("", wording())
    assert ids(lines.urgent) == ["helplines:110"]
    assert ids(lines.lines) == list(emergency_order()[2:])
    assert [(record.levelno, "helplines:112" in record.message, "kind" in record.message)
            for record in caplog.records] == [(logging.WARNING, True, True)]


def test_day_and_night_is_said_so(lines: Emergency) -> None:
    lines.show("", wording("en"))
    assert {row["hours"] for row in lines.urgent} == {"Day and night"}


def test_hours_that_are_not_known_are_not_an_answer(library: Library) -> None:
    fill(library.store, offer("own", kind="helpline", hours={"raw": "wenn die Praxen zu sind"}))
    lines = Emergency(library)
    lines.show("", wording())
    assert [(row["hours"], row["state"]) for row in lines.lines] == [("", "unknown")]


def test_an_empty_copy_has_an_empty_screen(library: Library) -> None:
    lines = Emergency(library)
    lines.show("", wording())
    assert (lines.urgent, lines.lines) == ([], [])
