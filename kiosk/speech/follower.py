"""Which word of the written text is being spoken: a voice's beats turned into marks."""

from typing import NamedTuple

from content.spoken import Utterance
from kiosk.speech.voice import Beat


class Mark(NamedTuple):
    """From `ms` after the start of the sentence, the word at `start`, `length` characters of its block, is spoken."""

    ms: int
    start: int
    length: int


class Follower:
    """Follows one sentence. Every place of its words is marked once, in order, at times that never fall.

    Voices leave words out (English says "in the" as one): those are given times evenly between their neighbours.
    """

    def __init__(self, utterance: Utterance) -> None:
        self._words = utterance.words
        self._next = 0
        self._ms = 0
        self._place = (-1, 0)

    def beat(self, beat: Beat) -> list[Mark]:
        """The marks that are certain with a beat: that of its word, and of words passed over since the last."""
        reached = self._next
        while reached < len(self._words) and self._words[reached].at <= beat.at:
            reached += 1
        return self._marks(reached, beat.ms) if reached > self._next else []

    def end(self, ms: int) -> list[Mark]:
        """The marks of words after the last beat, in a sentence of `ms` milliseconds."""
        left = len(self._words) - self._next
        return self._marks(len(self._words), self._ms + (ms - self._ms) * left // (left + 1)) if left else []

    def _marks(self, reached: int, ms: int) -> list[Mark]:
        begun, ms = self._ms, max(self._ms, ms)
        passed = reached - self._next
        steps = passed if self._next else max(1, passed - 1)
        offset = 1 if self._next or passed == 1 else 0
        marks: list[Mark] = []
        for index, word in enumerate(self._words[self._next:reached]):
            place = (word.start, word.length)
            if place != self._place:
                marks.append(Mark(begun + (ms - begun) * (index + offset) // steps, *place))
            self._place = place
        self._next, self._ms = reached, ms
        return marks
