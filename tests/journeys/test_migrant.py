"""A migrant with a letter: the right office, in her own language and script."""

from pathlib import Path

from kiosk.folder import OUTBOX
from kiosk.letterbox import NOTHING_FOUND
from sync.outbox import Outbox
from tests.journeys.visitor import Visitor
from ui.sight import kind_of


def test_reads_in_arabic_from_the_right(visitor: Visitor) -> None:
    visitor.touches("العربية")
    assert visitor.kiosk.visit.mirrored
    rail = next(item for item in visitor._items() if kind_of(item) == "Rail")
    assert rail.mapToScene(rail.position()).x() > 1000
    visitor.touches("الصحة")
    assert visitor.sees("الصحة")


def test_finds_every_button_where_the_text_begins(visitor: Visitor) -> None:
    visitor.touches("العربية")
    for screen, target, button in (("topic", "housing", "عرض كل الخدمات"), ("about", "", "المزيد")):
        visitor.kiosk.visit.open(screen, target)
        control = visitor._control(button)
        assert control is not None
        page = control.parentItem()
        assert control.x() + control.width() == page.width() > control.width()


def test_changes_the_language_and_stays_where_she_is(visitor: Visitor) -> None:
    visitor.touches("Türkçe")
    visitor.kiosk.visit.open("guide", "help:letters-from-an-office")
    before = visitor.reads()
    visitor.touches("Dil")
    visitor.touches("Українська")
    assert visitor.kiosk.visit.screen == "guide"
    assert visitor.kiosk.visit.language == "uk"
    assert visitor.reads() != before


def test_a_translation_nobody_reviewed_says_so(visitor: Visitor) -> None:
    visitor.touches("English")
    visitor.kiosk.visit.open("guide", "help:papers-to-bring")
    assert visitor.sees("has not been checked by a native speaker")


def test_types_and_finds(visitor: Visitor) -> None:
    visitor.touches("English")
    visitor.touches("Search")
    visitor.types("poison")
    visitor.waits_for("GIZ-Nord")


def test_nothing_found_leads_on(visitor: Visitor) -> None:
    visitor.touches("English")
    visitor.touches("Search")
    visitor.types("qqqqxxxx")
    visitor.waits_for("Nothing found")
    visitor.touches("Help lines")
    assert visitor.kiosk.visit.screen == "emergency"


def test_tells_the_city_what_is_missing_without_her_words(visitor: Visitor, made_folder: Path) -> None:
    visitor.touches("English")
    visitor.touches("Search")
    visitor.types("qqqqxxxx")
    visitor.touches("Yes, tell the city")
    visitor.touches("Without my words")
    visitor.waits_for("Thank you")
    outbox = Outbox(made_folder / OUTBOX)
    assert [count.number for count in outbox.counts() if count.what == NOTHING_FOUND] == [1]
    assert outbox.items() == []
    outbox.close()
