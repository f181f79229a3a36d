"""A senior without glasses: a place, a time and a number, in large print."""

from PySide6.QtCore import Qt

from tests.journeys.visitor import Visitor


def test_finds_help_with_the_phone(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    visitor.touches("Handy und Computer")
    visitor.touches(next(name for name in visitor.controls() if name.startswith("Alle") or "Angebot" in name))
    visitor.touches("Mehrgenerationenhaus Lübeck-Eichholz")
    assert visitor.sees("Im Brandenbaumer Feld 27-29")
    assert visitor.kiosk.visit.screen == "offer"


def test_makes_the_text_larger_on_the_start_screen_and_keeps_it(visitor: Visitor) -> None:
    visitor.touches("100 %")
    visitor.touches("150 %")
    visitor.touches("Deutsch")
    assert visitor.kiosk.visit.textScale == 2.0


def test_goes_back_to_where_the_list_was(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    visitor.touches("Hilfe in Not")
    visitor.touches(next(name for name in visitor.controls() if name.startswith("Alle") or "Angebot" in name))
    visitor.touches("WEISSEN RING")
    visitor.touches("Zurück")
    page = next(item for item in visitor._items() if item.inherits("QQuickListView"))
    assert page.property("contentY") > 0


def test_goes_back_to_what_the_search_found(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    visitor.touches("Suchen")
    visitor.types("hilfe")
    visitor.presses(Qt.Key.Key_Return)
    visitor.touches("WEISSEN RING")
    visitor.touches("Zurück")
    page = next(item for item in visitor._items() if item.inherits("QQuickListView"))
    visitor.qtbot.waitUntil(lambda: page.property("contentY") > 0, timeout=5000)
    assert not visitor.is_typing()


def test_clears_the_words_and_goes_on_typing(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    visitor.touches("Suchen")
    visitor.types("gelf")
    visitor.touches("Löschen")
    assert visitor.is_typing()
    visitor.types("geld")
    assert visitor.kiosk.results.query == "geld"


def test_emergency_is_one_touch_away_on_every_screen(visitor: Visitor) -> None:
    for screen, target in (("start", ""), ("home", ""), ("topic", "money"), ("results", ""), ("about", ""),
                           ("guide", "help:papers-to-bring"), ("offer", "helplines:112"), ("languages", "")):
        visitor.kiosk.visit.open(screen, target)
        visitor.touches("Notruf")
        assert visitor.kiosk.visit.screen == "emergency"
        assert visitor.sees("112")


def test_the_warning_keeps_the_focus_and_gives_it_back(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    while visitor.focus() != "Geld":
        visitor.presses(Qt.Key.Key_Tab)
    visitor.kiosk.idle.stop()
    visitor.kiosk.idle.warn()
    for name in ("Weitermachen", "Beenden", "Weitermachen", "Beenden", "Weitermachen"):
        assert visitor.focus() == name
        visitor.presses(Qt.Key.Key_Tab)
    visitor.presses(Qt.Key.Key_Backtab)
    visitor.presses(Qt.Key.Key_Return)
    assert visitor.focus() == "Geld"


def test_everything_is_reached_by_tab_and_pressed_by_enter(visitor: Visitor) -> None:
    visitor.touches("Deutsch")
    reached = set()
    for _ in range(60):
        visitor.presses(Qt.Key.Key_Tab)
        reached.add(visitor.focus())
    assert set(visitor.controls()) <= reached
    while visitor.focus() != "Geld":
        visitor.presses(Qt.Key.Key_Tab)
    visitor.presses(Qt.Key.Key_Return)
    assert visitor.kiosk.visit.screen == "topic"
