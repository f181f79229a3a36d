"""Open, near and accessible decide between offers that answer about equally, and never more than that."""

from datetime import datetime
from typing import Any

import pytest

from content.here import Here
from content.search import Search
from content.store import Store
from tests.content.found import Finding, guide, offer

MONDAY = datetime.fromisoformat("2026-11-16T10:00")
NEAR = {"latitude": 53.8660, "longitude": 10.6870}
FAR = {"latitude": 53.9600, "longitude": 10.8700}


def places(**facts: object) -> dict[str, Any]:
    return {"places": [facts]}


def test_what_is_open_comes_first(finding: Finding) -> None:
    finding.having(offer("closed", "Schuldnerberatung", hours={"osm": "Tu 10:00-12:00"}),
                   offer("unknown", "Schuldnerberatung"),
                   offer("open", "Schuldnerberatung", hours={"osm": "Mo 09:00-12:00"}))
    assert finding.keys("Schuldnerberatung", now=MONDAY) == ["open", "unknown", "closed"]


def test_what_is_near_comes_first(finding: Finding) -> None:
    finding.having(offer("far", "Schuldnerberatung", **places(**FAR)), offer("unknown", "Schuldnerberatung"),
                   offer("near", "Schuldnerberatung", **places(**NEAR)))
    assert finding.keys("Schuldnerberatung") == ["near", "unknown", "far"]


def test_a_district_is_enough_to_be_near(finding: Finding) -> None:
    finding.having(offer("far", "Schuldnerberatung", **places(district="Kücknitz")),
                   offer("unknown", "Schuldnerberatung"),
                   offer("near", "Schuldnerberatung", **places(district="Innenstadt")))
    assert finding.keys("Schuldnerberatung") == ["near", "unknown", "far"]


@pytest.mark.parametrize("needed", [True, False])
def test_steps_count_for_who_needs_none(store: Store, needed: bool) -> None:
    finding = Finding(store, Search(store, here=Here(wheelchair=needed)))
    finding.having(offer("a-steps", "Schuldnerberatung", **places(accessibility={"wheelchair": "no"})),
                   offer("b-ramp", "Schuldnerberatung", **places(accessibility={"wheelchair": "yes"})))
    assert finding.keys("Schuldnerberatung")[0] == ("b-ramp" if needed else "a-steps")


def test_a_better_answer_far_away_and_closed_stays_first(finding: Finding) -> None:
    finding.having(
        offer("fits", "Schuldnerberatung", hours={"osm": "Tu 10:00-12:00"}, **places(**FAR)),
        offer("near", "Bürgertreff | Dienstags auch Schuldnerberatung", hours={"osm": "24/7"}, **places(**NEAR)))
    assert finding.keys("Schuldnerberatung", now=MONDAY) == ["fits", "near"]


def test_guides_are_neither_near_nor_far(finding: Finding) -> None:
    finding.having(offer("far", "Schuldnerberatung", **places(**FAR)), guide("guide", "Schuldnerberatung"),
                   offer("near", "Schuldnerberatung", **places(**NEAR)))
    assert finding.keys("Schuldnerberatung") == ["near", "guide", "far"]


def test_an_expression_that_cannot_be_read_is_unknown(finding: Finding) -> None:
    finding.having(offer("closed", "Schuldnerberatung", hours={"osm": "Tu 10:00-12:00"}),
                   offer("broken", "Schuldnerberatung", hours={"osm": "ask at the door"}))
    assert finding.keys("Schuldnerberatung", now=MONDAY) == ["broken", "closed"]
