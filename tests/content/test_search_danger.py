"""Words that speak of danger put help lines first, in every language; other words do not."""

import pytest

from tests.content.found import Finding, guide, helpline, offer

LINES = (
    helpline("112", "Notruf 112 | Feuerwehr und Rettungsdienst", "emergency", "safety"),
    helpline("poison", "Giftnotruf | Bei Vergiftung", "emergency", "health"),
    helpline("violence", "Hilfetelefon | Wir hören zu", "violence", "safety"),
    helpline("crisis", "Telefon für alle Sorgen | Wir hören zu", "crisis"),
    helpline("money", "Sperrnotruf für Karten", "banking"),
)
OTHERS = (offer("course", "Gewalt verstehen, Suizid verhindern | Vergiftung, violence, насильство, przemoc"),
          guide("life", "Leben"))


@pytest.mark.parametrize(("query", "language"), [
    ("Gewalt", "de"), ("mein Mann schlägt mich", "de"), ("häusliche Gewalt", "de-simple"), ("domestic violence", "en"),
    ("my husband hits me", "en"), ("şiddet", "tr"), ("عنف", "ar"), ("عنف أسري", "ar"), ("خشونت", "fa"),
    ("насильство", "uk"), ("насилие", "ru"), ("przemoc", "pl"), ("violență", "ro")])
def test_violence(finding: Finding, query: str, language: str) -> None:
    finding.having(*OTHERS, *LINES)
    assert finding.keys(query, language)[0] == "violence"


@pytest.mark.parametrize(("query", "language"), [
    ("Suizid", "de"), ("ich will sterben", "de"), ("I want to die", "en"), ("yaşamak istemiyorum", "tr"),
    ("أريد أن أموت", "ar"), ("می‌خواهم بمیرم", "fa"), ("хочу померти", "uk"), ("хочу умереть", "ru"),
    ("chcę umrzeć", "pl"), ("vreau să mor", "ro"), ("ich möchte nicht mehr leben", "de"), ("Selbstmord", "de"),
    ("suicide", "en"), ("intihar", "tr"), ("انتحار", "ar"), ("خودکشی", "fa"), ("самогубство", "uk"),
    ("самоубийство", "ru"), ("samobójstwo", "pl"), ("sinucidere", "ro")])
def test_suicide(finding: Finding, query: str, language: str) -> None:
    finding.having(*OTHERS, *LINES)
    assert finding.keys(query, language)[0] == "crisis"


@pytest.mark.parametrize(("query", "language"), [
    ("Vergiftung", "de"), ("mein Kind hat Gift getrunken", "de"), ("my child drank bleach", "en"),
    ("poisoning", "en"), ("zehirlenme", "tr"),
    ("تسمم", "ar"), ("مسمومیت", "fa"), ("отруєння", "uk"), ("отравление", "ru"), ("zatrucie", "pl"),
    ("otrăvire", "ro")])
def test_poisoning(finding: Finding, query: str, language: str) -> None:
    finding.having(*OTHERS, *LINES)
    assert set(finding.keys(query, language)[:2]) == {"poison", "112"}


def test_how_often_a_line_says_a_word_does_not_matter(finding: Finding) -> None:
    finding.having(helpline("women", "Hilfe für Frauen | Gegen Gewalt. Wir hören zu.", "violence"),
                   helpline("men", "Gewalt | Gewalt. Für Männer, gegen Gewalt.", "violence"))
    assert finding.keys("Gewalt") == ["women", "men"]
    assert finding.keys("Gewalt gegen Männer")[0] == "men"


def test_danger_with_a_wrong_letter(finding: Finding) -> None:
    finding.having(*OTHERS, *LINES)
    hits = finding.found("Gewaöt").hits
    assert (hits[0].id, hits[0].guessed) == ("t:violence", True)


def test_lines_for_another_emergency_stay_away(finding: Finding) -> None:
    finding.having(helpline("112", "Notruf", "emergency"), helpline("110", "Polizei", "emergency"),
                   helpline("poison", "Giftnotruf | Bei Vergiftung", "emergency"))
    assert finding.keys("mein Kind hat Gift getrunken") == ["poison", "112"]
    assert finding.keys("Polizei") == ["110", "112"]


@pytest.mark.parametrize("query", ["Leben in Deutschland", "Hilfe bei der Miete", "Sorgen mit dem Handy", "Telefon"])
def test_no_danger_no_help_line_before_what_fits(finding: Finding, query: str) -> None:
    finding.having(guide("life", "Leben in Deutschland"), offer("rent", "Hilfe bei der Miete"),
                   offer("phone", "Handy und Telefon | Sorgen mit dem Handy"), *LINES)
    assert finding.keys(query)[0] in {"life", "rent", "phone"}


def test_a_line_put_first_is_not_there_twice(finding: Finding) -> None:
    finding.having(*OTHERS, *LINES)
    keys = finding.keys("Giftnotruf")
    assert len(keys) == len(set(keys))


def test_without_help_lines_in_the_copy_nothing_is_put_first(finding: Finding) -> None:
    finding.having(*OTHERS)
    assert finding.keys("Gewalt") == ["course"]


def test_nothing_found_is_no_dead_end(finding: Finding) -> None:
    finding.having(*LINES, offer("course", "Nähkurs"))
    answer = finding.found("Wohngeld")
    assert (answer.hits, answer.topics) == ([], ["money"])
    assert answer.help_lines == ["t:112", "t:poison"]
    assert finding.found("qwrtzpl").help_lines == ["t:112", "t:poison"]
    assert finding.found("Nähkurs").help_lines == []


def test_the_nearest_topic_has_its_own_help_lines(finding: Finding) -> None:
    finding.having(*LINES, helpline("care", "Pflegetelefon", "care"))
    assert finding.found("Rollator").help_lines == ["t:care"]
