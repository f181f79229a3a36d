"""Wrong letters: found, marked as guessed, said in words, and never above what was typed."""

import pytest

from tests.content.found import Finding, offer


@pytest.mark.parametrize("typed", ["Wohngled", "Wohngeldd", "Whngeld", "Wohngelt", "Wohgneld", "Wohhngeld"])
def test_one_wrong_letter_is_found_and_said(finding: Finding, typed: str) -> None:
    finding.having(offer("right", "Wohngeld"), offer("wrong", "Tanzcafé"))
    answer = finding.found(typed)
    assert [(hit.id, hit.guessed) for hit in answer.hits] == [("t:right", True)]
    assert answer.did_you_mean == ["Wohngeld"]


@pytest.mark.parametrize("typed", ["Schulnderbreatung", "Schudnerberatun", "Shculdnerberatnug"])
def test_two_wrong_letters_of_a_long_word(finding: Finding, typed: str) -> None:
    finding.having(offer("right", "Schuldnerberatung"), offer("wrong", "Tanzcafé"))
    answer = finding.found(typed)
    assert [(hit.id, hit.guessed) for hit in answer.hits][:1] == [("t:right", True)]
    assert answer.did_you_mean == ["Schuldnerberatung"]


def test_what_was_typed_is_never_below_what_was_guessed(finding: Finding) -> None:
    finding.having(*(offer(f"near{number}", "Beratung Beratung") for number in range(8)),
                   offer("typed", "Haus am Tor | Hier steht Beratnug."))
    hits = finding.found("Beratnug").hits
    assert (hits[0].id, hits[0].guessed) == ("t:typed", False)
    assert all(hit.guessed for hit in hits[1:])
    assert finding.found("Beratnug ").did_you_mean == ["Beratung"]


def test_what_is_spelled_right_is_not_doubted(finding: Finding) -> None:
    finding.having(offer("a", "Miete"), offer("b", "Mitte"), offer("c", "Mieter"))
    answer = finding.found("Mitte")
    assert answer.did_you_mean == []
    assert [(hit.id, hit.guessed) for hit in answer.hits] == [("t:b", False)]


def test_only_the_wrong_word_of_several_is_replaced(finding: Finding) -> None:
    finding.having(offer("right", "Wohngeld | Antrag im Amt"), offer("typed", "Antrag auf Urlaub"))
    answer = finding.found("Antrag Wohngled")
    assert answer.did_you_mean == ["Antrag Wohngeld"]
    assert [(hit.id, hit.guessed) for hit in answer.hits] == [("t:right", True), ("t:typed", False)]


def test_a_word_of_the_lexicon_is_guessed_though_no_text_has_it(finding: Finding) -> None:
    finding.having(offer("right", "Wohnung am Tor"), offer("wrong", "Tanzcafé"))
    answer = finding.found("квратира", "uk")
    assert [(hit.id, hit.guessed) for hit in answer.hits] == [("t:right", True)]
    assert answer.did_you_mean[0].startswith("квартир")


def test_a_word_of_another_script_is_not_guessed_in_german(finding: Finding) -> None:
    finding.having(offer("a", "Wohngeld"))
    assert finding.found("كلمةغريبة", "ar").did_you_mean == []


@pytest.mark.parametrize("typed", ["Shculdner", "Schudnerb", "Schuldmerbe"])
def test_a_wrong_letter_is_forgiven_while_typing(finding: Finding, typed: str) -> None:
    finding.having(offer("right", "Schuldnerberatung"), offer("wrong", "Tanzcafé"))
    answer = finding.found(typed)
    assert [(hit.id, hit.guessed) for hit in answer.hits] == [("t:right", True)]
    assert answer.did_you_mean == ["Schuldnerberatung"]
    assert finding.found(f"{typed} ").hits == []
