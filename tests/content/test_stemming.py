"""Stems: inflections of a word meet, other words do not."""

import pytest

from content.folding import fold
from content.stemming import stem


@pytest.mark.parametrize(("forms", "language"), [
    ("Beratung Beratungen", "de"), ("Beratungsstelle Beratungsstellen", "de"), ("Wohnung Wohnungen", "de"),
    ("Kind Kinder Kindern Kindes", "de"), ("Adresse Adressen", "de"), ("Arzt Ärzte Ärzten Arztes", "de-simple"),
    ("house houses housing", "en"), ("refugee refugees", "en"), ("agency agencies", "en"),
    ("program programme programmes", "en"),
    ("okul okullar okulda okulun", "tr"), ("kitap kitabı", "tr"), ("çocuk çocuğun çocuklar", "tr"),
    ("مساعدة المساعدات للمساعدة والمساعدة", "ar"), ("سكن السكن والسكن", "ar"),
    ("کمک کمکها کمکهای", "fa"),
    ("квартира квартиру квартири квартирою", "uk"), ("освіта освіти освіту", "uk"),
    ("врач врача врачами врачей", "ru"), ("помощь помощью помощи", "ru"),
    ("mieszkanie mieszkania", "pl"), ("lekarz lekarza lekarzem", "pl"),
    ("locuință locuința locuințe", "ro"), ("ajutor ajutorul", "ro"),
])
def test_inflections_share_a_stem(forms: str, language: str) -> None:
    assert len({stem(fold(form, language), language) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other", "language"), [
    ("Miete", "Mitte", "de"), ("Rente", "Rind", "de"), ("Germany", "German", "en"), ("news", "need", "en"),
])
def test_other_words_do_not(one: str, other: str, language: str) -> None:
    assert stem(fold(one, language), language) != stem(fold(other, language), language)


@pytest.mark.parametrize("word", ["drk", "115", "a1", "b2", "eu", "116117"])
def test_short_words_and_numbers_are_their_own_stem(word: str) -> None:
    assert stem(word, "de") == word


def test_a_language_without_a_table_is_left_as_it_is() -> None:
    assert stem("shtepia", "sq") == "shtepia"
