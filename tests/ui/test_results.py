"""Results: a topic's offers or what fits the words typed, narrowed by filters, and nothing kept at the end."""

from typing import Any

import pytest

from content.builtin import ensure
from content.language import LANGUAGES
from content.lexicon.compiling import compile_into
from content.library import Library
from tests.ui.copy import KOBERG, fill, guide, offer, wording
from ui.viewmodels.results import IN_SIGHT, Results
from ui.viewmodels.rows import Role

NEAR = {"latitude": KOBERG.latitude, "longitude": KOBERG.longitude, "district": "Innenstadt"}
FAR = {"latitude": 53.95, "longitude": 10.87, "district": "Travemünde", "accessibility": {"wheelchair": "yes"}}
OPEN, CLOSED = {"osm": "Fr 09:00-17:00; PH off"}, {"osm": "Sa 09:00-17:00; PH off"}


def named(title: str) -> dict[str, Any]:
    return {"de": {"title": title, "summary": "Hilfe beim Schreiben"}}


@pytest.fixture
def results(library: Library) -> Results:
    """Four offers of a topic, near and far, open and closed, and a guide that has the same words."""
    fill(library.store,
         offer("far", named("Fern"), topics=["money"], places=[FAR], hours=OPEN, cost="free", languages=["tr"]),
         offer("near", named("Nah"), topics=["money"], places=[NEAR], hours=CLOSED, cost="free",
               languages=["de", "ar"]),
         offer("unknown", named("Unbekannt"), topics=["money"]),
         offer("other", named("Anders"), topics=["work"]),
         guide("letter", named("Schreiben"), topic="money"))
    made = Results(library)
    made.show("topic:money", wording())
    return made


def shown(results: Results) -> list[str]:
    rows = [results.rows.data(results.rows.index(number, 0), Role.ENTRY) for number in range(results.count)]
    return [str(row["id"]).removeprefix("city:") for row in rows if row]


def test_a_topic_lists_its_offers_nearest_first(results: Results) -> None:
    assert (results.title, shown(results), results.filtered) == ("Geld", ["near", "far", "unknown"], False)


def test_each_filter_and_back(results: Results) -> None:
    for toggle, found in ((results.toggleOpenNow, ["far"]), (results.toggleFree, ["near", "far"]),
                          (results.toggleWheelchair, ["far"]), (results.toggleMyLanguage, ["near"])):
        toggle()
        assert (shown(results), results.filtered) == (found, True)
        toggle()
        assert (shown(results), results.filtered) == (["near", "far", "unknown"], False)


def test_a_filter_looks_at_all_that_was_found_not_only_at_the_best(library: Library) -> None:
    others = [offer(f"paid{number}", named("Schreiben"), cost="paid") for number in range(70)]
    fill(library.store, *others, offer("free", named("Anders"), cost="free"))
    results = Results(library)
    results.show("", wording())
    results.type("Schreiben")
    assert "free" not in shown(results)
    results.toggleFree()
    assert shown(results) == ["free"]


def test_filters_together_and_cleared(results: Results) -> None:
    results.toggleFree()
    results.chooseDistrict("Travemünde")
    assert (shown(results), results.district, results.free) == (["far"], "Travemünde", True)
    results.toggleMyLanguage()
    assert shown(results) == []
    results.clearFilters()
    assert (results.count, results.filtered, results.district) == (3, False, "")


def test_what_is_not_known_to_be_open_is_not_open(results: Results) -> None:
    results.toggleOpenNow()
    assert "unknown" not in shown(results)


def test_districts_to_choose_from(results: Results) -> None:
    assert results.districts == ["Innenstadt", "Travemünde"]


def test_my_language_is_that_of_the_visitor_now(results: Results) -> None:
    results.show("topic:money", wording("de-simple"))
    results.toggleMyLanguage()
    assert shown(results) == ["near"]
    results.show("topic:money", wording("tr"))
    assert (results.myLanguage, shown(results)) == (True, ["far"])
    results.toggleMyLanguage()
    assert not results.filtered


def test_another_target_forgets_the_filters(results: Results) -> None:
    results.toggleFree()
    results.toggleOpenNow()
    results.show("topic:money", wording("en"))
    assert (results.free, results.openNow) == (True, True)
    results.show("topic:work", wording("en"))
    assert (results.filtered, shown(results)) == (False, ["other"])


def test_typing_finds_offers_and_guides(results: Results) -> None:
    results.show("", wording())
    assert (results.title, shown(results)) == ("", [])
    results.type("schreiben")
    assert set(shown(results)) == {"letter", "far", "near", "unknown", "other"}
    results.type("  ")
    assert shown(results) == []


def test_a_filter_drops_guides(results: Results) -> None:
    results.show("", wording())
    results.type("schreiben")
    results.toggleFree()
    assert set(shown(results)) == {"far", "near"}


def test_the_words_stay_when_the_language_changes(results: Results) -> None:
    results.show("", wording())
    results.type("schreiben")
    results.show("", wording("uk"))
    assert (results.query, results.count) == ("schreiben", 5)


def test_each_change_is_told_once(results: Results) -> None:
    told: list[str] = []
    results.queryChanged.connect(lambda: told.append(results.query))
    results.type("brief")
    results.type("brief")
    results.type("")
    assert told == ["brief", ""]


def test_did_you_mean(results: Results) -> None:
    results.show("", wording())
    results.type("schreuben")
    assert results.didYouMean == ["Schreiben"]
    assert "letter" in shown(results)
    results.type("schreiben")
    assert results.didYouMean == []


def test_no_suggestion_says_a_row_in_sight_again(results: Results) -> None:
    results.show("", wording())
    results.type("Nah")
    assert shown(results)[0] == "near"
    assert "city:near" not in {row["target"] for row in results.suggestions}
    results.type("Sch")
    assert not {f"city:{key}" for key in shown(results)[:IN_SIGHT]} & {row["target"] for row in results.suggestions}


EXAMPLES = {
    "Letter from an office": {"help:letters-from-an-office"}, "Learning German": {"help:learning-german"},
    "Help with my phone": {"starter:seniorenakademie", "starter:caritreff", "help:first-steps-with-a-smartphone"},
}


def test_the_examples_of_the_empty_search_find_what_they_say(library: Library) -> None:
    ensure(library.store)
    compile_into(library.store.db)
    results = Results(library)
    for language in LANGUAGES:
        words = wording(language.code)
        results.show("", words)
        for example, wanted in EXAMPLES.items():
            results.type(words.words(example))
            assert wanted & set(shown(results)[:2]), (language.code, example)
            assert results.didYouMean == []


def test_suggestions_lead_somewhere(results: Results) -> None:
    results.show("", wording())
    results.type("schreib")
    kinds = {row["kind"] for row in results.suggestions}
    assert kinds <= {"topic", "record", "word"}
    assert all(row["text"] and bool(row["target"]) == (row["kind"] != "word") for row in results.suggestions)
    assert results.suggestions
    results.type("geld")
    assert ("cash-multiple", "money") in {(row["icon"], row["target"]) for row in results.suggestions}


def test_nothing_found_leads_to_the_nearest_topics(library: Library) -> None:
    fill(library.store, offer("a", named("Anders")))
    compile_into(library.store.db)
    results = Results(library)
    results.show("", wording("en"))
    results.type("rent")
    assert results.count == 0
    assert [(row["id"], row["name"]) for row in results.nearest][:1] == [("housing", "Housing")]
    results.type("qqqqxxxx")
    assert (results.count, results.didYouMean) == (0, [])
    assert [row["id"] for row in results.nearest] == [topic.id for topic in library.topics.roots]


def test_the_end_of_the_visit_forgets_words_and_filters(results: Results) -> None:
    results.show("", wording())
    results.type("mein Geheimnis")
    results.toggleFree()
    results.chooseDistrict("Innenstadt")
    results.toggleOpenNow()
    results.forget()
    assert (results.query, results.filtered, results.count, results.title) == ("", False, 0, "")
    assert (results.didYouMean, results.suggestions, results.nearest) == ([], [], [])


def test_nothing_happens_before_it_is_shown(library: Library) -> None:
    results = Results(library)
    results.type("geld")
    results.toggleFree()
    results.forget()
    assert results.count == 0


@pytest.mark.parametrize("query", ["'", '"', "%", "_", "*", "\\", "\0", "💶", "a" * 5000, "ا" * 500, "؟", "--",
                                   "NEAR("])
def test_no_input_is_too_odd(results: Results, query: str) -> None:
    results.show("", wording())
    results.type(query)
    assert results.query == query
    assert results.count >= 0
