"""Speaks lines through the child process, two ahead of what is heard, and replaces the child when it fails."""

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kiosk.speech import frame
from kiosk.speech.child import Child, Lost, command, patience
from kiosk.speech.event import Done, Event, Failed
from kiosk.speech.frame import Request
from kiosk.speech.passage import Line
from kiosk.speech.reading import Reading
from ui.voice import Speed

AHEAD = 2
_ATTEMPTS = 2


def speaker(listen: Callable[[Event], None], folder: Path) -> "Speaker":
    """The speaker of a kiosk; `folder` holds the keeper's own voices and need not exist."""
    return Speaker(listen, command(folder), patience(folder))


class _Order(NamedTuple):
    speech: int
    lines: Iterable[Line]
    speed: Speed


class Speaker:
    """One voice for one screen. All methods return at once and may be called from any thread.

    `listen` gets the events in order, on the speaker's own thread (a Qt signal's `emit` will do). After `cancel` or
    a new `speak` has returned, no event of an older speech arrives. `start` is the command of the child; a child that
    gives no frame for `patience` seconds, or ends, is replaced, and its line is repeated once: what was already given
    of it is not given again. See `speaker` for the usual way to make one.
    """

    def __init__(self, listen: Callable[[Event], None], start: Sequence[str], patience: float) -> None:
        self._listen = listen
        self._start = start
        self._patience = patience
        self._changed = threading.Condition(threading.RLock())
        self._order: _Order | None = None
        self._speech = 0
        self._begun = 0
        self._closing = False
        self._child: Child | None = None
        self._number = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def speak(self, lines: Iterable[Line], speed: Speed = "normal") -> int:
        """Stop what is being said and say `lines`; the number of the new speech."""
        with self._changed:
            self.cancel()
            self._order = _Order(self._speech, lines, speed)
            return self._speech

    def begun(self, line: int) -> None:
        """The listener has begun to play that line; `AHEAD` lines after it may be made."""
        with self._changed:
            self._begun = max(self._begun, line)
            self._changed.notify_all()

    def cancel(self) -> None:
        """Be silent."""
        with self._changed:
            self._speech += 1
            self._order, self._begun = None, 0
            self._hush()
            self._changed.notify_all()

    def close(self) -> None:
        """Be silent for ever, and end the child."""
        with self._changed:
            self._closing = True
            self.cancel()
            if self._child:
                self._child.end()
        self._thread.join()

    @property
    def pid(self) -> int | None:
        """The number of the child process; None while there is none."""
        child = self._child
        return child.pid if child else None

    def _hush(self) -> None:
        if self._child:
            with suppress(Lost):  # then the next line finds it out and replaces it
                self._child.send(Request(self._number))

    def _run(self) -> None:
        with suppress(Lost):  # warm for the first speech, which tells if there is no child to be had
            self._ready()
        while (order := self._next_order()) is not None:
            self._perform(order)
        with self._changed:
            if self._child:
                self._child.end()

    def _next_order(self) -> _Order | None:
        with self._changed:
            self._changed.wait_for(lambda: self._order or self._closing)
            order, self._order = self._order, None
            return None if self._closing else order

    def _perform(self, order: _Order) -> None:
        for index, line in enumerate(order.lines):
            with self._changed:
                self._changed.wait_for(lambda: self._speech != order.speech or index <= self._begun + AHEAD)  # noqa: B023
            if self._speech != order.speech or not self._say(Reading(order.speech, index, line), order.speed):
                return
        self._tell(order.speech, Done(order.speech))

    def _say(self, reading: Reading, speed: Speed) -> bool:
        """Whether the speech may go on after the line."""
        reason = ""
        for _ in range(_ATTEMPTS):
            try:
                return self._attempt(reading, speed)
            except Lost as lost:
                reason = str(lost)
                self._replace()
            if self._speech != reading.speech:
                return False
        self._tell(reading.speech, Failed(reading.speech, reading.index, reason))
        return False

    def _attempt(self, reading: Reading, speed: Speed) -> bool:
        child = self._ready()
        with self._changed:
            self._number += 1
            number = self._number
            child.send(Request(number, reading.line.utterance.text, reading.line.language, speed))
        reading.repeat()
        while self._speech == reading.speech:
            answer = child.receive(self._patience)
            if answer.number != number:
                continue
            if answer.kind == frame.FAILED:
                raise Lost(answer.body.decode())
            for event in reading.events(answer):
                self._tell(reading.speech, event)
            if answer.kind == frame.NO_VOICE:
                self.begun(reading.index)  # nobody will play it
            if answer.kind in frame.LAST:
                return True
        return False

    def _ready(self) -> Child:
        with self._changed:
            if self._closing:
                raise Lost("closed")
            self._child = self._child or Child(self._start)
            return self._child

    def _replace(self) -> None:
        with self._changed:
            child, self._child = self._child, None
        if child:
            child.end()

    def _tell(self, speech: int, event: Event) -> None:
        with self._changed:
            if speech == self._speech:
                self._listen(event)
