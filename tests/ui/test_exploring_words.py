"""What is said while somebody types, and what signs are called."""

import pytest

from ui.catalogue import Catalogue
from ui.exploring.echo import echo
from ui.exploring.sign import called
from ui.voice import Phrase


@pytest.fixture
def words() -> Catalogue:
    return Catalogue("en")


def test_the_character_that_came_is_private_and_that_one_came_is_not(words: Catalogue) -> None:
    assert echo("gel", "geld", words) == [Phrase("d", "en", private=True), Phrase("typed", "en")]


def test_at_the_end_of_a_word_the_word_is_said(words: Catalogue) -> None:
    assert echo("no money", "no money ", words)[0] == Phrase("money", "en", private=True)


def test_a_space_alone_is_called_by_its_name(words: Catalogue) -> None:
    assert echo("", " ", words)[0] == Phrase("space", "en", private=True)


def test_what_went_is_said(words: Catalogue) -> None:
    assert echo("geld", "gel", words) == [Phrase("d", "en", private=True), Phrase("deleted", "en")]
    assert echo("geld", "", words)[0] == Phrase("geld", "en", private=True)


def test_other_words_are_said_whole(words: Catalogue) -> None:
    assert echo("geld", "money", words) == [Phrase("money", "en", private=True), Phrase("typed", "en")]


def test_nothing_typed_is_said_to_others(words: Catalogue) -> None:
    for before, after in (("a", "ab"), ("ab", "a"), ("ab", "cd"), ("a", "a ")):
        assert all(phrase.private or phrase.text in {"typed", "deleted"} for phrase in echo(before, after, words))


@pytest.mark.parametrize(("sign", "name"), [(".", "full stop"), (" ", "space"), ("،", "comma"), ("q", "q"),
                                            ("ä", "ä"), ("7", "7"), ("geld.", "geld.")])
def test_a_sign_alone_is_called_by_its_name(sign: str, name: str, words: Catalogue) -> None:
    assert called(sign, words) == Phrase(name, "en")


def test_a_sign_no_catalogue_names_has_its_english_name() -> None:
    assert called("€", Catalogue("de")) == Phrase("euro sign", "en")
