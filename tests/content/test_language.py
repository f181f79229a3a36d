"""Languages by the names feeds give them, and in which order texts are looked for."""

import pytest
from babel import Locale

from content.language import GERMAN, LANGUAGES, canonical, direction, fallbacks, language


@pytest.mark.parametrize(("name", "code"), [
    ("de-si", "de-simple"), ("DE_SI", "de-simple"), ("de-Leicht", "de-simple"), (" de-DE ", "de"), ("pes", "fa"),
    ("fa-IR", "fa"), ("ukr", "uk"), ("eng", "en"), ("prs", "prs"), ("ku", "ku"), ("", "")])
def test_names_of_feeds(name: str, code: str) -> None:
    assert canonical(name) == code


def test_our_own_codes_stay() -> None:
    assert [canonical(known.code) for known in LANGUAGES] == [known.code for known in LANGUAGES]


def test_every_language_is_known_to_cldr_and_has_its_direction() -> None:
    for known in LANGUAGES:
        locale = Locale.parse(known.locale)
        assert (locale.text_direction, direction(known.code)) == (known.direction, known.direction)
        assert language(known.code) is known
    assert language("ku") is None


@pytest.mark.parametrize(("code", "expected"), [
    ("prs", "rtl"), ("ps", "rtl"), ("ckb", "rtl"), ("ar-SY", "rtl"), ("ku", "ltr"), ("arn", "ltr"), ("", "ltr")])
def test_the_direction_of_languages_the_interface_does_not_speak(code: str, expected: str) -> None:
    assert direction(code) == expected


@pytest.mark.parametrize(("asked", "original", "chain"), [
    ("tr", "en", ("tr", "de", "en")), ("tr", "tr", ("tr", "de")), ("tr", GERMAN, ("tr", "de")),
    ("de-simple", "en", ("de-simple", "de", "en")), ("de", "en", ("de", "en", "de-simple")),
    ("de", "de", ("de", "de-simple"))])
def test_where_a_text_is_looked_for(asked: str, original: str, chain: tuple[str, ...]) -> None:
    assert fallbacks(asked, original) == chain
