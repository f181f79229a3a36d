"""Says what somebody needs to hear who does not see the screen, in their language."""

from PySide6.QtCore import QObject, QTimer, Slot

from ui.catalogue import Catalogue
from ui.exploring.echo import echo
from ui.exploring.element import Element
from ui.exploring.sign import called
from ui.exploring.speech import said
from ui.viewmodels.visit import Visit
from ui.voice import Announcer, Phrase

HINTS = 3  # so often it is said how a thing is used
CALM = 1000  # ms after the last words until news are told


class Prompter(QObject):
    """The words for one visitor. Whatever is said stops what was being said; news wait until it is calm."""

    def __init__(self, visit: Visit, announcer: Announcer) -> None:
        super().__init__()
        self._visit = visit
        self._announcer = announcer
        self._hints = HINTS
        self._news = ""
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._tell_news)

    @property
    def words(self) -> Catalogue:
        """The interface's words in the visitor's language."""
        return self._visit.catalogue

    def tell(self, *texts: str, then: Element | None = None) -> None:
        """Say these texts of the interface, then what the element is."""
        phrases = [Phrase(text, self.words.language) for text in texts if text]
        self._say(*phrases, *(self._of(then) if then else ()))

    def letter(self, text: str) -> None:
        """Say another letter of a key."""
        self._say(called(text, self.words))

    def typed(self, before: str, after: str) -> None:
        """Somebody typed."""
        self._say(*echo(before, after, self.words))

    def news(self, text: str) -> None:
        """The screen has something to tell by itself: when nobody touches it any more."""
        self._news = text
        self._calm.start()

    def hush(self) -> None:
        """A finger touched the glass."""
        self._announcer.hush()
        self._delay()

    def how(self) -> str:
        """How one explores by touch."""
        return self.words(
            "Slide one finger over the screen: you hear what lies below it. Tap twice anywhere: what you heard last is "
            "opened. Swipe right: to the next. Swipe left: back. Swipe up or down: to turn the page. Hold a finger in "
            "the upper right corner for two seconds: exploring by touch is switched off.")

    def _of(self, element: Element) -> list[Phrase]:
        hinted = self._hints > 0 and element.pressed_by is not None
        self._hints -= hinted
        return said(element, self.words, hint=hinted)

    def _say(self, *phrases: Phrase) -> None:
        self._announcer.tell(*phrases)
        self._delay()

    def _delay(self) -> None:
        if self._calm.isActive():
            self._calm.start()

    @Slot()
    def _tell_news(self) -> None:
        self.tell(self._news)
