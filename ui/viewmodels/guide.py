"""A guide: its text, the guides below it, and a lesson's steps."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from content.library import Library
from content.reading import guide_in
from content.record import Guide
from ui.numbers import whole
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantMap
from ui.viewmodels.reading import as_of, block_rows, note
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class GuideView(QObject):
    """One guide in the visitor's words."""

    changed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._facts: Row = {}

    @Property(QVariantMap, notify=changed)
    def facts(self) -> Row:
        """id, title, note, lesson (whether it has steps to do), blocks, children (rows), asOf, source."""
        return self._facts

    def show(self, target: str, wording: Wording) -> None:
        """Show the guide of that id; nothing of the one before stays where the copy has it no more."""
        guide = self._library.store.get(target)
        self._facts = self._read(guide, wording) if isinstance(guide, Guide) else {}
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._facts = {}
        self.changed.emit()

    def _read(self, guide: Guide, wording: Wording) -> Row:
        reading = guide_in(guide, wording.words.language)
        children = self._library.browse.children(guide.id, wording.words.language)
        return {
            "id": guide.id, "title": whole(reading.text.title), "language": reading.language,
            "note": note(reading, wording), "lesson": guide.steps,
            "blocks": block_rows(reading.text.blocks), "children": [wording.row(row) for row in children],
            "asOf": as_of(guide, self._library.store.confirmed(guide.source.feed), wording),
            "source": reading.text.url or guide.source.url,
        }
