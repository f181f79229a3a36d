"""About: what this place is, where its content comes from, and what happens to what a visitor does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from content.builtin import KIND
from content.clock import wall
from content.library import Library
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class About(QObject):
    """The program's version and licence, and the feeds of the copy with their age."""

    changed = Signal()

    def __init__(self, library: Library, city: str, version: Callable[[], str]) -> None:
        super().__init__()
        self._library = library
        self._city = city
        self._version = version
        self._feeds: list[Row] = []
        self._note = ""

    @Property(str, constant=True)
    def city(self) -> str:
        """The city that runs this kiosk."""
        return self._city

    @Property(str, constant=True)
    def version(self) -> str:
        """Version of the program."""
        return self._version()

    @Property(QVariantList, notify=changed)
    def feeds(self) -> list[Row]:
        """name, records, asOf of every feed."""
        return self._feeds

    @Property(str, notify=changed)
    def note(self) -> str:
        """What a reader should know of the words of the interface: that some are German, or that nobody read them."""
        return self._note

    def show(self, target: str, wording: Wording) -> None:
        """Show the feeds as they are now."""
        del target
        words = wording.words
        if not words.complete:
            self._note = words("Some words of this screen are not translated yet. They are shown in German.")
        else:
            self._note = "" if words.reviewed else words("This translation has not been checked by a native speaker.")
        built_in = {"help": words("Guides"), "helplines": words("Help lines"), "starter": words("Offers and places")}
        self._feeds = [{"name": built_in.get(feed.name, feed.name), "records": feed.records,
                        "asOf": words("As of: {date}", date=wording.full_date(wall(confirmed).date()))}
                       for feed in self._library.store.feeds()
                       if (confirmed := feed.confirmed) and (feed.records or feed.kind != KIND)]
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._feeds, self._note = [], ""
        self.changed.emit()
