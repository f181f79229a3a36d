"""A screen read aloud by the whole program into a real sound device: when it sounds, when it is silent, what is marked.

The moments promised are the best of several tries, the marks all but one of ten: a busy machine may be late, but not
each time.
"""

import os
import queue
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from content.record import Guide
from content.spoken import page
from kiosk.folder import open_copy
from kiosk.settings import Speech
from kiosk.sound.volume import gain
from kiosk.speech import event as speech
from kiosk.speech.passage import passage
from kiosk.speech.speaker import speaker
from kiosk.speech.voices import FOLDER
from tests.fakes.kiosk_process import Event, KioskProcess
from tests.fakes.pulse import LOUDSPEAKER, Ear, Pulse, missing, peaks
from tests.fakes.waiting import until

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
READ, STOP = "Diese Seite vorlesen", "Vorlesen beenden"
GUIDE = "help:papers-to-bring"
SOON, SILENT, TOGETHER = 0.15, 0.1, 0.05
TRIES = 5
SENTENCES = 10


def openings(folder: Path) -> list[list[int]]:
    """How loud the voice is from the beginning of each sentence of the guide on, for half a second."""
    with closing(open_copy(folder)) as copy:
        guide = copy.get(GUIDE)
    assert isinstance(guide, Guide)
    text = guide.texts["de"]
    events: queue.SimpleQueue[speech.Event] = queue.SimpleQueue()
    voice = speaker(events.put, folder / FOLDER)
    voice.speak(islice(passage((block for block in page(text) if block.kind != "link"), "de"), SENTENCES))
    sounds: list[bytes] = []
    while not isinstance(event := events.get(timeout=30), speech.Done):
        if isinstance(event, speech.Began):
            voice.begun(event.line)
            sounds.append(b"")
        elif isinstance(event, speech.Heard):
            sounds[-1] += event.pcm
    voice.close()
    return [[round(peak * gain(Speech().volume)) for peak in peaks(pcm)[:100]] for pcm in sounds]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def kiosk(folder: Path, pulse: Pulse, ear: Ear) -> Iterator[KioskProcess]:
    """A kiosk on a guide that has been heard once: a sink that plays into nothing wakes up late."""
    made = KioskProcess(folder, pulse.environment)
    made.open("de", "guide", GUIDE)
    touched = made.press(READ)
    until(lambda: ear.sounds(touched), "nothing is heard")
    made.press(STOP)
    made.until("ended")
    yield made
    made.close()


def test_it_sounds_soon_after_the_touch(kiosk: KioskProcess, ear: Ear) -> None:
    late = []
    for _ in range(TRIES):
        touched = kiosk.press(READ)
        until(lambda: ear.sounds(touched), "nothing is heard")  # noqa: B023
        late.append(ear.sounds(touched)[0] - touched)
        kiosk.press(STOP)
        kiosk.until("ended")
    assert min(late) <= SOON, late


def test_it_is_silent_soon_after_the_touch(kiosk: KioskProcess, ear: Ear) -> None:
    late = []
    for _ in range(TRIES):
        kiosk.press(READ)
        kiosk.until("word")
        kiosk.until("word")
        touched = kiosk.press(STOP)
        kiosk.until("ended")
        until(lambda: ear.now > touched + 1, "the recording stopped")  # noqa: B023
        late.append(max(ear.sounds(touched), default=touched) - touched)
    assert min(late) <= SILENT, late


def test_a_sentence_is_marked_when_it_is_heard(kiosk: KioskProcess, ear: Ear, folder: Path) -> None:
    kiosk.press(READ)
    marks = [kiosk.until("sentence")["at"] for _ in range(SENTENCES)]
    until(lambda: ear.now > marks[-1] + 3, "the recording stopped")
    kiosk.press(STOP)
    kiosk.until("ended")
    apart = [ear.lag(made, mark) for mark, made in zip(marks, openings(folder), strict=True)]
    assert sum(abs(lag) <= TOGETHER for lag in apart) >= SENTENCES - 1, apart


def test_a_voice_that_dies_is_replaced_and_every_word_is_heard_once(kiosk: KioskProcess, ear: Ear) -> None:
    kiosk.do("pid")
    pid = kiosk.until("pid")["pid"]
    kiosk.press(READ)
    kiosk.until("sentence", part=1)
    kiosk.until("word")
    os.kill(pid, signal.SIGKILL)
    told: list[Event] = []
    while not told or told[-1].get("part") != 3:
        told.append(kiosk.next())
    places = [(event["part"], event["start"]) for event in told if event["event"] == "word"]
    assert places == sorted(set(places))
    assert {part for part, _ in places} >= {1, 2}
    kiosk.do("pid")
    assert kiosk.until("pid")["pid"] not in (pid, None)


def test_a_device_that_is_pulled_out_is_said_so_and_waited_for(
        kiosk: KioskProcess, pulse: Pulse, plugged: int) -> None:
    kiosk.press(READ)
    at = kiosk.until("sentence", part=1)
    pulse.unplug(plugged)
    kiosk.until("trouble", what="device")
    again = pulse.plug("other", "Headset")
    kiosk.until("trouble", what=None)
    assert kiosk.until("sentence")["part"] >= at["part"]
    kiosk.until("word")
    pulse.unplug(again)


def test_the_same_device_put_back_is_noticed(kiosk: KioskProcess, pulse: Pulse, plugged: int) -> None:
    kiosk.press(READ)
    kiosk.until("sentence", part=1)
    pulse.unplug(plugged)
    kiosk.until("trouble", what="device")
    again = pulse.plug(LOUDSPEAKER, "Loudspeaker")
    kiosk.until("trouble", what=None)
    kiosk.until("word")
    pulse.unplug(again)


def test_a_touched_text_is_read_from_there(kiosk: KioskProcess) -> None:
    kiosk.press(READ)
    kiosk.until("sentence", part=0)
    kiosk.do("touch Fragen Sie vorher")
    kiosk.until("touched")
    assert kiosk.until("sentence")["part"] == 3


def test_another_screen_is_silence(kiosk: KioskProcess, ear: Ear) -> None:
    kiosk.press(READ)
    kiosk.until("word")
    kiosk.open("tr", "emergency", "")
    late = time.monotonic()
    until(lambda: ear.now > late + 0.6, "the recording stopped")
    assert not [at for at in ear.sounds(late) if at > late + 0.3]
