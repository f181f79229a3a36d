"""How rules match words, and our rules on words of everyday life."""

import pytest

from content.topics import sort_into_topics
from content.topics.rules import Rule, RuleBook
from content.topics.sorting import Sorter

PARENTS: dict[str, str | None] = {
    **dict.fromkeys(["home", "read", "young", "talk"]),
    "flat": "home",
    "rent": "home",
    "books": "read",
}


def sort(*labels: str, feed: str = "", rules: list[Rule], ignore: tuple[str, ...] = ()) -> list[str]:
    return Sorter(RuleBook(rules, list(ignore), []), PARENTS).sort(labels, feed)


def test_words_are_compared_without_case_accents_and_spelling_of_umlauts() -> None:
    rules = [Rule("books", ["Bücher"]), Rule("flat", ["Straße"]), Rule("young", ["Café"])]
    assert sort("BUECHER", rules=rules) == sort("bücher", rules=rules) == ["books", "read"]
    assert sort("STRASSE", rules=rules) == ["flat", "home"]
    assert sort("Cafe", rules=rules) == ["young"]


def test_a_word_matches_whole_words_and_beginnings_or_ends_only_where_marked() -> None:
    rules = [Rule("home", ["wohn"]), Rule("rent", ["miet*"]), Rule("books", ["*bibliothek"])]
    assert sort("wohnung", rules=rules) == []
    assert sort("mietvertrag", rules=rules) == ["rent", "home"]
    assert sort("vermieter", rules=rules) == []
    assert sort("Stadtbibliothek", rules=rules) == ["books", "read"]
    assert sort("Bibliothekar", rules=rules) == []


def test_both_parts_of_a_compound_count_but_not_the_same_letters_twice() -> None:
    rules = [Rule("young", ["kinder*"]), Rule("books", ["*bibliothek"]), Rule("home", ["*ergarten"])]
    assert sort("Kinderbibliothek", rules=rules) == ["books", "read", "young"]
    assert sort("Kindergarten", rules=rules) == ["home"]


def test_the_longest_match_wins_and_uses_up_its_words() -> None:
    rules = [Rule("talk", ["deutsch"]), Rule("books", ["deutsch lernen"])]
    rules += [Rule("young", ["deutsch lernen mit kin*"])]
    assert sort("Deutsch lernen", rules=rules) == ["books", "read"]
    assert sort("Deutsch lernen mit Kindern", rules=rules) == ["young"]
    assert sort("Deutsch sprechen", rules=rules) == ["talk"]


def test_a_weak_rule_counts_only_where_nothing_else_matches() -> None:
    rules = [Rule("talk", ["beratung"], weak=True), Rule("rent", ["miete"])]
    assert sort("Beratung", rules=rules) == ["talk"]
    assert sort("Beratung", "Miete", rules=rules) == ["rent", "home"]


def test_an_ignored_phrase_hides_the_words_in_it() -> None:
    assert sort("Tag der Arbeit", rules=[Rule("talk", ["arbeit"])]) == ["talk"]
    assert sort("Tag der Arbeit", rules=[Rule("talk", ["arbeit"])], ignore=("Tag der Arbeit",)) == []


def test_a_rule_for_one_feed_goes_before_the_general_ones_there_and_nowhere_else() -> None:
    rules = [Rule("home", ["living"], feed="augsburg"), Rule("young", ["living"]), Rule("books", ["books"])]
    assert sort("Living", feed="augsburg", rules=rules) == ["home"]
    assert sort("Living", feed="berlin", rules=rules) == sort("Living", rules=rules) == ["young"]
    assert sort("books", feed="augsburg", rules=rules) == ["books", "read"]


def test_an_id_stands_for_itself() -> None:
    assert sort("flat", "talk", rules=[]) == ["flat", "home", "talk"]


def test_what_more_labels_say_comes_first_and_subtopics_before_their_topic() -> None:
    rules = [Rule("home", ["wohnen"]), Rule("flat", ["zimmer"]), Rule("books", ["buch"])]
    assert sort("Buch", "Wohnen", "Zimmer", rules=rules) == ["flat", "home", "books", "read"]
    assert sort("Wohnen", "Buch", rules=rules) == ["books", "read", "home"]


def test_there_are_four_ids_at_most_and_many_topics_go_before_many_subtopics() -> None:
    assert sort("flat", "rent", "books", "young", "talk", rules=[]) == ["flat", "home", "books", "read"]
    assert sort("flat", "rent", "young", "talk", rules=[]) == ["flat", "home", "young", "talk"]
    assert sort("flat", "rent", "young", rules=[]) == ["flat", "rent", "home", "young"]


def test_unknown_words_point_nowhere() -> None:
    assert sort_into_topics(["", "xyzzy", "–", "13", "日本"]) == []
    assert sort_into_topics([]) == []


# ------------------------------------------------------------------ our rules on words of everyday life


@pytest.mark.parametrize(
    ("labels", "first"),
    [
        (["digital help", "smartphone", "seniors"], "phone"),
        (["Handysprechstunde"], "phone"),
        (["Schuldnerberatung"], "debts"),
        (["Beratung", "Pflegestützpunkt"], "care-advice"),
        (["Wohngeldstelle"], "housing-costs"),
        (["women", "violence", "shelter"], "violence"),
        (["Kinder", "Kleiderkammer"], "food-clothes"),
        (["Bürgerservicebüro"], "offices"),
        (["Ämter", "Ausländerbehörde"], "residence"),
        (["Deutschkurs A1 für Frauen"], "german-courses"),
        (["Repair-Café"], "meeting-places"),
        (["Stadtteilbibliothek"], "library"),
        (["Gebärdensprachdolmetscher"], "sight-hearing"),
        (["Beratungsstelle"], "social-advice"),
    ],
)
def test_everyday_words_find_their_topic(labels: list[str], first: str) -> None:
    assert sort_into_topics(labels)[0] == first


@pytest.mark.parametrize(
    "label",
    [
        "Bad Schwartau",
        "Wohnt und isst besucht gesucht",
        "Spanish-Fluent Provider",
        "Insurance Card Required",
        "Stadtplan",
        "Arbeitsgruppe Süd",
    ],
)
def test_words_that_look_like_a_topic_are_none(label: str) -> None:
    assert sort_into_topics([label]) == []
