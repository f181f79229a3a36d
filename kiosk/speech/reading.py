"""A line on its way from the child to the listener."""

from kiosk.speech import frame
from kiosk.speech.event import Began, Ended, Event, Heard, Marked, NoVoice
from kiosk.speech.follower import Follower, Mark
from kiosk.speech.frame import Frame
from kiosk.speech.passage import Line


class Reading:
    """A line being made: which events its frames are; when it is repeated, what was given is passed over."""

    def __init__(self, speech: int, index: int, line: Line) -> None:
        self.speech, self.index, self.line = speech, index, line
        self._began = False
        self._given = 0
        self._marked = 0
        self.repeat()

    def repeat(self) -> None:
        """The frames come again from the first."""
        self._follower = Follower(self.line.utterance)
        self._rate = 0
        self._bytes = 0
        self._marks = 0

    def events(self, answer: Frame) -> list[Event]:
        """What a frame has to tell."""
        if answer.kind == frame.BEGIN:
            return self._begin(answer.rate())
        if answer.kind == frame.SOUND:
            return self._sound(answer.body)
        if answer.kind == frame.BEAT:
            return self._mark(self._follower.beat(answer.beat()))
        if answer.kind == frame.NO_VOICE:
            return [NoVoice(self.speech, self.index, self.line, self.line.language)]
        ms = self._bytes * 500 // self._rate
        return [*self._mark(self._follower.end(ms)), Ended(self.speech, self.index, ms)]

    def _begin(self, rate: int) -> list[Event]:
        self._rate = rate
        if self._began:
            return []
        self._began = True
        return [Began(self.speech, self.index, self.line, rate)]

    def _sound(self, pcm: bytes) -> list[Event]:
        fresh = pcm[max(0, self._given - self._bytes):]
        self._bytes += len(pcm)
        self._given = max(self._given, self._bytes)
        return [Heard(self.speech, self.index, fresh)] if fresh else []

    def _mark(self, marks: list[Mark]) -> list[Event]:
        fresh = marks[max(0, self._marked - self._marks):]
        self._marks += len(marks)
        self._marked = max(self._marked, self._marks)
        return [Marked(self.speech, self.index, *mark) for mark in fresh]
