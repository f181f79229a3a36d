"""A guide on the screen: its text, what is below it, and how old it is."""

from datetime import UTC, datetime
from typing import Any

from content.block import Block
from content.library import Library
from tests.ui.copy import damage, fill, guide, offer, wording
from ui.viewmodels.guide import GuideView
from ui.viewmodels.reading import block_rows

LESSON = {"de": {"title": "Anmelden",
                 "blocks": "<h2>Los</h2><p>Erst lesen.</p><ol><li>Tippen</li><li>Senden</li></ol>"},
          "tr": {"title": "Kayıt", "blocks": "<p>Önce okuyun.</p>", "reviewed": False}, "uk": {"title": "Реєстрація"}}


def facts(library: Library, language: str = "de", target: str = "city:top") -> dict[str, Any]:
    fill(library.store, guide("top", LESSON, steps=True, source={"feed": "city", "url": "https://city.example"}),
         guide("second", parent="city:top", order=2), guide("first", LESSON, parent="city:top", order=1), offer("a"))
    view = GuideView(library)
    view.show(target, wording(language))
    return view.facts


def test_a_lesson(library: Library) -> None:
    shown = facts(library)
    assert (shown["id"], shown["title"], shown["note"], shown["lesson"]) == ("city:top", "Anmelden", "", True)
    assert (shown["asOf"], shown["source"]) == ("Stand: 19. November 2026", "https://city.example")
    assert [(block["kind"], block["text"]) for block in shown["blocks"]][:2] == [
        ("heading", "Los"), ("paragraph", "Erst lesen.")]


def test_the_source_is_that_of_the_text_that_is_read(library: Library) -> None:
    texts = {"de": {"title": "Rat"}, "en": {"title": "Advice", "url": "https://city.example/en"}}
    fill(library.store, guide("a", texts, source={"feed": "city", "url": "https://city.example/de"}))
    view = GuideView(library)
    view.show("city:a", wording("en"))
    assert view.facts["source"] == "https://city.example/en"
    view.show("city:a", wording("de"))
    assert view.facts["source"] == "https://city.example/de"


def test_the_guides_below_it_in_their_order(library: Library) -> None:
    assert [(row["id"], row["kind"], row["title"]) for row in facts(library, "tr")["children"]] == [
        ("city:first", "guide", "Kayıt"), ("city:second", "guide", "Rat")]


def test_its_language_is_said(library: Library) -> None:
    assert facts(library, "tr")["blocks"][0]["text"] == "Önce okuyun."
    assert "ana dili" in facts(library, "tr")["note"]
    assert facts(library, "uk")["title"] == "Anmelden"
    assert "німецька" in facts(library, "uk")["note"].lower()
    assert facts(library, "de-simple")["note"] == ""


def test_nothing_of_one_guide_stays_for_another(library: Library) -> None:
    fill(library.store, guide("a"), guide("broken"), offer("o"))
    damage(library, "city:broken")
    view = GuideView(library)
    for target in ("city:gone", "city:broken", "city:o"):
        view.show("city:a", wording())
        assert view.facts["title"] == "Rat"
        view.show(target, wording())
        assert view.facts == {}
    view.show("city:a", wording())
    view.forget()
    assert view.facts == {}


def test_a_number_its_own_sentence_shows_is_not_shown_again() -> None:
    called = Block("link", "0451 115", url="tel:0451115")
    blocks = [Block("paragraph", "Rufen Sie 0451 115 an."), called, Block("paragraph", "Oder schreiben Sie."), called,
              Block("link", "schreiben", url="mailto:a@b.example")]
    assert [row["url"] for row in block_rows(blocks)] == ["", "", "tel:0451115", "mailto:a@b.example"]


def test_a_feed_that_says_that_nothing_is_new_is_as_of_then(library: Library) -> None:
    fill(library.store, guide("g"))
    library.store.set_feed("city", checked=datetime(2026, 11, 20, 8, tzinfo=UTC))
    view = GuideView(library)
    view.show("city:g", wording())
    assert view.facts["asOf"] == "Stand: 20. November 2026"
