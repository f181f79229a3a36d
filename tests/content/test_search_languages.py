"""Across languages: what is described in German only is found in the visitor's words, and said to be German."""

from pathlib import Path

import msgspec
import pytest

from content.lexicon import Lexicon
from content.lexicon.compiling import compile_into
from content.search.question import read
from tests.content.found import Finding, guide, offer

HOUSING = {"en": "housing benefit", "tr": "kira yardımı", "ar": "إعانة السكن", "fa": "کمک هزینه مسکن",
           "uk": "житлова субсидія",
           "ru": "жилищное пособие", "pl": "dodatek mieszkaniowy",
           "ro": "subvenție pentru chirie", "de-simple": "Wohngeld"}
DENTIST = {"en": "dentist", "tr": "diş hekimi", "ar": "طبيب أسنان", "fa": "دندانپزشک", "uk": "стоматолог",
           "ru": "стоматолог", "pl": "dentysta", "ro": "dentist", "de-simple": "Zahnarzt"}


@pytest.mark.parametrize(("german", "words"), [("Wohngeld", HOUSING), ("Zahnarzt", DENTIST)])
@pytest.mark.parametrize("language", list(DENTIST))
def test_a_word_of_any_language_finds_the_german_text(
        finding: Finding, german: str, words: dict[str, str], language: str) -> None:
    finding.having(offer("right", f"{german} in der Stadt"), offer("wrong", "Tanzcafé am Hafen"))
    assert [(hit.id, hit.language) for hit in finding.found(words[language], language).hits[:1]] == [("t:right", "de")]


@pytest.mark.parametrize(("question", "language"), [
    ("Where can I find a dentist for my daughter?", "en"), ("Çocuğum için nerede diş hekimi bulabilirim?", "tr"),
    ("أين أجد طبيب أسنان لطفلي؟", "ar"), ("Де мені знайти стоматолога для дитини?", "uk"),
    ("Где мне найти стоматолога для ребёнка?", "ru"), ("Gdzie znajdę dentystę dla dziecka?", "pl"),
    ("Unde găsesc un dentist pentru copil?", "ro"), ("کجا دندانپزشک برای بچه پیدا کنم؟", "fa")])
def test_a_question_in_any_language_finds_the_german_text(finding: Finding, question: str, language: str) -> None:
    finding.having(offer("right", "Zahnarztpraxis am Markt"), offer("wrong", "Tanzcafé am Hafen"))
    assert finding.keys(question, language)[:1] == ["right"]


def test_a_text_in_ones_own_language_is_said_to_be_in_it(finding: Finding) -> None:
    finding.having(offer("a", {"de": "Zahnarzt", "uk": "Лікування зубів"}))
    assert [hit.language for hit in finding.found("стоматолог", "uk").hits] == ["uk"]


def test_a_hit_is_named_as_the_feed_names_the_text_that_is_read(finding: Finding) -> None:
    record = guide("zahnarzt", {"de": "Zahnarzt", "en": "Dentist"})
    english = msgspec.structs.replace(record.texts["en"], key="dentist")
    finding.having(msgspec.structs.replace(record, texts={**record.texts, "en": english}))
    named = {language: [(hit.id, hit.name, hit.language) for hit in finding.found("dentist", language).hits]
             for language in ("en", "de", "tr")}
    assert named == {"en": [("t:zahnarzt", "t:dentist", "en")], "de": [("t:zahnarzt", "t:zahnarzt", "de")],
                     "tr": [("t:zahnarzt", "t:zahnarzt", "de")]}  # found by the English text, read in German


def test_german_words_are_known_to_everybody(finding: Finding) -> None:
    finding.having(offer("right", "Geld vom Amt | Das Bürgergeld"), offer("wrong", "Café"))
    assert finding.keys("Bürgergeld", "ar")[:1] == ["right"]
    assert finding.keys("Bürgergeld", "tr")[:1] == ["right"]


def test_a_false_friend_does_not_come_first(finding: Finding) -> None:
    finding.having(offer("poison", "Gift im Haushalt"), offer("present", {"en": "Gift shop", "de": "Laden"}))
    assert finding.keys("gift", "en")[0] == "present"


def test_a_word_of_many_questions_is_not_taken_for_one_of_another_language(finding: Finding) -> None:
    asked = read("What kind of insurance do I need?", "en", Lexicon(finding.store.db))
    assert {word.typed: bool(word.meanings) for word in asked} == {"kind": False, "insurance": True}


def test_a_city_adds_its_own_words(finding: Finding, tmp_path: Path) -> None:
    table = tmp_path / "lexicon.tsv"
    table.write_text("concept\tde\ttr\nharbour-hall\tMöwenhalle | Hafenhalle\tMartıköy\n", encoding="utf-8")
    finding.having(offer("right", "Konzert in der Hafenhalle"), offer("wrong", "Tanzcafé"))
    assert finding.keys("Martıköy", "tr") == []
    compile_into(finding.store.db, table)
    assert finding.keys("Martıköy", "tr") == ["right"]
    assert finding.keys("Möwenhalle") == ["right"]
