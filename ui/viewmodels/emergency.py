"""Emergency: the help lines, one touch from everywhere."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from content.builtin import emergency_order
from content.library import Library
from content.reading import offer_in
from content.record import Offer
from ui.numbers import whole
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantList
from ui.wording import Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

URGENT = 2


@QmlElement
@QmlUncreatable("made by the program")
class Emergency(QObject):
    """The help lines in the order of `content.builtin.emergency_order`, then those of other feeds."""

    changed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._urgent: list[Row] = []
        self._lines: list[Row] = []

    @Property(QVariantList, notify=changed)
    def urgent(self) -> list[Row]:
        """The emergency calls: id, title, summary, phone, hours."""
        return self._urgent

    @Property(QVariantList, notify=changed)
    def lines(self) -> list[Row]:
        """The other help lines."""
        return self._lines

    def show(self, target: str, wording: Wording) -> None:
        """Show the help lines of the copy."""
        del target
        browse, store = self._library.browse, self._library.store
        order = emergency_order()
        known = dict.fromkeys(listing.id for listing in browse.helplines(wording.words.language))
        ids = [*(id_ for id_ in order if id_ in known), *(id_ for id_ in known if id_ not in order)]
        lines = [_line(offer, wording) for offer in map(store.get, ids) if isinstance(offer, Offer)]
        self._urgent = [line for line in lines if line["id"] in order[:URGENT]]
        self._lines = [line for line in lines if line["id"] not in order[:URGENT]]
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._urgent, self._lines = [], []
        self.changed.emit()


def _line(offer: Offer, wording: Wording) -> Row:
    reading = offer_in(offer, wording.words.language)
    text = reading.text
    state = wording.state(offer.hours).kind if offer.hours else ""
    phones = [phone for contact in offer.contacts for phone in contact.phones]
    return {
        "id": offer.id, "title": whole(text.title), "language": reading.language,
        "summary": whole(text.summary), "phone": phones[0] if phones else "",
        "hours": wording.opening(offer.hours) if offer.hours and state != "unknown" else "", "state": state,
        "cost": wording.cost(offer.cost),
    }
