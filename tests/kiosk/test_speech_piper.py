"""Voices that the keeper drops into a folder, on a real ONNX model made by the test."""

import queue

import pytest

from content.block import Block
from kiosk.speech.child import command
from kiosk.speech.event import Began, Done, Ended, Event, Heard, Marked
from kiosk.speech.passage import passage
from kiosk.speech.piper import Piper
from kiosk.speech.speaker import Speaker
from kiosk.speech.voice import Beat, Sound
from kiosk.speech.voices import voices
from tests.fakes.piper_model import RATE, SAMPLES, write_voice


def spoken(voice, text, language="de", speed="normal"):
    pieces = []

    def hear(piece):
        pieces.append(piece)
        return True
    voice.speak(text, language, speed, hear)
    return pieces


def test_a_dropped_in_voice_speaks_its_language_and_espeak_the_others(tmp_path):
    write_voice(tmp_path, "de_DE-test-low", "de")
    both = voices(tmp_path)
    assert both.rate("de") == RATE
    assert both.rate("tr") == 22050
    assert both.rate("ps") is None


def test_a_voice_for_a_language_espeak_lacks_is_used(tmp_path):
    write_voice(tmp_path, "ps_AF-test-low", "ps")
    assert voices(tmp_path).rate("ps") == RATE


def test_words_begin_where_their_phonemes_do(tmp_path):
    write_voice(tmp_path, "de_DE-test-low", "de")
    pieces = spoken(Piper(tmp_path), "ab cdef gh")
    beats = [piece for piece in pieces if isinstance(piece, Beat)]
    samples = sum(len(piece.pcm) for piece in pieces if isinstance(piece, Sound)) // 2
    sounding = samples - RATE // 4
    assert sounding % SAMPLES == 0
    assert [beat.at for beat in beats] == [0, 3, 8]
    assert beats[0].ms == pytest.approx(0, abs=50)
    assert [beat.ms for beat in beats[1:]] == pytest.approx(
        [sounding / RATE * 1000 * share for share in (3 / 10, 8 / 10)], abs=60)


def test_it_stops_when_it_is_told_to(tmp_path):
    write_voice(tmp_path, "de_DE-test-low", "de")
    heard: list[Sound | Beat] = []

    def hear(piece: Sound | Beat) -> bool:
        heard.append(piece)
        return False
    Piper(tmp_path).speak("ab cd", "de", "normal", hear)
    assert len(heard) == 1


@pytest.mark.parametrize("spoil", ["model", "description", "absent"])
def test_a_file_that_is_no_voice_leaves_the_language_to_espeak(tmp_path, spoil):
    model = write_voice(tmp_path, "de_DE-test-low", "de")
    description = model.with_name(f"{model.name}.json")
    if spoil == "absent":
        description.unlink()
    else:
        (model if spoil == "model" else description).write_bytes(b"\x00nothing")
    assert voices(tmp_path).rate("de") == 22050


def test_the_child_speaks_with_it(tmp_path):
    write_voice(tmp_path, "de_DE-test-low", "de")
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    speaker = Speaker(events.put, command(tmp_path), patience=60)
    speaker.speak(passage([Block("paragraph", "wir helfen um 8:30 Uhr")], "de"))
    told = []
    while not isinstance(event := events.get(timeout=60), Done):
        told.append(event)
    speaker.close()
    assert [event.rate for event in told if isinstance(event, Began)] == [RATE]
    assert any(isinstance(event, Heard) for event in told)
    assert [event.start for event in told if isinstance(event, Marked)] == [0, 4, 11, 14]
    assert isinstance(told[-1], Ended)
