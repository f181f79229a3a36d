"""Nothing about a visitor survives the visit."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.journeys.visitor import Visitor


def changed(visitor: Visitor) -> None:
    """Somebody leaves traces of every kind."""
    visitor.touches("English")
    visitor.kiosk.visit.nextTextScale()
    visitor.kiosk.visit.nextTheme()
    visitor.touches("Search")
    visitor.types("my secret")
    QGuiApplication.clipboard().setText("my secret")


def assert_forgotten(visitor: Visitor) -> None:
    visit = visitor.kiosk.visit
    assert (visit.screen, visit.language, visit.textScale, visit.theme) == ("start", "de", 1.0, "light")
    assert not visit.canGoBack
    assert visitor.kiosk.results.query == ""
    assert QGuiApplication.clipboard().text() == ""
    visitor.touches("English")
    visitor.touches("Search")
    assert not visitor.sees("secret")


def test_ending_the_visit_forgets_everything(visitor: Visitor) -> None:
    changed(visitor)
    visitor.touches("End visit")
    assert_forgotten(visitor)


def test_an_abandoned_visit_warns_and_then_ends(left_alone: Visitor) -> None:
    with left_alone.qtbot.waitSignal(left_alone.kiosk.visit.ended, timeout=5000):
        changed(left_alone)
        left_alone.waits_for("Are you still there?")
    assert left_alone.kiosk.visit.screen == "start"


def test_a_touch_keeps_the_visit(left_alone: Visitor) -> None:
    left_alone.touches("English")
    left_alone.waits_for("Are you still there?")
    left_alone.touches("Go on")
    assert left_alone.kiosk.visit.screen == "home"


def test_going_home_starts_a_new_search(visitor: Visitor) -> None:
    visitor.touches("English")
    visitor.touches("Search")
    visitor.types("poison")
    visitor.touches("Start page")
    visitor.touches("Search")
    assert visitor.kiosk.results.query == ""


def test_what_is_typed_is_not_logged(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    changed(visitor)
    assert "secret" not in caplog.text
