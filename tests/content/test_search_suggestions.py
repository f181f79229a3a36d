"""Suggestions while typing: topics, frequent words and records, in the visitor's language."""

from tests.content.found import Finding, offer


def texts(finding: Finding, query: str, language: str = "de", kind: str = "") -> list[str]:
    return [suggestion.text for suggestion in finding.search.suggest(query, language) if kind in ("", suggestion.kind)]


def test_a_topic_by_its_name_and_by_the_words_for_it(finding: Finding) -> None:
    finding.having(offer("a", "Tanzcafé"))
    named = finding.search.suggest("Woh", "de")[0]
    assert (named.kind, named.id, named.text, named.language) == ("topic", "housing", "Wohnen", "de")
    assert "money" in [suggestion.id for suggestion in finding.search.suggest("Wohngel", "de")]


def test_frequent_words_come_before_rare_ones(finding: Finding) -> None:
    finding.having(*(offer(f"a{number}", f"Zirkuskurs {number}") for number in range(5)),
                   *(offer(f"b{number}", f"Zirkusbesuch {number}") for number in range(3)), offer("c", "Zirkuszelt"))
    assert texts(finding, "Zirk", kind="word") == ["Zirkuskurs", "Zirkusbesuch"]


def test_a_word_goes_on_with_what_was_typed_before_it(finding: Finding) -> None:
    finding.having(*(offer(str(number), f"Zirkuskurs {number}") for number in range(2)))
    assert texts(finding, "offener Zirkusk", kind="word") == ["offener Zirkuskurs"]


def test_records_that_are_found_close_the_list(finding: Finding) -> None:
    finding.having(offer("a", "Zirkuskurs im Park"))
    found = finding.search.suggest("Zirkus", "de")[-1]
    assert (found.kind, found.id, found.text, found.language) == ("record", "t:a", "Zirkuskurs im Park", "de")


def test_words_of_the_visitors_language_though_texts_are_german(finding: Finding) -> None:
    finding.having(offer("a", "Zahnarzt"))
    assert any(text.startswith("стоматолог") for text in texts(finding, "стома", "uk", "word")
               ) or texts(finding, "стома", "uk", "record") == ["Zahnarzt"]
    assert all(suggestion.language == "uk" for suggestion in finding.search.suggest("стома", "uk")
               if suggestion.kind != "record")


def test_no_more_than_asked_for_and_nothing_for_nothing(finding: Finding) -> None:
    finding.having(*(offer(str(number), f"Wohnen im Alter {number}") for number in range(20)))
    assert len(finding.search.suggest("Wohn", "de", limit=4)) == 4
    assert finding.search.suggest("", "de") == []
    assert finding.search.suggest("  ", "de") == []


def test_a_finished_word_is_not_gone_on_with(finding: Finding) -> None:
    finding.having(*(offer(str(number), f"Zirkuskurs {number}") for number in range(2)))
    assert texts(finding, "Zirk ", kind="word") == []
