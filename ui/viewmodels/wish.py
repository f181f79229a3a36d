"""Telling the city what is missing: a count, and the words only if the visitor wants to send them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.qml import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Missing = Callable[[str, str, Callable[[bool], None]], None]
"""Keeps until the city learns of it that a reader of a language (first) found nothing, with their words (second, "" if
they keep them to themselves); tells later whether that is kept."""


@QmlElement
@QmlUncreatable("made by the program")
class Wish(QObject):
    """What the visitor of this search wants the city to know."""

    toldChanged = Signal()

    def __init__(self, missing: Missing) -> None:
        super().__init__()
        self._missing = missing
        self._told = ""
        self._failed = False
        self._telling: object | None = None  # what is on its way to be kept

    @Property(str, notify=toldChanged)
    def told(self) -> str:
        """The words for which the city was told already, so that nobody is counted twice; "" for none."""
        return self._told

    @Property(bool, notify=toldChanged)
    def failed(self) -> bool:
        """Whether it could not be kept."""
        return self._failed

    @Slot(str, str, bool)
    def tell(self, language: str, words: str, withWords: bool) -> None:
        """Tell the city that nothing was found for `words`; they are sent along only if the visitor says so."""
        if self._telling:
            return
        telling = self._telling = object()

        def answered(kept: bool) -> None:
            if telling is self._telling:
                self._telling = None
                self._set(words if kept else "", failed=not kept)
        self._missing(language, words if withWords else "", answered)

    @Slot()
    def forget(self) -> None:
        """The visit ended."""
        self._telling = None
        self._set("", failed=False)

    def _set(self, told: str, *, failed: bool) -> None:
        if (told, failed) != (self._told, self._failed):
            self._told, self._failed = told, failed
            self.toldChanged.emit()
