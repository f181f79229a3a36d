"""The visit: one person at the screen, from first touch to reset. Nothing of it outlives `end`."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from content.language import GERMAN, LANGUAGES, direction
from content.language import language as language_of
from ui.catalogue import Catalogue
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SCALES = (1.0, 1.5, 2.0)
THEMES = ("light", "dark", "contrast")


class Route(NamedTuple):
    """Where a visitor is: the screen and what it shows (an id, a topic, a query)."""

    screen: str
    target: str = ""


START = Route("start")
HOME = Route("home")
KEEPER = Route("keeper")


@QmlElement
@QmlUncreatable("made by the program")
class Visit(QObject):
    """Language, text size, theme and place of the one visitor, and whether they explore by touch; all of it is gone
    when the visit ends.

    `turned` comes before every change of route or language, for what must be ready when the screen asks: QML's
    bindings run ahead of all other receivers of a notify signal.
    """

    languageChanged = Signal()
    textScaleChanged = Signal()
    themeChanged = Signal()
    exploringChanged = Signal()
    steadyChanged = Signal()
    routeChanged = Signal()
    turned = Signal()
    ended = Signal()

    def __init__(self, theme: str = THEMES[0], languages: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_theme = theme
        self._languages = [found for code in languages if (found := language_of(code))] or LANGUAGES
        self.catalogue = Catalogue(GERMAN)
        self.route = START
        self._behind: list[Route] = []
        self._text_scale = TEXT_SCALES[0]
        self._theme = theme
        self._exploring = self._steady = False

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """Code of the language the visitor reads."""
        return self.catalogue.language

    @Property(bool, notify=languageChanged)
    def mirrored(self) -> bool:
        """Whether that language is written from the right."""
        return direction(self.catalogue.language) == "rtl"

    @Property(QVariantList, constant=True)
    def languages(self) -> list[dict[str, object]]:
        """The languages to choose from, each in its own name and script: those of this kiosk, or all there are."""
        return [{"code": language.code, "name": language.name, "mirrored": language.direction == "rtl"}
                for language in self._languages]

    @Slot(str, result=str)
    def greeting(self, language: str) -> str:
        """What somebody hears who looks for their language: its name, and in it what this is."""
        words = Catalogue(language)
        name = next(known.name for known in LANGUAGES if known.code == language)
        return f"{name}. {words('Here you find help')}."

    @Property(float, notify=textScaleChanged)
    def textScale(self) -> float:
        """1, 1.5 or 2."""
        return self._text_scale

    @Property(str, notify=themeChanged)
    def theme(self) -> str:
        """One of "light", "dark" and "contrast"."""
        return self._theme

    @Property(bool, notify=exploringChanged)
    def exploring(self) -> bool:
        """Whether the visitor explores the screen by touch, without seeing it."""
        return self._exploring

    @Property(bool, notify=steadyChanged)
    def steady(self) -> bool:
        """Whether a key counts once that is struck twice within half a second."""
        return self._steady

    @Property(str, notify=routeChanged)
    def screen(self) -> str:
        """Name of the screen to show."""
        return self.route.screen

    @Property(int, notify=routeChanged)
    def depth(self) -> int:
        """How many screens lie behind this one."""
        return len(self._behind)

    @property
    def begun(self) -> bool:
        """Whether somebody changed anything that must be forgotten."""
        return self._exploring or (
            (self.route, self._text_scale, self._theme) != (START, TEXT_SCALES[0], self._first_theme))

    @Property(bool, notify=routeChanged)
    def canGoBack(self) -> bool:
        """Whether there is a screen behind this one."""
        return bool(self._behind)

    @Slot(str)
    def begin(self, language: str) -> None:
        """Somebody chose a language on the start screen: the visit begins."""
        self.speak(language)
        self._go(HOME, [])

    @Slot(str)
    def speak(self, language: str) -> None:
        """Go on in another language."""
        if language != self.catalogue.language:
            self.catalogue = Catalogue(language)
            self.turned.emit()
            self.languageChanged.emit()

    @Slot()
    def nextTextScale(self) -> None:
        """Larger text; after the largest comes the smallest."""
        self.scaleText(_next(TEXT_SCALES, self._text_scale))

    @Slot(float)
    def scaleText(self, scale: float) -> None:
        """Text of that size."""
        if scale in TEXT_SCALES and scale != self._text_scale:
            self._text_scale = scale
            self.textScaleChanged.emit()

    @Slot()
    def nextTheme(self) -> None:
        """The next of light, dark and high contrast."""
        self.paint(_next(THEMES, self._theme))

    @Slot(str)
    def paint(self, theme: str) -> None:
        """Show that theme."""
        if theme in THEMES and theme != self._theme:
            self._theme = theme
            self.themeChanged.emit()

    @Slot(bool)
    def explore(self, exploring: bool) -> None:
        """Explore the screen by touch from now on, or no longer."""
        if exploring != self._exploring:
            self._exploring = exploring
            self.exploringChanged.emit()

    @Slot(bool)
    def steadyKeys(self, steady: bool) -> None:
        """Count quick strokes on the same key once from now on, or no longer."""
        if steady != self._steady:
            self._steady = steady
            self.steadyChanged.emit()

    @Slot(str, str)
    def open(self, screen: str, target: str = "") -> None:
        """Go on to a screen; the present one lies behind it. Asking for the present one does nothing."""
        route = Route(screen, target)
        if route != self.route:
            self._go(route, [*self._behind, self.route])

    @Slot()
    def back(self) -> None:
        """Return to the screen behind."""
        if self._behind:
            self._go(self._behind[-1], self._behind[:-1])

    @Slot()
    def home(self) -> None:
        """Return to the first screen of the visit."""
        if self.route != HOME:
            self._go(HOME, [])

    @Slot()
    def end(self) -> None:
        """Forget the visitor and show the start screen."""
        self.ended.emit()
        self.explore(False)
        self.steadyKeys(False)
        self._go(START, [])
        self.speak(GERMAN)
        self.scaleText(TEXT_SCALES[0])
        self.paint(self._first_theme)

    def _go(self, route: Route, behind: list[Route]) -> None:
        self.route = route
        self._behind = behind
        self.turned.emit()
        self.routeChanged.emit()


def _next(values: tuple[Any, ...], value: object) -> Any:
    """The value after `value`, and the first after the last."""
    return values[(values.index(value) + 1) % len(values)]
