"""What comes first: what was typed before what it begins, titles before texts, more words before fewer."""

import pytest

from content.stemming import stem
from content.store import Store
from tests.content.found import Finding, guide, offer


def test_a_word_in_the_title_comes_before_any_number_in_a_text(finding: Finding) -> None:
    finding.having(offer("text", f"Stadtteilbüro | {'Wohngeld ' * 40}"), offer("title", "Wohngeld im Rathaus | Raum 2"))
    assert finding.keys("Wohngeld") == ["title", "text"]


def test_the_word_itself_comes_before_words_it_begins(finding: Finding) -> None:
    finding.having(offer("longer", "Rentenversicherung"), offer("exact", "Rente"), offer("other", "Renovierung"))
    assert finding.keys("Rente")[:2] == ["exact", "longer"]
    assert "other" not in finding.keys("Rente")


def test_a_title_that_is_the_query_comes_first(finding: Finding) -> None:
    finding.having(offer("longer", "Deutschkurs für Eltern mit Kindern"), offer("same", "Deutschkurs für Eltern"))
    assert finding.keys("Deutschkurs für Eltern") == ["same", "longer"]


def test_more_of_the_words_come_before_fewer(finding: Finding) -> None:
    finding.having(offer("one", "Schwimmkurs für Erwachsene"), offer("both", "Schwimmkurs für Frauen"),
                   offer("none", "Nähkurs für Kinder"))
    assert finding.keys("Schwimmkurs Frauen")[:2] == ["both", "one"]


def test_rare_words_weigh_more_than_frequent_ones(finding: Finding) -> None:
    finding.having(*(offer(f"advice{number}", f"Beratung Nummer {number}") for number in range(20)),
                   offer("rare", "Schuldnerhilfe | Wir helfen bei Pfändung."))
    assert finding.keys("Beratung Pfändung")[0] == "rare"


@pytest.mark.parametrize("question", [
    "Wo kann ich einen Kinderwagen bekommen?", "Ich brauche bitte einen Kinderwagen", "kinderwagen",
    "Gibt es hier jemanden, der mir einen Kinderwagen gibt?"])
def test_a_question_finds_what_its_words_are_about(finding: Finding, question: str) -> None:
    finding.having(offer("right", "Möbellager | Hier finden Sie Kinderwagen und Betten."),
                   offer("wrong", "Wo kann ich | Ich brauche bitte jemanden hier?"))
    assert finding.keys(question)[0] == "right"


def test_a_query_of_stop_words_alone_is_taken_as_it_is(finding: Finding) -> None:
    finding.having(offer("right", "Wir"), offer("wrong", "Ihr"))
    assert finding.keys("wir") == ["right"]


def test_every_letter_typed_keeps_what_is_looked_for(finding: Finding) -> None:
    finding.having(offer("right", "Schuldnerberatung"), offer("wrong", "Tanzcafé"))
    word = "Schuldnerberatung"
    assert all(finding.keys(word[:end]) == ["right"] for end in range(1, len(word) + 1))


def test_one_hit_a_record_whatever_the_number_of_its_texts(finding: Finding) -> None:
    finding.having(guide("a", {"de": "Caritas | Hilfe", "en": "Caritas | Help", "tr": "Caritas | Yardım"}))
    hits = finding.found("Caritas", "en").hits
    assert [(hit.id, hit.language) for hit in hits] == [("t:a", "en")]


def test_a_text_in_the_readers_language_comes_before_the_same_in_german(finding: Finding) -> None:
    finding.having(offer("german", "Caritas"), offer("english", {"en": "Caritas"}), offer("polish", {"pl": "Caritas"}))
    assert finding.keys("Caritas", "en") == ["english", "german", "polish"]


def test_what_comes_first_does_not_hang_on_how_much_is_wanted(finding: Finding) -> None:
    finding.having(offer("german", "Beratung | Caritas"),
                   offer("english", {"de": "Rat | Im Haus der Caritas am Hafen", "en": "Caritas"}))
    few, many = ([hit.id for hit in finding.search.find("Caritas", "de", limit).hits] for limit in (2, 20))
    assert few == many == ["t:german", "t:english"]


def test_the_limit_is_kept(finding: Finding) -> None:
    finding.having(*(offer(str(number), f"Sport {number}") for number in range(30)))
    assert len(finding.search.find("Sport", "de", limit=7).hits) == 7


def test_what_left_the_copy_is_found_no_more_and_what_came_is(finding: Finding) -> None:
    finding.having(offer("a", "Nähcafé"), offer("b", "Nähmaschine leihen"))
    assert set(finding.keys("Nähcafé")) == {"a"}
    finding.having(offer("b", "Nähcafé am Ring"), offer("c", "Nähcafé am Tor"))
    assert set(finding.keys("Nähcafé")) == {"b", "c"}


@pytest.mark.parametrize("query", [
    "", "   ", "?!", '"', "*", "AND OR NOT", "a" * 100_000, "wort " * 5_000, "\0", "💡", "'; DROP TABLE word; --",
    "\u202e\u200f", "-", "--", "NEAR(", "%_", "ß", "\ud7ff"])
def test_nothing_that_is_typed_breaks_the_search(finding: Finding, query: str) -> None:
    finding.having(offer("a", "Wort"))
    finding.found(query)
    finding.search.suggest(query, "de")
    assert finding.keys("Wort") == ["a"]


@pytest.mark.parametrize("language", ["de", "xx", "", "zh-Hant"])
def test_a_reader_of_any_language_may_search(finding: Finding, language: str) -> None:
    finding.having(offer("a", "Jobcenter"))
    assert finding.keys("Jobcenter", language) == ["a"]


def test_an_answer_comes_from_one_state_of_the_copy_while_another_connection_writes(finding: Finding) -> None:
    finding.having(offer("a", "Nähcafé"))
    writer = Store(finding.store.path)
    with finding.store.reading():
        assert finding.keys("Nähcafé") == ["a"]
        writer.replace_feed("t", [])
        assert finding.keys("Nähcafé") == ["a"]
    assert finding.keys("Nähcafé") == []
    assert finding.search.suggest("Nähcafé", "de") == []
    writer.close()


def test_nothing_of_a_visit_is_remembered(finding: Finding) -> None:
    finding.having(offer("a", "Geheimwort"))
    finding.search.prepare("de")
    assert finding.keys("Geheimwort") == ["a"]
    assert "Geheimwort" in repr(vars(finding.search))
    assert stem.cache_info().currsize
    finding.search.forget()
    assert "Geheimwort" not in repr(vars(finding.search))
    assert not stem.cache_info().currsize
    assert finding.keys("Geheimwort") == ["a"]


def test_a_record_of_the_topic_goes_before_one_that_only_has_the_words(finding: Finding) -> None:
    finding.having(offer("line", "Kummer | Hilfe am Telefon.", topics=["crisis"]),
                   offer("course", "Kurs | Hilfe für alle, die ein neues Telefon haben.", topics=["phone-computer"]))
    assert finding.keys("Hilfe mit dem Telefon") == ["course", "line"]


def test_the_topic_brings_no_record_without_the_words(finding: Finding) -> None:
    finding.having(offer("course", "Smartphone-Sprechstunde", topics=["phone-computer"]),
                   offer("repair", "Reparatur-Café", topics=["phone-computer"]))
    assert finding.keys("Smartphone") == ["course"]
