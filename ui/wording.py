"""What the copy knows, put into the visitor's words: opening, distance, cost, languages, dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from content import language as languages
from content.browse import Listing
from content.districts import metres
from content.here import Here
from content.record import Hours
from ui.catalogue import Catalogue
from ui.numbers import whole

if TYPE_CHECKING:
    from babel import Locale

    from content.hours import Day, State

Row = dict[str, object]
ICONS = {"guide": "guide", "service": "service", "place": "place", "event": "event", "helpline": "phone"}
STEP = 50
KILOMETRE = 1000
ALWAYS = ("24/7", "00:00-24:00", "Mo-Su 00:00-24:00")
CLDR_NAMES = {"prs": "fa_AF"}  # languages whose code here is not CLDR's


class Wording:
    """Words for facts. `words` are the visitor's; `now` the kiosk's clock (local wall time); `land` whose
    holidays count; `here` where the kiosk stands."""

    def __init__(self, words: Catalogue, now: Callable[[], datetime], land: str, here: Here) -> None:
        self.words = words
        self._now = now
        self._land = land
        self._here = here

    @cached_property
    def locale(self) -> Locale:
        """CLDR data of the visitor's language."""
        from babel import Locale
        found = languages.language(self.words.language)
        return Locale.parse(found.locale if found else languages.GERMAN)

    def row(self, listing: Listing) -> Row:
        """A line of a list."""
        state = self.state(listing.hours) if listing.hours else None
        distance = self.metres(listing.latitude, listing.longitude)
        return {
            "id": listing.id, "kind": listing.type if listing.type == "guide" else "offer",
            "icon": ICONS.get(listing.kind or listing.type, "service"),
            "title": whole(listing.title), "summary": whole(listing.summary),
            "language": self.language_note(listing.language), "textLanguage": listing.language,
            "state": state.kind if state else "", "hours": self.hours(state) if state else "",
            "distance": self.distance(distance), "district": listing.district,
            "free": listing.cost == "free", "wheelchair": listing.wheelchair in ("yes", "limited"),
        }

    def gone(self) -> Row:
        """The line of a record that the copy no longer has, since it became current while the list was read."""
        return {"id": "", "kind": "offer", "icon": "info", "title": self.words("This entry is no longer available."),
                "summary": "", "language": "", "textLanguage": "", "state": "", "hours": "", "distance": "",
                "district": "", "free": False, "wheelchair": False}

    def state(self, hours: Hours | str) -> State:
        """Whether that is open now."""
        from content.hours import state_at
        return state_at(hours, self._now(), self._land)

    def hours(self, state: State) -> str:
        """The answer of the hours in a few words: open until, closed, opens at, by appointment, unknown."""
        if state.kind == "open":
            until = state.until and self.moment(state.until, end=True)
            return self.words("Open until {time}", time=until) if until else self.words("Open now")
        if state.kind == "closed":
            return self.words("Closed, opens {time}", time=self.moment(state.until)) if state.until else self.words(
                "Closed")
        return self.words("By appointment") if state.kind == "by_appointment" else self.words("Hours not known")

    def always(self, hours: Hours) -> bool:
        """Whether it never closes, public holidays included."""
        return hours.osm in ALWAYS and not (hours.temporarily_closed or hours.by_appointment)

    def opening(self, hours: Hours) -> str:
        """The answer of the hours at this time; of those that never close, that they do not."""
        return self.words("Day and night") if self.always(hours) else self.hours(self.state(hours))

    def moment(self, at: datetime, *, end: bool = False) -> str:
        """A point in time as people say it today: the time, with the day if it is another one. Midnight as the
        `end` of something belongs to the day before."""
        day = (at - timedelta(microseconds=1)).date() if end else at.date()
        clock = self.time(at.time(), end=end)
        return clock if day == self._now().date() else self.words("{day} {time}", day=self.day(day), time=clock)

    def time(self, at: time, *, end: bool = False) -> str:
        """A time of day by the 24-hour clock, as on German doors; midnight as the `end` of something is 24:00."""
        return "24:00" if end and at == time(0) else f"{at:%H:%M}"

    def day(self, day: date) -> str:
        """A day: tomorrow, a weekday of this week, or the date."""
        from babel.dates import format_skeleton
        days = (day - self._now().date()).days
        if days == 1:
            return self.words("tomorrow")
        return self.weekday(day) if 0 <= days < 7 else str(format_skeleton("MMMEd", day, locale=self.locale))

    def full_date(self, day: date) -> str:
        """A date in full."""
        from babel.dates import format_date
        return str(format_date(day, "long", locale=self.locale))

    def metres(self, latitude: float | None, longitude: float | None) -> float | None:
        """How far away, in metres as the crow flies; None where either end is not known."""
        here = self._here
        if latitude is None or longitude is None or here.latitude is None or here.longitude is None:
            return None
        return metres(here.latitude, here.longitude, latitude, longitude)

    def distance(self, distance: float | None) -> str:
        """A distance in words a walker can use."""
        if distance is None:
            return ""
        steps = max(STEP, round(distance / STEP) * STEP)
        if steps < KILOMETRE:
            return self.words("{n} m away", n=steps)
        return self.words("{n} km away", n=self.number(round(distance / KILOMETRE, 1)))

    def number(self, value: float) -> str:
        """A number with the digits and signs of the language, in Latin digits."""
        from babel.numbers import format_decimal
        return str(format_decimal(value, locale=self.locale, numbering_system="latn"))

    def language(self, code: str) -> str:
        """The name of a language in the visitor's language; its code where CLDR has none."""
        if code == "de-simple":
            return self.words("Simple German")
        names = self.locale.languages
        return names.get(CLDR_NAMES.get(code, code)) or names.get(code.partition("-")[0]) or code

    def language_note(self, code: str) -> str:
        """The language a text is in, if it is not the visitor's."""
        if code == self.words.language or {code, self.words.language} == {"de", "de-simple"}:
            return ""
        return self.language(code)

    def cost(self, cost: str) -> str:
        """Whether it costs something."""
        return {"free": self.words("Free of charge"), "paid": self.words("Costs money")}.get(cost, "")

    def wheelchair(self, answer: str) -> str:
        """Whether a wheelchair gets in."""
        return {"yes": self.words("Wheelchair accessible"), "limited": self.words("Partly wheelchair accessible"),
                "no": self.words("Not wheelchair accessible")}.get(answer, "")

    def weekday(self, day: date) -> str:
        """The name of the day of the week."""
        from babel.dates import format_date
        return str(format_date(day, "EEEE", locale=self.locale))

    def spans(self, day: Day) -> str:
        """When it is open on a day."""
        if day.kind == "open":
            return ", ".join(f"{self.time(start)}–{self.time(end, end=True)}" for start, end in day.spans)
        return {"closed": self.words("Closed"), "by_appointment": self.words("By appointment")}.get(
            day.kind, self.words("Hours not known"))

    def week(self) -> date:
        """The Monday of this week."""
        today = self._now().date()
        return today - timedelta(days=today.weekday())

    def now(self) -> datetime:
        """The time of the kiosk."""
        return self._now()
