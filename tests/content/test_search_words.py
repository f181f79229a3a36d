"""One word, many ways to write and to say it: inflections, compounds, umlauts, letter variants, synonyms."""

import pytest

from tests.content.found import Finding, offer


@pytest.mark.parametrize(("typed", "title"), [
    ("Beratungen", "Beratung am Tor"), ("Beratung", "Beratungen am Tor"), ("Kinder", "Ein Kind am Tor"),
    ("Deutschkurse", "Deutschkurs am Tor"), ("Ärzte", "Arzt am Tor"), ("wohnungen", "Die Wohnung am Tor"),
])
def test_german_inflections(finding: Finding, typed: str, title: str) -> None:
    finding.having(offer("right", title), offer("wrong", "Tanzcafé"))
    assert finding.keys(typed) == ["right"]


@pytest.mark.parametrize(("typed", "text"), [
    ("Beratungsstellen", "Beratung"), ("Rentenberatung", "Haus am Tor | Beratung zur Rente"),
    ("Beratung", "Rentenberatung"), ("Rente", "Rentenberatung"), ("Kurs", "Deutschkurs"),
    ("Wohnungssuche", "Wohnung suchen"), ("Mieterberatung", "Beratung für Mieter"), ("Masernimpfung", "Masern-Impfung"),
    ("Masern-Impfung", "Masernimpfung"), ("Email", "E-Mail schreiben"), ("E-Mail", "Email schreiben"),
])
def test_german_compounds(finding: Finding, typed: str, text: str) -> None:
    finding.having(offer("right", text), offer("wrong", "Tanzcafé"))
    assert finding.keys(typed) == ["right"]
    assert not finding.found(typed).hits[0].guessed


def test_a_compound_does_not_end_anywhere(finding: Finding) -> None:
    finding.having(offer("wrong", "Biologie"), offer("right", "Login vergessen"))
    assert finding.keys("Login") == ["right"]


@pytest.mark.parametrize(("typed", "text", "language"), [
    ("Fuehrerschein", "Führerschein", "de"), ("Führerschein", "Fuehrerschein", "de"),
    ("Fuhrerschein", "Führerschein", "de"),
    ("Strasse", "Straße", "de"), ("Straße", "Strasse", "de"), ("Aerzte", "Ärzte", "de"), ("goethe", "Göthe", "de"),
    ("bafoeg", "BAföG", "de"), ("Rentenversicherung", "Renten·versicherung", "de-simple"),
    ("ISPARTA", "ısparta", "tr"), ("istanbul", "İSTANBUL", "tr"), ("siginma", "sığınma", "tr"),
    ("اقامة", "إقامة", "ar"), ("اقامه", "إِقَامَة", "ar"), ("والإقامة", "إقامة", "ar"), ("كمك", "کمک", "fa"),
    ("کمکهای", "کمک‌های", "fa"),
    ("елка", "ёлка", "ru"), ("обявление", "объявление", "ru"), ("здоровя", "здоров’я", "uk"), ("помощ", "помощь", "ru"),
    ("lodz", "Łódź", "pl"), ("nastere", "naștere", "ro"),
])
def test_spellings_of_one_word(finding: Finding, typed: str, text: str, language: str) -> None:
    finding.having(offer("right", {language: text}), offer("wrong", {language: "Xylophon"}))
    assert finding.keys(typed, language) == ["right"]
    assert not finding.found(typed, language).hits[0].guessed


@pytest.mark.parametrize("typed", ["Handy", "Smartphone", "Mobiltelefon"])
@pytest.mark.parametrize("text", ["Handy", "Smartphone", "Mobiltelefon"])
def test_synonyms_are_one(finding: Finding, typed: str, text: str) -> None:
    finding.having(offer("right", f"{text} erklärt"), offer("wrong", "Tanzcafé"))
    assert finding.keys(typed) == ["right"]


def test_the_word_itself_comes_before_its_synonym(finding: Finding) -> None:
    finding.having(offer("synonym", "Smartphone erklärt"), offer("same", "Handy erklärt"))
    assert finding.keys("Handy") == ["same", "synonym"]


@pytest.mark.parametrize(("typed", "wrong"), [("DRK", "DRF"), ("115", "116"), ("115", "1150er Jahre"), ("EU", "Europa"),
                                              ("112", "116117"), ("B1", "B12")])
def test_short_words_and_numbers_are_taken_literally(finding: Finding, typed: str, wrong: str) -> None:
    finding.having(offer("right", f"{typed} am Tor"), offer("wrong", wrong))
    assert finding.keys(typed + " ")[0] == "right"
    finding.having(offer("wrong", wrong))
    assert finding.keys(typed + " ") == []


@pytest.mark.parametrize("typed", ["asdf", "DRK", "xyz", "qq"])
def test_nonsense_finds_nothing(finding: Finding, typed: str) -> None:
    finding.having(offer("a", "Das Café"), offer("b", "Drei Kurse"), offer("c", "Arzt"))
    assert finding.found(typed).hits == []
    assert finding.found(typed).did_you_mean == []
