"""An offer: what, where, when, cost, what to bring, languages, accessibility, contacts, source."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from content.library import Library
from content.reading import offer_in
from content.record import Contact, Hours, Offer, OfferText, Place
from ui.numbers import address, whole
from ui.viewmodels.dates import coming
from ui.viewmodels.qml import Property, QmlUncreatable, QVariantMap
from ui.viewmodels.reading import as_of, block_rows, note
from ui.wording import ICONS, Row, Wording

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class OfferView(QObject):
    """One offer in the visitor's words."""

    changed = Signal()

    def __init__(self, library: Library, land: str) -> None:
        super().__init__()
        self._library = library
        self._land = land
        self._facts: Row = {}

    @Property(QVariantMap, notify=changed)
    def facts(self) -> Row:
        """Everything to show; see `offer_facts`, and `asOf`."""
        return self._facts

    def show(self, target: str, wording: Wording) -> None:
        """Show the offer of that id; nothing of the one before stays where the copy has it no more."""
        offer = self._library.store.get(target)
        self._facts = self._read(offer, wording) if isinstance(offer, Offer) else {}
        self.changed.emit()

    def forget(self) -> None:
        """The visit ended."""
        self._facts = {}
        self.changed.emit()

    def _read(self, offer: Offer, wording: Wording) -> Row:
        confirmed = self._library.store.confirmed(offer.source.feed)
        return {**offer_facts(offer, wording, self._land), "asOf": as_of(offer, confirmed, wording)}


def offer_facts(offer: Offer, wording: Wording, land: str) -> Row:
    """What the screen shows of an offer: plain values, every text in the visitor's words."""
    reading = offer_in(offer, wording.words.language)
    return {
        "language": reading.language, "original": offer.original_language,
        "id": offer.id, "icon": ICONS[offer.kind], "title": whole(reading.text.title), "provider": offer.provider,
        "summary": whole(reading.text.summary), "note": note(reading, wording), "alert": offer.alert,
        "sections": _sections(reading.text, wording),
        "places": [_place(place, wording) for place in offer.places],
        "hours": _hours(offer.hours, wording, land) if offer.kind != "event" or offer.hours else {},
        "events": coming(offer.events, wording),
        "contacts": [_contact(contact, wording) for contact in offer.contacts],
        "languages": ", ".join(wording.language(code) for code in offer.languages),
        "cost": wording.cost(offer.cost), "audiences": ", ".join(offer.audiences),
        "source": reading.text.url or offer.source.url,
    }


def _sections(text: OfferText, wording: Wording) -> list[Row]:
    """The text's parts with a title each; the description needs none."""
    words = wording.words
    titles = ("", words("Who it is for"), words("How to get it"), words("Cost"), words("What to bring"))
    return [{"title": title, "blocks": block_rows(blocks)}
            for title, blocks in zip(titles, text.sections(), strict=True) if blocks]


def _place(place: Place, wording: Wording) -> Row:
    distance = wording.metres(place.latitude, place.longitude)
    known = place.latitude is not None and place.longitude is not None
    return {
        "name": place.name, "address": address(place.address), "district": place.district,
        "distance": wording.distance(distance),
        "geo": f"geo:{place.latitude:.5f},{place.longitude:.5f}" if known else "",
        "wheelchair": wording.wheelchair(place.accessibility.wheelchair),
        "accessibility": place.accessibility.text,
        "toilet": wording.words("Wheelchair accessible toilet") if place.accessibility.toilet == "yes" else "",
    }


def _hours(hours: Hours | None, wording: Wording, land: str) -> Row:
    """The answer now and the days of this week; `raw` where no answer can be made of it."""
    if hours is None:
        return {"state": "unknown", "now": wording.words("Hours not known"), "raw": "", "days": []}
    from content.hours import week
    state = wording.state(hours)
    days = week(hours, wording.week(), land) if hours.osm and not wording.always(hours) else []
    return {
        "state": state.kind, "now": wording.opening(hours), "raw": "" if hours.osm else hours.raw,
        "closedForNow": hours.temporarily_closed, "comment": state.comment,
        "days": [{"name": _capital(wording.weekday(day.date)), "today": day.date == wording.now().date(),
                  "holiday": day.holiday,
                  "times": wording.spans(day)} for day in days],
    }


def _contact(contact: Contact, wording: Wording) -> Row:
    return {
        "name": contact.name, "phones": list(contact.phones), "email": contact.email, "website": contact.website,
        "languages": ", ".join(wording.language(code) for code in contact.languages),
        "hours": wording.opening(contact.hours) if contact.hours else "",
    }


def _capital(name: str) -> str:
    """As it begins a line: many languages write days of the week small."""
    return name[:1].upper() + name[1:]
