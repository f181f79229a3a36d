"""The first screen of a visit: the topics, what is open near here, and where to start reading."""

from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from content.library import Library
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList
from ui.viewmodels.topics import topic_tile
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

OPEN_SHOWN = 4
GUIDES_FEED, GUIDES_SHOWN = "help", 3
NEAREST_ASKED = 400


@QmlElement
@QmlUncreatable("made by the program")
class Home(QObject):
    """Topics as tiles, and offers that are open now, nearest first."""

    changed = Signal()
    openChanged = Signal()

    def __init__(self, library: Library, place: str) -> None:
        super().__init__()
        self._library = library
        self._place = place
        self._wording: Wording | None = None
        self._topics: list[Row] = []
        self._open: list[Row] = []
        self._guides: list[Row] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._find_open)

    @Property(QVariantList, notify=changed)
    def topics(self) -> list[Row]:
        """The topics in their order: id, icon, name, description."""
        return self._topics

    @Property(QVariantList, notify=openChanged)
    def openNow(self) -> list[Row]:
        """Offers that are open now, nearest first."""
        return self._open

    @Property(QVariantList, notify=changed)
    def guides(self) -> list[Row]:
        """Where to start reading, for the hours in which nothing is open."""
        return self._guides

    @Property(str, notify=changed)
    def place(self) -> str:
        """The place this kiosk stands in, as people call it."""
        return self._place

    def show(self, target: str, wording: Wording) -> None:
        """Show the topics at once; what is open follows in the next turn of the event loop."""
        del target
        self._wording = wording
        topics = self._library.topics
        self._topics = [topic_tile(topics, topic, wording) for topic in topics.roots]
        first = self._library.browse.guides_of(GUIDES_FEED, wording.words.language, GUIDES_SHOWN)
        self._guides = [wording.row(row) for row in first]
        self.changed.emit()
        self._later.start()

    def forget(self) -> None:
        """The visit ended; what is open is not looked for any more."""
        self._later.stop()
        self._topics, self._open, self._guides = [], [], []
        self.changed.emit()
        self.openChanged.emit()

    def _find_open(self) -> None:
        wording = self._wording
        if wording is None:
            return
        near = self._library.browse.nearest_with_hours(self._library.here, NEAREST_ASKED)
        found = (offer.key for offer in near if wording.state(offer.hours).kind == "open")
        rows = self._library.browse.rows(list(islice(found, OPEN_SHOWN)), wording.words.language)
        self._open = [wording.row(row) for row in rows]
        self.openChanged.emit()
