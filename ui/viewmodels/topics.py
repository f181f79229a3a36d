"""A topic: what belongs to it, its guides, and the way to its offers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from content.library import Library
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList, QVariantMap
from ui.wording import Row, Wording

if TYPE_CHECKING:
    from content.topics import Topic, Topics

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

GUIDES_SHOWN = 12


def topic_tile(topics: "Topics", topic: "Topic", wording: Wording) -> Row:
    """A topic as a tile shows it."""
    language = wording.words.language
    return {"id": topic.id, "icon": topic.icon, "name": topics.name(topic.id, language),
            "description": topics.description(topic.id, language)}


@QmlElement
@QmlUncreatable("made by the program")
class TopicView(QObject):
    """One topic with its subtopics and guides."""

    changed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._topic: Row = {}
        self._parts: list[Row] = []
        self._guides: list[Row] = []
        self._offers = 0

    @Property(QVariantMap, notify=changed)
    def topic(self) -> Row:
        """id, icon, name and description."""
        return self._topic

    @Property(QVariantList, notify=changed)
    def parts(self) -> list[Row]:
        """Subtopics that have offers: id, name, count."""
        return self._parts

    @Property(QVariantList, notify=changed)
    def guides(self) -> list[Row]:
        """The guides of the topic."""
        return self._guides

    @Property(int, notify=changed)
    def offerCount(self) -> int:
        """How many offers the topic has."""
        return self._offers

    def show(self, target: str, wording: Wording) -> None:
        """Show the topic of that id."""
        topics, browse, language = self._library.topics, self._library.browse, wording.words.language
        topic = topics.get(target)
        if topic is None:
            self.forget()
            return
        counts = browse.offer_counts()
        self._topic = topic_tile(topics, topic, wording)
        self._parts = [{"id": part.id, "name": topics.name(part.id, language), "count": counts[part.id]}
                       for part in topics.children(target) if counts.get(part.id)]
        self._guides = [wording.row(row) for row in browse.guides(target, language)][:GUIDES_SHOWN]
        self._offers = counts.get(target, 0)
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._topic, self._parts, self._guides, self._offers = {}, [], [], 0
        self.changed.emit()
