"""The program put together by hand: the one place that knows everybody."""

import logging
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSize, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from content import clock
from content.here import Here
from content.library import Library
from kiosk.display import scale_of
from kiosk.folder import copy_for_screen, open_copy, suspect
from kiosk.interest import Interest
from kiosk.letterbox import Letterbox
from kiosk.log import set_up
from kiosk.qt import application, icon_family
from kiosk.settings import InvalidSettings, Settings, load_settings
from kiosk.speech.narrator import narrator
from kiosk.speech.voices import FOLDER as VOICES
from kiosk.upkeep.caretaker import Caretaker
from ui.catalogue import translators
from ui.qr import QrCodes
from ui.viewmodels.about import About
from ui.viewmodels.aloud import Aloud
from ui.viewmodels.emergency import Emergency
from ui.viewmodels.exploring import Exploring
from ui.viewmodels.feedback import Feedback
from ui.viewmodels.guide import GuideView
from ui.viewmodels.home import Home
from ui.viewmodels.idle import Idle
from ui.viewmodels.offer import OfferView
from ui.viewmodels.results import Results
from ui.viewmodels.stage import Scene, Stage
from ui.viewmodels.topics import TopicView
from ui.viewmodels.visit import HOME, KEEPER, Visit
from ui.viewmodels.wish import Wish
from ui.voice import Announcer

log = logging.getLogger(__name__)
QML = Path(__file__).resolve().parent.parent / "ui" / "qml"
WINDOW = QSize(1280, 800)
ON_SCREEN = 50  # ms a picture may take from the program to the glass


class Kiosk:
    """A running screen: its visit, its view models and its window."""

    def __init__(self, folder: Path, settings: Settings, size: QSize = WINDOW,
                 now: Callable[[], datetime] = clock.now, announcer: Announcer | None = None) -> None:
        place = settings.place
        here = Here(place.latitude, place.longitude, place.district)
        self.settings = settings
        self.folder = folder
        self.library = Library(copy_for_screen(folder), here)
        self.visit = Visit(settings.display.theme, settings.languages)
        self.idle = Idle(settings.visits.idle, settings.visits.warning)
        self.scale = scale_of(size, settings.display)
        self.results = Results(self.library)
        self.letterbox = Letterbox(folder, now, place.district)
        self.wish = Wish(self.letterbox.missing)
        self.interest = Interest(self.visit, self.results, self._topics_of, self.letterbox.count)
        self.caretaker = Caretaker(folder, self.library, settings.sync, now, _version)
        self.narrator = narrator(folder / VOICES, settings.speech.volume, headphones=settings.speech.headphones)
        self.aloud = Aloud(self.narrator, self.visit, settings.speech.volume)
        self.exploring = Exploring(self.visit, self.idle, announcer or self.narrator, self.scale.dots_per_millimetre)
        self.scenes = self._scenes()
        self.stage = Stage(self.visit, self.scenes, now, settings.state, here)
        self.engine = QQmlApplicationEngine()
        self.translators: list[QTranslator] = []
        self._connect()
        self.window = self._load(size)
        self.window.installEventFilter(self.idle)
        self.exploring.watch(self.window)

    def _scenes(self) -> dict[str, Scene]:
        library, settings = self.library, self.settings
        return {
            "home": Home(library, settings.place.name), "topic": TopicView(library), "results": self.results,
            "offer": OfferView(library, settings.state), "guide": GuideView(library),
            "feedback": Feedback(library, self.letterbox),
            "emergency": Emergency(library), "about": About(library, settings.city, _version),
            "keeper": self.caretaker.keeper,
        }

    def _connect(self) -> None:
        self._translate()
        self.visit.languageChanged.connect(self._retranslate)
        for changed in (self.visit.routeChanged, self.visit.textScaleChanged, self.visit.themeChanged,
                        self.visit.exploringChanged):
            changed.connect(self._watch)
        self.visit.ended.connect(self._forget)
        self.visit.turned.connect(self._tidy)
        self.idle.expired.connect(self.visit.end)
        self.aloud.heard.connect(self.idle.listen)
        self.aloud.changed.connect(self._watch)
        self.results.changed.connect(self.aloud.stop)
        for renewed in (self.caretaker.passes.ended, self.caretaker.sticks.read):
            renewed.connect(self._renew)

    def _load(self, size: QSize) -> QQuickWindow:
        self.engine.addImageProvider("qr", QrCodes())
        self.engine.addImportPath(QML)
        self.engine.setInitialProperties({
            "visit": self.visit, "idle": self.idle, "exploring": self.exploring, "wish": self.wish, "aloud": self.aloud,
            "lock": self.caretaker.lock, "stick": self.caretaker.stick, **self.scenes,
            "width": size.width(), "height": size.height(),
            "dotsPerMillimetre": self.scale.dots_per_millimetre, "distance": self.scale.distance,
            "iconFamily": icon_family(),
        })
        self.engine.load(QML / "Kiosk" / "App" / "Main.qml")
        if not self.engine.rootObjects():
            raise RuntimeError("the interface could not be loaded; see the messages above")
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        return window

    def prepare(self) -> None:
        """Make ready what a visitor asks for first, while they still look for their language."""
        self.library.prepare()
        self.stage.prepare(HOME)
        self.narrator.prepare()

    def close(self) -> None:
        """Be silent, take the window down before what it shows, and let go of the copy."""
        self.exploring.close()
        self.idle.stop()
        for scene in self.scenes.values():
            scene.forget()
        self.narrator.close()
        self.caretaker.close()
        shiboken6.delete(self.engine)
        self.letterbox.close()
        self.library.store.close()

    def _retranslate(self) -> None:
        self._translate()
        self.engine.retranslate()

    def _translate(self) -> None:
        """Let Qt read the words of the visitor's language."""
        for translator in self.translators:
            QGuiApplication.removeTranslator(translator)
        self.translators = translators(self.visit.catalogue.language)
        for translator in self.translators:
            QGuiApplication.installTranslator(translator)

    def _watch(self) -> None:
        """Waiting for a sign of life starts with the first choice and ends with the visit."""
        if self.visit.begun or self.aloud.used:
            self.idle.start()
        else:
            self.idle.stop()

    def _tidy(self) -> None:
        """Who goes back to the first screen starts a new search; who leaves the keeper's screen locks it."""
        if self.visit.route == HOME:
            self.results.forget()
        if self.visit.route != KEEPER:
            self.caretaker.lock.close()

    def _topics_of(self, record: str) -> list[str]:
        return self.library.browse.topics_of(record)  # of the copy it has then

    def _renew(self) -> None:
        """The copy may be a new one. Nothing is changed under a reader: each screen reads anew when it is gone to."""
        if not self.visit.begun:
            self._turn()
            self.prepare()

    def _turn(self) -> None:
        """Where another file has taken the place of the copy, or the folder can be used again, read in that one."""
        if self.library.store.moved():
            try:
                self.library.turn_to(open_copy(self.folder))
            except (OSError, sqlite3.Error) as error:
                log.warning("the screen stays with the copy it has: %s", error)

    def _forget(self) -> None:
        for scene in self.scenes.values():
            scene.forget()
        self.wish.forget()
        self.aloud.forget()
        self.library.search.forget()
        self._turn()
        QGuiApplication.clipboard().clear()


def run(folder: Path, *, windowed: bool = False, size: str = "") -> int:
    """Show the kiosk until somebody ends the program; the exit code."""
    set_up(lambda error: suspect(folder, error))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = _settings(folder)
    qt = application(sys.argv[:1])
    wanted = QSize(*map(int, size.split("x"))) if size else WINDOW if windowed else qt.primaryScreen().size()
    kiosk = Kiosk(folder, settings, wanted)
    if windowed or size:
        kiosk.window.show()
    else:
        kiosk.window.showFullScreen()
    _once_shown(kiosk.window, kiosk.prepare)
    _once_shown(kiosk.window, kiosk.caretaker.start)
    try:
        return qt.exec()
    finally:
        kiosk.close()


def _once_shown(window: QQuickWindow, act: Callable[[], None]) -> None:
    """Call `act` when the first picture is on the screen."""
    def first() -> None:
        window.frameSwapped.disconnect(first)
        QTimer.singleShot(ON_SCREEN, act)
    window.frameSwapped.connect(first)


def _settings(folder: Path) -> Settings:
    """The settings; where they cannot be read the kiosk runs on the defaults, and the log says why."""
    try:
        return load_settings(folder)
    except InvalidSettings:
        log.exception("settings are not used")
        return Settings()


def _version() -> str:
    """The version of the program as it was installed."""
    from importlib.metadata import version
    return version("anlaufstelle")
