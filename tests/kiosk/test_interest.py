"""What visitors look into and look for in vain counts once a visit, in the language it was read in."""

import pytest

from kiosk.interest import Interest
from ui.viewmodels.visit import Visit

TOPICS = {"a:1": ["money", "housing"], "a:2": []}


class Search:
    """A search that finds what the test says."""

    vain = ""


@pytest.fixture
def visit(qapp: object) -> Visit:
    return Visit()


@pytest.fixture
def search() -> Search:
    return Search()


@pytest.fixture
def told(visit: Visit, search: Search) -> list[tuple[str, str, str]]:
    """What was counted."""
    counted: list[tuple[str, str, str]] = []
    interest = Interest(visit, search, lambda record: TOPICS[record], lambda *count: counted.append(count))
    assert interest.parent() is visit
    return counted


def test_each_topic_counts_once_a_visit(visit: Visit, told: list[tuple[str, str, str]]) -> None:
    visit.begin("ar")
    for topic in ("money", "health", "money"):
        visit.home()
        visit.open("topic", topic)
    visit.speak("tr")
    visit.open("about")
    visit.back()
    assert told == [("topic", "money", "ar"), ("topic", "health", "ar")]
    visit.end()
    visit.begin("tr")
    visit.open("topic", "money")
    assert told[2:] == [("topic", "money", "tr")]


def test_an_offer_and_a_guide_count_for_each_of_their_topics(visit: Visit, told: list[tuple[str, str, str]]) -> None:
    visit.begin("de")
    for screen, record in (("offer", "a:1"), ("guide", "a:1"), ("offer", "a:1"), ("offer", "a:2")):
        visit.open(screen, record)
    assert told == [("offer", "money", "de"), ("offer", "housing", "de"),
                    ("guide", "money", "de"), ("guide", "housing", "de")]


def test_a_search_counts_when_it_is_left_without_a_result(
        visit: Visit, search: Search, told: list[tuple[str, str, str]]) -> None:
    visit.begin("uk")
    visit.open("results")
    search.vain = "qx"
    visit.speak("ru")
    assert told == []
    visit.home()
    visit.open("results")
    visit.home()
    assert told == [("no-result", "", "ru")]
    visit.open("results")
    search.vain = "xq"
    visit.end()
    assert told == [("no-result", "", "ru"), ("no-result", "", "ru")]
    visit.begin("ru")
    visit.open("results")
    search.vain = ""
    visit.home()
    assert len(told) == 2
