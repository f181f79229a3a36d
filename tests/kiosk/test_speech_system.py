"""The system's own voices through pyttsx3. Its engine for eSpeak NG stands in for SAPI5 and NSSpeech: the calls are the
same."""

import queue
import sys
import wave

import pytest

from content.block import Block
from kiosk.speech.event import Began, Done, Ended, Event, Failed, Heard, Marked, NoVoice
from kiosk.speech.passage import passage
from kiosk.speech.speaker import Speaker
from kiosk.speech.system import System, read_wave

RATE = 22050
CHILD = (sys.executable, "-m", "tests.fakes.system_voice")


def said(text: str, language: str) -> list[Event]:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    speaker = Speaker(events.put, CHILD, patience=20)
    speaker.speak(passage([Block("paragraph", text)], language))
    told: list[Event] = []
    while not told or not isinstance(told[-1], Done | Failed):
        told.append(events.get(timeout=60))
        if isinstance(told[-1], Began):
            speaker.begun(told[-1].line)
    speaker.close()
    return told


def samples(told: list[Event]) -> int:
    return sum(len(event.pcm) for event in told if isinstance(event, Heard)) // 2


@pytest.mark.parametrize(("language", "text"), [("de", "Wir helfen um 8:30 Uhr."), ("ar", "نحن هنا لمساعدتك.")])
def test_a_sentence_sounds_and_all_its_words_are_marked_in_order(language, text):
    told = said(text, language)
    marks = [event for event in told if isinstance(event, Marked)]
    ended, = (event for event in told if isinstance(event, Ended))
    assert [event.rate for event in told if isinstance(event, Began)] == [RATE]
    assert 500 < ended.ms < 6000
    assert ended.ms == samples(told) * 1000 // RATE
    assert len(marks) >= 3
    assert [mark.ms for mark in marks] == sorted(mark.ms for mark in marks)
    assert marks[-1].ms < ended.ms


def test_a_language_without_a_voice_is_said_so():
    assert [type(event) for event in said("Nobody speaks this", "xx")] == [NoVoice, Done]


def test_an_engine_that_is_not_there_is_an_answer():
    with pytest.raises(RuntimeError, match="no voices of the system"):
        System("no such engine")


def test_a_file_that_is_not_one_channel_of_16_bits_is_refused(tmp_path):
    with wave.open(str(tmp_path / "a.wav"), "wb") as sound:
        sound.setparams((2, 2, RATE, 0, "NONE", ""))
        sound.writeframes(bytes(8))
    with pytest.raises(RuntimeError, match="one channel"):
        read_wave(tmp_path / "a.wav")
