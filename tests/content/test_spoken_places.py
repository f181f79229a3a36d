"""The places of spoken words in the written text: inside it, rising, and nothing written left out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from content.authored import read_folder
from content.block import Block
from content.builtin import FOLDERS
from content.language import LANGUAGES
from content.spoken import sentences

PIECES = ["8:30", "–", "12", " Uhr", " ", ". ", ", ", "Mo", "Fr", "z. B.", "Str.", "str.", "€", "2,50", "0451", "/",
          "-", "112", "116 117", "3.", "10.", "2026", " Oktober", "Haus", "5", "a", "km", "%", "§", "·", "www.",
          "luebeck.de", "@", "usw.", "e. V.", "(", ")", "„", "“", "?", "!", "…", "\u00ad", "\u200f", "۳", "٣", "اتصل",
          "؟", "жовтня", "т. е.", "року", "godz.", "sa.", "\n", "\u202f", "👍", "+49", "https://", "https:///", "_",
          "é"]
CODES = some.sampled_from([language.code for language in LANGUAGES] + ["ps", "bg"])


def check(text: str, language: str) -> None:
    """The promises of `sentences` for one text."""
    block = Block("step", text, number=3)
    covered = bytearray(len(text))
    last = 0
    for utterance in sentences(block, language):
        assert last <= utterance.start
        assert utterance.start + utterance.length <= len(text)
        heard = utterance.start
        for word in utterance.words:
            assert heard <= word.start
            assert word.length > 0
            assert word.start + word.length <= utterance.start + utterance.length
            assert utterance.text[word.at:word.at + word.size].strip()
            covered[word.start:word.start + word.length] = b"\1" * word.length
            heard = word.start
        assert [word.at for word in utterance.words] == sorted(word.at for word in utterance.words)
        last = utterance.start + utterance.length
    lost = [run[0] for run in re.finditer(r"[^\W_]+", text) if not any(covered[slice(*run.span())])]
    assert not lost


@given(some.lists(some.sampled_from(PIECES), max_size=14).map("".join), CODES)
@settings(max_examples=800, deadline=None)
def test_any_mix_of_signs_keeps_its_places(text, language):
    check(text, language)


@given(some.text(max_size=40), CODES)
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_keeps_its_places(text, language):
    check(text, language)


@pytest.mark.parametrize("feed", FOLDERS)
def test_everything_the_kiosk_brings_along_keeps_its_places(feed):
    records = read_folder(FOLDERS[feed], feed, reject=lambda error: pytest.fail(str(error)))
    texts = [(written, language) for record in records for language, text in record.texts.items()
             for written in (text.title, text.summary, *(block.text for part in text.sections() for block in part))]
    assert texts
    for text, language in texts:
        check(text, language)
        spoken = " ".join(utterance.text for utterance in sentences(Block("paragraph", text), language))
        assert not re.search(r"Uhr(?: \d+)? Uhr", spoken)
