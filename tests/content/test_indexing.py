"""What of a record goes into columns: what lists show, filters ask for and search reads."""

import pytest

from content.indexing import SUMMARY_LENGTH, row_of
from tests.content.found import guide, offer


def test_search_reads_the_names_of_provider_places_and_contacts_in_every_language() -> None:
    record = offer("a", {"de": "Mittagstisch", "en": "Lunch"}, provider="Diakonie", contacts=[{"name": "Empfang"}],
                   places=[{"name": "Kaiserhof", "address": "Ring 6", "district": "Buntekuh"}])
    bodies = [text.indexed.body for text in row_of(1, record, b"", b"").texts]
    assert len(bodies) == 2
    assert all(name in body for body in bodies for name in ("Diakonie", "Kaiserhof", "Ring 6", "Buntekuh", "Empfang"))


def test_headings_are_read_once_more() -> None:
    record = guide("a", "Titel | <h2>Wer hilft?</h2><p>Das Amt hilft.</p>")
    text, = (row.indexed for row in row_of(1, record, b"", b"").texts)
    assert text.headings == "Wer hilft?"
    assert text.body.split("\n") == ["Wer hilft?", "Das Amt hilft."]


def test_a_text_without_summary_shows_its_opening_cut_at_a_space() -> None:
    shown, = (row.shown for row in row_of(1, guide("a", f"Titel | {'Wort ' * 100}"), b"", b"").texts)
    summary = shown[3]
    assert summary.startswith("Wort Wort")
    assert summary.endswith("Wort …")
    assert len(summary) <= SUMMARY_LENGTH + 2


@pytest.mark.parametrize(("blocks", "summary"), [
    ("<h2>Was ist das?</h2><p>Ein Haus für alle.</p>", "Ein Haus für alle."),
    ('<img src="https://a.example/b.png" alt="Wappen"><ul><li>Mit Ausweis</li></ul>', "Mit Ausweis"),
    ("<h2>Im Aufbau</h2>", "Im Aufbau")])
def test_the_opening_is_what_is_said_below_headings_and_images(blocks: str, summary: str) -> None:
    shown, = (row.shown for row in row_of(1, guide("a", f"Titel | {blocks}"), b"", b"").texts)
    assert shown[3] == summary


def test_the_original_language_comes_first() -> None:
    record = offer("a", {"tr": "Başlık", "de": "Titel", "en": "Title"})
    assert [row.shown[1] for row in row_of(1, record, b"", b"").texts] == ["tr", "de", "en"]
