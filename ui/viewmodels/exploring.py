"""Exploring by touch: the screen for people who do not see it."""

import shiboken6
from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickWindow

from ui.exploring.explorer import CORNER, Explorer
from ui.exploring.finger import HOLD
from ui.exploring.prompter import Prompter
from ui.viewmodels.idle import Idle
from ui.viewmodels.qml import Property, QmlUncreatable
from ui.viewmodels.visit import Visit
from ui.voice import Announcer

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Exploring(QObject):
    """An explorer while `visit.exploring`, and nothing of it before and after. `dots` are pixels a millimetre."""

    areaChanged = Signal()

    def __init__(self, visit: Visit, idle: Idle, announcer: Announcer, dots: float) -> None:
        super().__init__()
        self._visit, self._idle, self._announcer, self._dots = visit, idle, announcer, dots
        self._window: QQuickWindow | None = None
        self._prompter: Prompter | None = None
        self._explorer: Explorer | None = None
        self._farewell = ""
        self._area = QRectF()
        visit.ended.connect(self._part)
        visit.exploringChanged.connect(self._switch)

    @Property(QRectF, notify=areaChanged)
    def area(self) -> QRectF:
        """Where in the window the element lies that was said last; empty if there is none."""
        return self._area

    @Property(float, constant=True)
    def corner(self) -> float:
        """The side of the corner in which a held finger switches exploring on, in pixels."""
        return CORNER * self._dots

    @Property(int, constant=True)
    def hold(self) -> int:
        """How long it has to be held, in ms."""
        return HOLD

    def watch(self, window: QQuickWindow) -> None:
        """This is the window to explore."""
        self._window = window

    def close(self) -> None:
        """The window goes: without a word, nothing looks at it any more."""
        if self._explorer:
            self._explorer.end()
            shiboken6.delete(self._explorer)
        self._explorer = self._prompter = None

    @Slot(str)
    def tell(self, text: str) -> None:
        """The screen has something to tell by itself."""
        if self._prompter:
            self._prompter.news(text)

    @Slot()
    def explain(self) -> None:
        """Say how one explores by touch."""
        if self._prompter:
            self._prompter.tell(self._prompter.how())

    @Slot()
    def _switch(self) -> None:
        if self._visit.exploring and self._window:
            self._prompter = Prompter(self._visit, self._announcer)
            self._explorer = Explorer(self._window, self._visit, self._idle, self._prompter, self._dots)
            self._explorer.looked.connect(self._frame)
        elif self._explorer and self._prompter:
            self._explorer.end()
            self._explorer.deleteLater()
            self._prompter.tell(self._farewell, self._prompter.words("Exploring by touch is off."))
            self._explorer = self._prompter = None
            self._farewell = ""
            self._frame()

    @Slot()
    def _part(self) -> None:
        if self._prompter:
            self._farewell = self._prompter.words("The visit has ended. Everything you entered is deleted.")

    @Slot()
    def _frame(self) -> None:
        area = self._explorer.cursor.area if self._explorer else QRectF()
        if area != self._area:
            self._area = area
            self.areaChanged.emit()
