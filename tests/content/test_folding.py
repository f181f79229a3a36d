"""Folding: all the ways people write a word become one, and only those."""

import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.folding import fold, forms, tokens, words

_LETTERS = "abeoußæłäöüéñçşğåőșčёйґїІИΩЖأإئسكی한"
_MARKS = "\u0301\u0302\u0307\u0308\u0323\u0327\u064e\u0651"


@pytest.mark.parametrize(("written", "also", "language"), [
    ("Müller", "Mueller", "de"), ("Straße", "STRASSE", "de"), ("Häuser", "Haeuser", "de"), ("größer", "groesser", "de"),
    ("Übersetzung", "uebersetzung", "de-simple"), ("Mu\u0308ller", "Müller", "de"),
    ("Renten·versicherung", "Rentenversicherung", "de-simple"), ("Grund\u00adsicherung", "Grundsicherung", "de"),
    ("İstanbul", "istanbul", "tr"), ("IŞIK", "ışık", "tr"), ("Isparta", "ısparta", "tr"), ("çocuğu", "cocugu", "tr"),
    ("أُسْرَة", "اسره", "ar"), ("إقامة", "اقامه", "ar"), ("مستشفى", "مستشفي", "ar"), ("مســاعدة", "مساعدة", "ar"),
    ("١١٥", "115", "ar"),
    ("كمك", "کمک", "fa"), ("پزشكي", "پزشکی", "fa"), ("۱۱۲", "112", "fa"),
    ("ёлка", "елка", "ru"), ("объявление", "обявление", "ru"), ("помощь", "помощ", "ru"),
    ("здоров'я", "здоров’я", "uk"), ("здоров'я", "здоровя", "uk"),
    ("ґанок", "ганок", "uk"), ("допомогти", "ДОПОМОГТИ", "uk"),
    ("łódź", "lodz", "pl"), ("wsparcie", "WSPARCIE", "pl"), ("locuință", "locuinta", "ro"),
    ("naștere", "naştere", "ro"),
])
def test_one_word_however_it_is_written(written: str, also: str, language: str) -> None:
    assert fold(written, language) == fold(also, language)


@pytest.mark.parametrize(("word", "other", "language"), [
    ("Bauer", "Baur", "de"), ("neue", "nu", "de"), ("Quelle", "Qulle", "de"),
    ("blue", "blu", "en"), ("poem", "pom", "en"),
])
def test_letters_that_only_look_like_a_digraph_stay(word: str, other: str, language: str) -> None:
    assert fold(word, language) != fold(other, language)


@given(st.text(_LETTERS + _MARKS), st.sampled_from(["", "de", "uk", "tr"]))
def test_it_makes_no_difference_how_letters_and_accents_are_put_together(text: str, language: str) -> None:
    assert {fold(unicodedata.normalize(form, text), language) for form in ("NFC", "NFD", "NFKC", "NFKD")} == {
        fold(text, language)}


@pytest.mark.parametrize("marks", [*permutations("\u0301\u0323\u0327"), ("\u0651", "\u064e")])
def test_marks_go_in_whatever_order_they_are_written(marks: tuple[str, ...]) -> None:
    assert fold(f"x{''.join(marks)}y") == "xy"


def test_words_of_a_text_in_order() -> None:
    assert words("Beratung: Mo–Fr, 9 Uhr (E-Mail)", "de") == ["beratung", "mo", "fr", "9", "uhr", "e", "mail"]


def test_a_zero_width_non_joiner_divides_as_a_space_does() -> None:
    assert words("کمک‌های مالی", "fa") == words("کمک های مالی", "fa")


def test_hyphens_keep_a_token_together_and_apostrophes_only_in_ukrainian() -> None:
    assert tokens("Die E-Mail-Adresse", "de") == ["Die", "E-Mail-Adresse"]
    assert tokens("сім'я і підʼїзд", "uk") == ["сімя", "і", "підїзд"]
    assert tokens("İstanbul'da", "tr") == ["İstanbul", "da"]


def test_a_hyphenated_token_stands_for_its_parts_and_for_one_word() -> None:
    assert forms("Masern-Impfung", "de") == [
        ("Masern", "masern"), ("Impfung", "impfung"), ("Masern-Impfung", "masernimpfung")]
    assert forms("Impfung", "de") == [("Impfung", "impfung")]
    assert forms("-", "de") == []
