"""What is to be read: parts of a screen as lines, made one by one as they are wanted."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from content.spoken import sentences, spoken_language
from kiosk.speech.passage import Line
from ui.voice import Excuse, Part, Reason


class Place(NamedTuple):
    """A sentence of a part."""

    part: int
    sentence: int


class Script:
    """The parts of a reading. Lines are made for whoever asks, on whatever thread.

    A part for which `reason` has an answer is replaced by its excuse; where several in a row would be excused alike, it
    is said once.
    """

    def __init__(self, parts: Sequence[Part], reason: Callable[[Part], Reason | None], excuse: Excuse) -> None:
        self._parts = list(parts)
        self._reason = reason
        self._excuse = excuse
        self._made: dict[tuple[int, Part | None], list[Line]] = {}
        self._lock = threading.Lock()

    def extend(self, parts: Sequence[Part]) -> None:
        """Further parts at the end."""
        self._parts.extend(parts)

    def excused(self, part: int) -> bool:
        """Whether something else is said in place of a part."""
        return self._reason(self._parts[part]) is not None

    def stretch(self, place: Place) -> tuple[int, int]:
        """Start and length of a sentence in the text of its part; (0, 0) where something else is said."""
        utterance = self._lines(place.part)[place.sentence].utterance
        return (0, 0) if self.excused(place.part) else (utterance.start, utterance.length)

    def lines(self, place: Place, begun: Callable[[Place], None]) -> Iterator[Line]:
        """The lines from a place on; `begun` is told the place of each before it is given."""
        at: Place | None = place if self._lines(place.part) else self.after(place)
        while at is not None:
            begun(at)
            yield self._lines(at.part)[at.sentence]
            at = self.after(at)

    def after(self, place: Place) -> Place | None:
        """The place that follows; None at the end."""
        if place.sentence + 1 < len(self._lines(place.part)):
            return Place(place.part, place.sentence + 1)
        return next((Place(part, 0) for part in range(place.part + 1, len(self._parts)) if self._lines(part)), None)

    def before(self, place: Place) -> Place:
        """The place before; the first has itself."""
        if place.sentence:
            return Place(place.part, place.sentence - 1)
        found = next((part for part in range(place.part - 1, -1, -1) if self._lines(part)), None)
        return place if found is None else Place(found, len(self._lines(found)) - 1)

    def _lines(self, part: int) -> list[Line]:
        """The sentences of a part, or those of its excuse."""
        if part >= len(self._parts):
            return []
        key = (part, self._said(part))
        with self._lock:
            if key not in self._made:
                self._made[key] = self._make(*key)
            return self._made[key]

    def _said(self, index: int) -> Part | None:
        """The part, or its excuse: the last one where none has a voice; None where that of the part before does."""
        part = self._parts[index]
        reason = self._reason(part)
        if reason is None:
            return part
        before = self._parts[index - 1] if index else None
        if before and before.language == part.language and self._reason(before) == reason:
            return None
        excuses = [None, *self._excuse(reason)]
        return next((excuse for excuse in excuses if excuse and self._reason(excuse) is None), excuses[-1])

    def _make(self, index: int, part: Part | None) -> list[Line]:
        if part is None:
            return []
        language = spoken_language(part.language)
        return [Line(index, utterance, language) for utterance in sentences(part.block, language)]
