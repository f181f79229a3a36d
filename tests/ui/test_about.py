"""About, topics and home: what this place is and where to begin."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from content import wire
from content.library import Library
from tests.ui.copy import FRIDAY, KOBERG, fill, guide, offer, wording
from ui.catalogue import Catalogue
from ui.viewmodels.about import About
from ui.viewmodels.home import GUIDES_SHOWN, OPEN_SHOWN, Home
from ui.viewmodels.topics import TopicView
from ui.wording import Wording

NEAR = {"latitude": KOBERG.latitude, "longitude": KOBERG.longitude}
FAR = {"latitude": 53.95, "longitude": 10.87}


def about(library: Library, words: Wording) -> About:
    made = About(library, "Hansestadt Lübeck", lambda: "1.2.3")
    made.show("", words)
    return made


def test_the_feeds_with_their_size_and_age(library: Library) -> None:
    late = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    library.store.replace_feed("night", [], retrieved=late)
    fill(library.store, offer("a"), offer("b"))
    made = about(library, wording())
    assert (made.city, made.version) == ("Hansestadt Lübeck", "1.2.3")
    assert made.feeds == [{"name": "city", "records": 2, "asOf": "Stand: 19. November 2026"},
                          {"name": "night", "records": 0, "asOf": "Stand: 20. November 2026"}]


def test_an_empty_copy_has_no_feeds(library: Library) -> None:
    assert about(library, wording()).feeds == []


def test_the_note_says_what_to_know_of_the_words(library: Library, tmp_path) -> None:
    assert about(library, wording("de")).note == ""
    assert "native speaker" in about(library, wording("en")).note
    missing = Wording(Catalogue("tr", tmp_path), lambda: FRIDAY, "SH", KOBERG)
    assert "not translated" in about(library, missing).note


def test_a_topic_with_its_parts_and_guides(library: Library) -> None:
    fill(library.store, offer("a", topics=["pension", "money"]), offer("b", topics=["money"]),
         guide("g", topic="money"), guide("h", topic="work"))
    view = TopicView(library)
    view.show("money", wording("en"))
    assert (view.topic["id"], view.topic["name"], view.offerCount) == ("money", "Money", 2)
    assert [(part["id"], part["count"]) for part in view.parts] == [("pension", 1)]
    assert [row["id"] for row in view.guides] == ["city:g"]
    view.show("no such topic", wording("en"))
    assert (view.topic, view.parts, view.guides, view.offerCount) == ({}, [], [], 0)
    view.show("work", wording("de"))
    assert (view.topic["id"], view.offerCount, view.parts) == ("work", 0, [])


def test_home_shows_topics_at_once_and_then_what_is_open_nearest_first(library: Library, qtbot: QtBot) -> None:
    open_now, closed = {"osm": "Fr 09:00-17:00; PH off"}, {"osm": "Sa 09:00-17:00; PH off"}
    fill(library.store, offer("nowhere", hours=open_now), offer("far", hours=open_now, places=[FAR]),
         offer("near", hours=open_now, places=[NEAR]), offer("closed", hours=closed, places=[NEAR]),
         offer("unknown", hours={"raw": "?"}), offer("called", kind="helpline", hours={"osm": "24/7"}))
    home = Home(library, "Bibliothek")
    with qtbot.waitSignal(home.openChanged):
        home.show("", wording())
        assert [tile["id"] for tile in home.topics][:2] == ["phone-computer", "money"]
        assert home.openNow == []
    assert [row["id"] for row in home.openNow] == ["city:near", "city:far", "city:nowhere"]
    assert home.place == "Bibliothek"


def test_home_shows_only_a_few(library: Library, qtbot: QtBot) -> None:
    fill(library.store, *(offer(str(number), hours={"osm": "24/7"}) for number in range(20)))
    helping = [wire.read({"type": "guide", "id": f"help:{number}", "source": {"feed": "help"}, "order": number,
                          "texts": {"de": {"title": f"Rat {number}"}}}) for number in range(9, 0, -1)]
    library.store.replace_feed("help", helping)
    home = Home(library, "")
    with qtbot.waitSignal(home.openChanged):
        home.show("", wording())
    assert len(home.openNow) == OPEN_SHOWN
    assert [row["title"] for row in home.guides] == [f"Rat {number}" for number in range(1, GUIDES_SHOWN + 1)]


@pytest.mark.parametrize("language", ["ar", "de-simple"])
def test_topics_are_named_in_the_language_read(library: Library, language: str, qapp: object) -> None:
    home = Home(library, "")
    home.show("", wording(language))
    names = [tile["name"] for tile in home.topics]
    assert len(set(names)) == len(names) > 8
    assert all(tile["icon"] and tile["description"] for tile in home.topics)
