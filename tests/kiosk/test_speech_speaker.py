"""The speaker and its child process: order, stopping, and what happens when the child fails."""

import os
import queue
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from content.block import Block
from kiosk.speech.child import command
from kiosk.speech.event import Began, Done, Ended, Event, Failed, Heard, Marked, NoVoice
from kiosk.speech.passage import passage
from kiosk.speech.speaker import AHEAD, Speaker

LONG = Block("paragraph", "Wir helfen Ihnen gern weiter und " * 60 + "freuen uns auf Sie.")
SHORT = [Block("heading", "Guten Tag"), Block("paragraph", "Um 8:30 Uhr. Rufen Sie 112.")]
ENOUGH = 60.0


class Listener:
    """A speaker on the real child, and all that it tells; `act` sees every event on the speaker's own thread."""

    def __init__(self, start: list[str], patience: float = 30.0) -> None:
        self.events: queue.SimpleQueue[tuple[float, Event]] = queue.SimpleQueue()
        self.act: Callable[[Event], None] = lambda event: None
        self.speaker = Speaker(self._hear, start, patience)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Began):
            self.speaker.begun(event.line)
        self.events.put((time.monotonic(), event))
        self.act(event)

    def told(self) -> list[Event]:
        """All events up to the end of the speech."""
        return [event for _, event in self.timed()]

    def timed(self) -> list[tuple[float, Event]]:
        told: list[tuple[float, Event]] = []
        while not told or not isinstance(told[-1][1], Done | Failed):
            told.append(self.events.get(timeout=ENOUGH))
        return told


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(command(tmp_path))
    yield listener
    listener.speaker.close()


def of(kind: type, events: list[Event]) -> list:
    return [event for event in events if isinstance(event, kind)]


def sound(events: list[Event]) -> bytes:
    return b"".join(event.pcm for event in of(Heard, events))


def test_lines_come_in_order_each_with_its_sound_and_marks(listener):
    listener.speaker.speak(passage(SHORT, "de"))
    events = listener.told()
    assert [event.what.block for event in of(Began, events)] == [0, 1, 1]
    assert [event.line for event in of(Ended, events)] == [0, 1, 2]
    assert events[-1] == Done(1)
    text = SHORT[1].text
    assert [text[mark.start:mark.start + mark.length] for mark in of(Marked, events) if mark.line == 1] == \
        ["Um", "8:30 Uhr"]
    assert len(sound(events)) == pytest.approx(sum(ended.ms for ended in of(Ended, events)) * 2 * 22.05, abs=200)


def test_no_more_is_made_than_is_soon_heard(tmp_path):
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    speaker = Speaker(events.put, command(tmp_path), ENOUGH)
    speaker.speak(passage([Block("paragraph", "Ja. " * 20)], "de"))
    ended = -1
    while ended < AHEAD:
        event = events.get(timeout=ENOUGH)
        ended = event.line if isinstance(event, Ended) else ended
    with pytest.raises(queue.Empty):
        events.get(timeout=0.2)
    speaker.begun(1)
    assert isinstance(began := events.get(timeout=ENOUGH), Began)
    assert began.line == AHEAD + 1
    speaker.close()


def test_the_first_sound_is_there_within_150_ms_for_long_and_short_texts(listener):
    listener.speaker.speak(passage(SHORT, "de"))
    listener.told()
    for blocks in (SHORT, [LONG] * 50):
        took = []
        for _ in range(3):
            asked = time.monotonic()
            speech = listener.speaker.speak(passage(blocks, "de"))
            while not isinstance((event := listener.events.get(timeout=ENOUGH))[1], Heard) or event[1].speech != speech:
                pass
            took.append(event[0] - asked)
            listener.speaker.cancel()
        assert min(took) <= 0.150


def test_after_cancel_nothing_of_the_old_speech_is_told(listener):
    listener.speaker.speak(passage([LONG], "de"))
    while not isinstance(listener.events.get(timeout=ENOUGH)[1], Heard):
        pass
    asked = time.monotonic()
    listener.speaker.cancel()
    silent = time.monotonic()
    new = listener.speaker.speak(passage(SHORT, "de"))
    late = [event for when, event in listener.timed() if event.speech != new and when > silent]
    assert silent - asked <= 0.100
    assert not late


def test_new_speech_silences_the_old(listener):
    listener.speaker.speak(passage([LONG] * 3, "de"))
    new = listener.speaker.speak(passage(SHORT, "de"))
    assert {event.speech for event in listener.told()} == {new}


def test_a_language_without_a_voice_is_told_and_the_rest_is_read(listener):
    lines = [*passage([Block("paragraph", "دا متن دی. بل.")] * 4, "ps"), *passage(SHORT, "de-simple")]
    listener.speaker.speak(lines)
    events = listener.told()
    assert {event.language for event in of(NoVoice, events)} == {"ps"}
    assert [event.what.language for event in of(Began, events)] == ["de"] * 3


@pytest.mark.parametrize("harm", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hanging"])
def test_a_child_that_fails_in_mid_sentence_is_replaced_and_the_sentence_goes_on(tmp_path, harm):
    listener = Listener(command(tmp_path), patience=1.0)
    listener.speaker.speak(passage([LONG, *SHORT], "de"))
    whole = listener.told()
    victims: list[int] = []

    def strike(event: Event) -> None:
        if isinstance(event, Heard) and event.line == 0 and not victims:
            assert listener.speaker.pid
            victims.append(listener.speaker.pid)
            os.kill(victims[0], harm)

    listener.act = strike
    listener.speaker.speak(passage([LONG, *SHORT], "de"))
    events = listener.told()
    assert victims[0] != listener.speaker.pid
    assert isinstance(events[-1], Done)
    assert [event.line for event in of(Began, events)] == [0, 1, 2, 3][:len(of(Began, whole))]
    assert [mark[1:2] + mark[3:] for mark in of(Marked, events)] == [mark[1:2] + mark[3:] for mark in of(Marked, whole)]
    assert all(a.ms <= b.ms for a, b in pairwise(of(Marked, events)) if a.line == b.line)
    assert len(sound(events)) == pytest.approx(len(sound(whole)), rel=0.01)
    listener.speaker.close()


def test_a_child_that_fails_twice_at_a_sentence_ends_the_speech_with_a_reason(listener):
    struck = set()

    def strike(event: Event) -> None:
        if isinstance(event, Heard) and event.speech == 1 and listener.speaker.pid not in struck:
            struck.add(listener.speaker.pid)
            os.kill(listener.speaker.pid, signal.SIGKILL)

    listener.act = strike
    listener.speaker.speak(passage([Block("paragraph", LONG.text * 20), *SHORT], "de"))
    events = listener.told()
    assert isinstance(events[-1], Failed)
    assert (events[-1].line, len(struck)) == (0, 2)
    assert "ended" in events[-1].reason
    listener.speaker.speak(passage(SHORT, "de"))
    assert isinstance(listener.told()[-1], Done)


def test_a_child_that_was_killed_while_idle_is_replaced_unnoticed(listener):
    listener.speaker.speak(passage(SHORT, "de"))
    listener.told()
    os.kill(listener.speaker.pid, signal.SIGKILL)
    listener.speaker.speak(passage(SHORT, "de"))
    assert isinstance(listener.told()[-1], Done)


@pytest.mark.parametrize("start", [["/nowhere/kiosk"], [sys.executable, "-c", "pass"]], ids=["absent", "ending"])
def test_no_child_to_be_had_is_an_outcome_too(start):
    listener = Listener(start)
    listener.speaker.speak(passage(SHORT, "de"))
    assert isinstance(listener.told()[-1], Failed)
    listener.speaker.close()


def test_the_program_itself_can_be_the_child(tmp_path):
    """As the frozen program starts it."""
    listener = Listener([sys.executable, "-c", "from kiosk.cli import main; main()", "speak", "--serve", str(tmp_path)])
    listener.speaker.speak(passage(SHORT, "de"))
    assert isinstance(listener.told()[-1], Done)
    listener.speaker.close()


def test_the_child_ends_with_the_speaker(listener):
    listener.speaker.speak(passage(SHORT, "de"))
    listener.told()
    pid = listener.speaker.pid
    listener.speaker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
