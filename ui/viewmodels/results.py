"""Results: the offers of a topic, or what fits the words a visitor types, narrowed by filters."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from content.browse import Facets, Listing, Located
from content.library import Library
from ui.viewmodels.qml import Property, QmlUncreatable, QStringList, QVariantList
from ui.viewmodels.rows import Rows, nearness
from ui.viewmodels.topics import topic_tile
from ui.wording import Row, Wording

if TYPE_CHECKING:
    from content.search.answer import Found, Suggestion

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

FOUND_AT_MOST = 60
FILTERED_FROM = 1000
TOPIC = "topic:"
IN_SIGHT = 5  # rows above the keyboard, or nearly: no suggestion says them again


@QmlElement
@QmlUncreatable("made by the program")
class Results(QObject):
    """A list of offers and guides. The target `topic:ID` lists a topic; "" waits for words."""

    changed = Signal()
    filtersChanged = Signal()
    queryChanged = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._wording: Wording | None = None
        self._rows = Rows(self._listings)
        self._target = ""
        self._query = ""
        self._open_now = False
        self._facets = Facets()
        self._meant: list[str] = []
        self._suggestions: list[Row] = []
        self._nearest: list[Row] = []

    @Property(QObject, constant=True)
    def rows(self) -> Rows:
        """The list."""
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many rows it has."""
        return self._rows.rowCount()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The topic that is listed; empty for a search."""
        return self._library.topics.name(self._topic, self._language) if self._topic else ""

    @Property(str, notify=queryChanged)
    def query(self) -> str:
        """What the visitor typed."""
        return self._query

    @property
    def vain(self) -> str:
        """The words for which nothing was found; "" if anything was, or nothing was looked for."""
        return "" if self._topic or self.filtered or self.count else self._query.strip()

    @Property(QStringList, notify=changed)
    def didYouMean(self) -> list[str]:
        """Other words the visitor may have meant."""
        return self._meant

    @Property(QVariantList, notify=changed)
    def suggestions(self) -> list[Row]:
        """What the words may become: text, icon, kind (topic, record or word) and id."""
        return self._suggestions

    @Property(QVariantList, notify=changed)
    def nearest(self) -> list[Row]:
        """Topics to go on with where little or nothing was found."""
        return self._nearest

    @Property(bool, notify=filtersChanged)
    def openNow(self) -> bool:
        """Only what is open now."""
        return self._open_now

    @Property(bool, notify=filtersChanged)
    def free(self) -> bool:
        """Only what is free of charge."""
        return self._facets.free

    @Property(bool, notify=filtersChanged)
    def wheelchair(self) -> bool:
        """Only what a wheelchair can reach."""
        return self._facets.wheelchair

    @Property(bool, notify=filtersChanged)
    def myLanguage(self) -> bool:
        """Only where the visitor's language is spoken."""
        return bool(self._facets.language)

    @Property(str, notify=filtersChanged)
    def district(self) -> str:
        """Only in that district; empty for all."""
        return self._facets.district

    @Property(bool, notify=filtersChanged)
    def filtered(self) -> bool:
        """Whether any filter is on."""
        return self._open_now or self._facets != Facets()

    @Property(QStringList, notify=changed)
    def districts(self) -> list[str]:
        """The districts to choose from."""
        return self._library.browse.districts()

    @Slot(str)
    def type(self, query: str) -> None:
        """The visitor typed: look for the words."""
        if query != self._query:
            self._query = query
            self.queryChanged.emit()
            self._list()

    @Slot()
    def toggleOpenNow(self) -> None:
        """Filter by open now, or no longer."""
        self._open_now = not self._open_now
        self._filter(self._facets)

    @Slot()
    def toggleFree(self) -> None:
        """Filter by free of charge, or no longer."""
        self._filter(self._facets._replace(free=not self._facets.free))

    @Slot()
    def toggleWheelchair(self) -> None:
        """Filter by wheelchair access, or no longer."""
        self._filter(self._facets._replace(wheelchair=not self._facets.wheelchair))

    @Slot()
    def toggleMyLanguage(self) -> None:
        """Filter by the visitor's language, or no longer."""
        self._filter(self._facets._replace(language="" if self._facets.language else self._spoken))

    @Slot(str)
    def chooseDistrict(self, district: str) -> None:
        """Filter by a district; empty for all."""
        self._filter(self._facets._replace(district=district))

    @Slot()
    def clearFilters(self) -> None:
        """Show everything again."""
        self._open_now = False
        self._filter(Facets())

    @Slot()
    def forget(self) -> None:
        """The visit ended: no word and no filter stays."""
        self._target = ""
        self.type("")
        self.clearFilters()

    def show(self, target: str, wording: Wording) -> None:
        """List a topic (`topic:ID`), or what fits the words typed so far. Another target forgets the filters."""
        self._wording = wording
        if target != self._target:
            self._open_now, self._facets = False, Facets()
            self.filtersChanged.emit()
        elif self._facets.language:
            self._facets = self._facets._replace(language=self._spoken)
        self._target = target
        self._list()

    @property
    def _topic(self) -> str:
        return self._target.removeprefix(TOPIC) if self._target.startswith(TOPIC) else ""

    @property
    def _language(self) -> str:
        return self._wording.words.language if self._wording else ""

    @property
    def _spoken(self) -> str:
        """The visitor's language as people speak it: simple German is German."""
        return self._language.partition("-")[0]

    def _filter(self, facets: Facets) -> None:
        self._facets = facets
        self.filtersChanged.emit()
        self._list()

    def _list(self) -> None:
        if self._wording is None:
            return
        self._meant, self._suggestions, self._nearest = [], [], []
        found = self._of_topic(self._wording) if self._topic else self._of_words(self._wording)
        self._rows.replace([offer.key for offer in found if self._open(offer)], self._wording)
        self.changed.emit()

    def _listings(self, keys: Sequence[int], language: str) -> list[Listing]:
        """Rows of the copy that is read at this time; the library may turn to another."""
        return self._library.browse.rows(keys, language)

    def _open(self, offer: Located) -> bool:
        return not self._open_now or (
            bool(offer.hours) and self._wording is not None and self._wording.state(offer.hours).kind == "open")

    def _of_topic(self, wording: Wording) -> list[Located]:
        offers = self._library.browse.offers(self._topic, self._facets)
        return sorted(offers, key=lambda offer: nearness(offer, wording))

    def _of_words(self, wording: Wording) -> list[Located]:
        if not self._query.strip():
            return []
        search = self._library.search
        wanted = FILTERED_FROM if self.filtered else FOUND_AT_MOST
        found = search.find(self._query, self._language, wanted, wording.now())
        self._meant = found.did_you_mean
        self._nearest = self._topics_for(found, wording)
        shown = {hit.id for hit in found.hits[:IN_SIGHT]}
        self._suggestions = [self._suggested(suggestion) for suggestion in search.suggest(self._query, self._language)
                             if suggestion.kind != "record" or suggestion.id not in shown]
        keys = self._library.browse.keys([hit.id for hit in found.hits])
        return self._library.browse.kept(keys, self._facets)

    def _topics_for(self, found: "Found", wording: Wording) -> list[Row]:
        """The topics nearest to the words; all of them where nothing was found and none is near."""
        topics = self._library.topics
        near = [topic for topic in map(topics.get, found.topics) if topic is not None]
        return [topic_tile(topics, topic, wording) for topic in near or (() if found.hits else topics.roots)]

    def _suggested(self, suggestion: "Suggestion") -> Row:
        topic = self._library.topics.get(suggestion.id) if suggestion.kind == "topic" else None
        return {"text": suggestion.text, "kind": suggestion.kind, "target": suggestion.id,
                "icon": topic.icon if topic else "search"}
