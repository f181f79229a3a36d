"""Opening hours written for people, read as an `opening_hours` expression where that is certain."""

from collections.abc import Sequence

from content.hours.clause import DAY, Clause, Span, expression
from content.hours.expansion import WEEKDAYS, variants
from content.hours.rule import LIMIT, Unreadable, rules, write
from content.hours.vocabulary import NotUnderstood, Word, words

AFTERNOON, MORNING, EARLY = 15 * 60, 6 * 60, 7 * 60
"""Hours over midnight are believed only from the afternoon to the morning; hours before seven only if
they are surely not of the twelve-hour clock (minutes since midnight)."""

_JOINTS = ("comma", "and", "stop")


def read_hours(raw: str) -> str:
    """The OpenStreetMap expression a text means, or "" if any of it could mean something else.

    Understood are such expressions themselves, also loosely written ones (`Mo-Fr 10-18`), and German and English
    text: "Di. u. Do. 9.00–12.30", "täglich 10-20 Uhr", "closed on public holidays", "nach Vereinbarung".
    """
    if len(raw) > LIMIT:
        return ""
    return _expression(raw) or _text(raw)


def _expression(raw: str) -> str:
    """The text as a well-written expression, if it is one that says when and not only on which days."""
    try:
        found = rules(raw)
        variants(found, ())
    except Unreadable:
        return ""
    says_when = all(rule.times or rule.comment or rule.modifier in ("off", "closed", "unknown") for rule in found)
    written = write(found)
    return written if says_when and len(written) <= LIMIT else ""


def _text(raw: str) -> str:
    try:
        return _expression(expression(_Reader(words(raw)).clauses()))
    except NotUnderstood:
        return ""


class _Reader:
    """Goes through the words from first to last; all must have a place."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._at = 0
        self._check_clock()

    def clauses(self) -> list[Clause]:
        """What the text says, piece by piece."""
        found = []
        while self._at < len(self._words):
            found.append(self._clause(self._joint()))
        return found

    def _clause(self, joint: str) -> Clause:
        if self._take("except"):
            return Clause(joint, "off", self._days(needed=True))
        if self._take("otherwise"):
            return Clause("and", "appointment", comment=self._needed("appointment").value)
        days = self._days()
        if days and self._next_after_joint("comma") == "time":
            self._joint()
        if self._take("off"):
            return Clause(joint, "off", days or self._days())
        spans = () if self._next() == "appointment" else self._spans()
        if not days and spans == ((0, DAY),):
            days = self._days()
        appointment = self._take("appointment")
        if appointment and len(spans) > 1:
            raise NotUnderstood("which of the times are by appointment")
        if appointment:
            return Clause(joint, "appointment", days, spans, appointment.value)
        return Clause(joint, "open", days, spans)

    def _days(self, *, needed: bool = False) -> tuple[str, ...]:
        found: list[str] = []
        while self._next_after_joint("comma", "and") == "day" if found else self._next() == "day":
            self._joint()
            found += self._range()
        if needed and not found:
            raise NotUnderstood("days")
        return tuple(found)

    def _range(self) -> list[str]:
        first = self._needed("day").value
        if not self._take("to"):
            return first.split(",")
        last = self._needed("day").value
        if first not in WEEKDAYS or last not in WEEKDAYS or first == last:
            raise NotUnderstood(f"{first} to {last}")
        return [f"{first}-{last}"]

    def _spans(self) -> tuple[Span, ...]:
        if self._take("always"):
            return ((0, DAY),)
        found = [self._span()]
        while self._next_after_joint("comma", "and") == "time":
            self._joint()
            found.append(self._span())
        return tuple(found)

    def _span(self) -> Span:
        start = self._needed("time")
        self._needed("to")
        end = self._needed("time")
        until = end.minutes or DAY
        over_midnight = start.minutes >= AFTERNOON and until <= MORNING
        if (start.value == "half") != (end.value == "half") or not (start.minutes < until or over_midnight):
            raise NotUnderstood("times")
        return start.minutes, until

    def _check_clock(self) -> None:
        """Refuse "Mon 1-5", which may be in the afternoon."""
        times = [word for word in self._words if word.kind == "time"]
        if not any(word.value for word in times) and any(word.minutes < EARLY for word in times):
            raise NotUnderstood("morning or afternoon")

    def _next(self) -> str:
        return self._words[self._at].kind if self._at < len(self._words) else ""

    def _next_after_joint(self, *joints: str) -> str:
        at = self._at
        while at < len(self._words) and self._words[at].kind in joints:
            at += 1
        return self._words[at].kind if at < len(self._words) else ""

    def _joint(self) -> str:
        found = {word.kind for word in iter(lambda: self._take(*_JOINTS), None)}
        return next((joint for joint in ("and", "stop", "comma") if joint in found), "")

    def _take(self, *kinds: str) -> Word | None:
        if self._next() not in kinds:
            return None
        self._at += 1
        return self._words[self._at - 1]

    def _needed(self, kind: str) -> Word:
        word = self._take(kind)
        if word is None:
            raise NotUnderstood(f"{kind} expected")
        return word
