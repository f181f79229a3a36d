"""The on-screen keyboard under real fingers: a shaky hand, a finger that stays, and letters that lie below others."""

from time import monotonic

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.journeys.listener import Listener
from tests.journeys.visitor import Visitor
from ui.exploring.element import elements

DELETE = "Letztes Zeichen löschen"
SLACK = 10  # ms a timer may be early
MOST = 15  # letters on a key
REPEATS = 1200  # ms: Qt's own keyboard would repeat a held key after 600
BELOW = [("de", "s", "ß"), ("en", "e", "é"), ("tr", "a", "ä"), ("pl", "l", "ł"), ("ro", "s", "ș"), ("ru", "е", "ё"),
         ("ar", "ا", "أ"), ("fa", "گ", "پ")]


class Typist:
    """Somebody who sees the keys of a search and touches them."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.window = visitor.kiosk.window
        self._finger = QTest.createTouchDevice()
        visitor.kiosk.visit.begin("de")
        visitor.kiosk.visit.open("results", "")
        visitor.qtbot.waitUntil(lambda: any(one.name == "g" for one in elements(self.window)), timeout=5000)
        self.window.grabWindow()

    @property
    def text(self) -> str:
        return self.visitor.kiosk.results.query

    def clears(self) -> None:
        self.window.activeFocusItem().setProperty("text", "")

    def down(self, name: str) -> None:
        self._at = next(one.shown.center().toPoint() for one in elements(self.window) if one.name == name)
        QTest.touchEvent(self.window, self._finger).press(0, self._at, self.window).commit()

    def up(self) -> None:
        QTest.touchEvent(self.window, self._finger).release(0, self._at, self.window).commit()

    def strikes(self, name: str) -> None:
        self.down(name)
        self.up()


@pytest.fixture
def typist(visitor: Visitor) -> Typist:
    return Typist(visitor)


def lying(typist: Typist) -> bool:
    """Whether a stroke on the last key is still taken away."""
    return any(item.isVisible() for item in typist.window.findChildren(QQuickItem, "shield"))


def twice(typist: Typist) -> float:
    """Strikes the first letter twice as quickly as can be; the ms between."""
    typist.strikes("g")
    begun = monotonic()
    typist.strikes("g")
    return (monotonic() - begun) * 1000


@pytest.mark.parametrize(("steady", "time"), [(False, 150), (True, 500)])
def test_a_key_struck_again_at_once_counts_once_and_another_one_counts(
        typist: Typist, steady: bool, time: int) -> None:
    typist.visitor.kiosk.visit.steadyKeys(steady)
    while twice(typist) > time:  # the machine was busy
        typist.clears()
    typist.strikes("e")
    typist.visitor.qtbot.waitUntil(lambda: "e" in typist.text, timeout=5000)
    assert typist.text == "ge"


@pytest.mark.parametrize(("steady", "time"), [(False, 150), (True, 500)])
def test_after_that_time_the_same_key_counts_again(typist: Typist, steady: bool, time: int) -> None:
    typist.visitor.kiosk.visit.steadyKeys(steady)
    struck = monotonic()
    typist.strikes("g")
    typist.visitor.qtbot.waitUntil(lambda: not lying(typist), timeout=5000)
    assert (monotonic() - struck) * 1000 >= time - SLACK
    typist.strikes("g")
    typist.visitor.qtbot.waitUntil(lambda: typist.text == "gg", timeout=5000)


def test_a_finger_that_stays_on_a_key_deletes_one_character(typist: Typist) -> None:
    for letter in "geld":
        typist.strikes(letter)
    typist.visitor.qtbot.waitUntil(lambda: typist.text == "geld", timeout=5000)
    typist.down(DELETE)
    held = monotonic() + REPEATS / 1000
    typist.visitor.qtbot.waitUntil(lambda: monotonic() > held, timeout=5000)
    typist.up()
    typist.visitor.qtbot.waitUntil(lambda: typist.text != "geld", timeout=5000)
    assert typist.text == "gel"


@pytest.mark.parametrize(("language", "key", "letter"), BELOW)
def test_letters_below_others_are_heard_and_typed_without_sight(
        listener: Listener, language: str, key: str, letter: str) -> None:
    listener.kiosk.visit.begin(language)
    listener.kiosk.visit.open("results", "")
    listener.holds_corner()
    listener.finds(key, top=0.5, whole=True)
    for _ in range(MOST):
        if listener.swipes(0, -1) == letter:
            break
    listener.taps_twice()
    listener.qtbot.waitUntil(lambda: listener.kiosk.results.query != "", timeout=5000)
    assert listener.kiosk.results.query == letter


def test_a_letter_not_taken_is_forgotten(listener: Listener) -> None:
    listener.kiosk.visit.begin("de")
    listener.kiosk.visit.open("results", "")
    listener.holds_corner()
    listener.finds("s", top=0.5, whole=True)
    assert listener.swipes(0, -1) != "s"
    listener.swipes(1, 0)
    listener.swipes(-1, 0)
    listener.taps_twice()
    listener.hears_typed("s")
    assert listener.kiosk.results.query == "s"


def test_after_the_last_letter_comes_the_keys_own(listener: Listener) -> None:
    listener.kiosk.visit.begin("de")
    listener.kiosk.visit.open("results", "")
    listener.holds_corner()
    listener.finds("s", top=0.5, whole=True)
    letters = [listener.swipes(0, -1)]
    while letters[-1] != "s":
        letters.append(listener.swipes(0, -1))
    assert "ß" in letters
    assert listener.swipes(0, 1) == letters[-2]
