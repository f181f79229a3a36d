"""Somebody at the screen who does not see it: slides, taps twice, swipes, and goes by what they hear."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from ui.voice import Phrase


class Ear:
    """Stands where the voice stands: hears all that is said. With `headphones` also what is private."""

    def __init__(self) -> None:
        self.headphones = True
        self.said: list[tuple[Phrase, ...]] = []
        self.speaking = False

    def tell(self, *phrases: Phrase) -> None:
        heard = tuple(phrase for phrase in phrases if self.headphones or not phrase.private)
        self.speaking = bool(heard)
        if heard:
            self.said.append(heard)

    def hush(self) -> None:
        self.speaking = False

    @property
    def last(self) -> str:
        """The last words, as one text."""
        return " ".join(phrase.text for phrase in self.said[-1]) if self.said else ""


class Listener:
    """Acts on a kiosk's window only through touches, and knows of it only what `ear` hears."""

    def __init__(self, kiosk: Kiosk, ear: Ear, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self.ear = ear
        self.qtbot = qtbot
        self._told = 0
        self._finger = QTest.createTouchDevice()

    def types(self, text: str) -> None:
        """Looks for each key on the lower half of the screen, and taps twice."""
        for letter in text:
            self.finds(letter, top=0.5, whole=True)
            self.taps_twice()
            self.hears_typed(letter)

    def hears_typed(self, letter: str) -> None:
        """Until the last words are that letter, in private."""
        self.qtbot.waitUntil(lambda: self.ear.said[-1][0] == Phrase(letter, self.kiosk.visit.language, private=True),
                             timeout=5000)

    def hears(self, text: str) -> None:
        """Until words that hold that text were said since the finger last touched the glass."""
        self.qtbot.waitUntil(lambda: any(text in phrase.text for phrase in self._since()), timeout=5000)

    def _since(self) -> list[Phrase]:
        return [phrase for phrases in self.ear.said[self._told:] for phrase in phrases]

    def presses(self, x: float, y: float) -> None:
        """The finger comes down, at parts of the window's width and height."""
        self._told = len(self.ear.said)
        QTest.touchEvent(self.kiosk.window, self._finger).press(0, self._at(x, y), self.kiosk.window).commit()

    def slides(self, x: float, y: float) -> None:
        """The finger moves on there."""
        QTest.touchEvent(self.kiosk.window, self._finger).move(0, self._at(x, y), self.kiosk.window).commit()

    def lifts(self, x: float, y: float) -> None:
        """The finger leaves the glass there."""
        QTest.touchEvent(self.kiosk.window, self._finger).release(0, self._at(x, y), self.kiosk.window).commit()

    def holds_corner(self) -> None:
        """The upper right one, until something is heard."""
        told = len(self.ear.said)
        self.presses(0.99, 0.015)
        self.qtbot.waitUntil(lambda: len(self.ear.said) > told, timeout=5000)
        self.lifts(0.99, 0.015)

    def taps_twice(self) -> None:
        """Anywhere: in the middle."""
        for _ in range(2):
            self.presses(0.5, 0.5)
            self.lifts(0.5, 0.5)

    def swipes(self, x: float, y: float) -> str:
        """A quick stroke that way; what is then heard."""
        told = len(self.ear.said)
        self.presses(0.5, 0.5)
        self.slides(0.5 + 0.1 * x, 0.5 + 0.1 * y)
        self.lifts(0.5 + 0.2 * x, 0.5 + 0.2 * y)
        self.qtbot.waitUntil(lambda: len(self.ear.said) > told, timeout=5000)
        return self.ear.last

    def swipes_to(self, text: str, x: float = 1, most: int = 100) -> None:
        """Step by step until that is heard."""
        for _ in range(most):
            if text in self.swipes(x, 0):
                return
        raise AssertionError(f"{text!r} was not heard in {most} steps; last: {self.ear.last!r}")

    def finds(self, text: str, top: float = 0, *, whole: bool = False) -> tuple[float, float]:
        """Slides over the screen from `top` down, line by line, until words that begin with that (or are that as a
        `whole`) are heard; where."""
        step, told = 0.04, len(self.ear.said)
        self.presses(*self._emergency())
        self.qtbot.waitUntil(lambda: len(self.ear.said) > told, timeout=5000)
        for row in range(1 + round(top / step), round(1 / step)):
            for column in range(1, round(1 / step)):
                x, y = column * step, row * step
                self.slides(x, y)
                if self.ear.last == text or (not whole and self.ear.last.startswith(text)):
                    self.lifts(x, y)
                    return x, y
        raise AssertionError(f"{text!r} lies nowhere")

    def _emergency(self) -> tuple[float, float]:
        """Where there is something on every screen: the last button beside the page."""
        return (0.95 if self.kiosk.visit.mirrored else 0.05), 0.95

    def _at(self, x: float, y: float) -> QPoint:
        return QPoint(round(x * self.kiosk.window.width()), round(y * self.kiosk.window.height()))
