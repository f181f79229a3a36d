"""A screen read aloud by the whole program into a real sound device: when it sounds, when it is silent, what is marked.

The moments promised are the best of several tries, the marks all but one of ten: a busy machine may be late, but not
each time.
"""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

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
from tests.conftest import ROOT
from tests.fakes.pulse import Ear, Pulse, missing, peaks
from tests.fakes.waiting import until

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
DEVICE, READ, STOP = "loudspeaker", "Diese Seite vorlesen", "Vorlesen beenden"
GUIDE = "help:papers-to-bring"
SOON, SILENT, TOGETHER = 0.15, 0.1, 0.05
TRIES = 5
SENTENCES = 10
Event = dict[str, Any]


class ReadingKiosk:
    """A kiosk of its own, and what it tells."""

    def __init__(self, folder: Path, pulse: Pulse) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.reading_kiosk", str(folder)], cwd=ROOT, text=True,
            env={**pulse.environment, "QT_LOGGING_RULES": "qt.multimedia*=false"},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._told: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.until("ready")

    def do(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def press(self, name: str) -> float:
        """Press a button; the moment in which it was touched."""
        self.do(f"press {name}")
        return float(self.until("touched")["at"])

    def open(self, language: str, screen: str, target: str) -> None:
        self.do(f"open {language} {screen} {target}")
        self.until("opened")

    def next(self) -> Event:
        return self._told.get(timeout=15)

    def until(self, event: str, **like: object) -> Event:
        """Wait for that."""
        while True:
            told = self.next()
            if told["event"] == event and all(told.get(name) == value for name, value in like.items()):
                return told

    def all_until(self, event: str) -> list[Event]:
        """What is told up to that."""
        told = [self.next()]
        while told[-1]["event"] != event:
            told.append(self.next())
        return told

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        assert self._process.wait(timeout=30) == 0
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._told.put(json.loads(line))


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
def pulse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    server = Pulse(tmp_path_factory.mktemp("pulse"))
    yield server
    server.close()


@pytest.fixture
def plugged(pulse: Pulse) -> Iterator[int]:
    number = pulse.plug(DEVICE, "Loudspeaker")
    yield number
    pulse.unplug(number)


@pytest.fixture
def ear(pulse: Pulse, plugged: int) -> Iterator[Ear]:
    listening = Ear(pulse, DEVICE)
    yield listening
    listening.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture
def kiosk(folder: Path, pulse: Pulse, ear: Ear) -> Iterator[ReadingKiosk]:
    """A kiosk on a guide that has been heard once: a sink that plays into nothing wakes up late."""
    made = ReadingKiosk(folder, pulse)
    made.open("de", "guide", GUIDE)
    touched = made.press(READ)
    until(lambda: ear.sounds(touched), "nothing is heard")
    made.press(STOP)
    made.until("ended")
    yield made
    made.close()


def test_it_sounds_soon_after_the_touch(kiosk: ReadingKiosk, ear: Ear) -> None:
    late = []
    for _ in range(TRIES):
        touched = kiosk.press(READ)
        until(lambda: ear.sounds(touched), "nothing is heard")  # noqa: B023
        late.append(ear.sounds(touched)[0] - touched)
        kiosk.press(STOP)
        kiosk.until("ended")
    assert min(late) <= SOON, late


def test_it_is_silent_soon_after_the_touch(kiosk: ReadingKiosk, ear: Ear) -> None:
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


def test_a_sentence_is_marked_when_it_is_heard(kiosk: ReadingKiosk, ear: Ear, folder: Path) -> None:
    kiosk.press(READ)
    marks = [kiosk.until("sentence")["at"] for _ in range(SENTENCES)]
    until(lambda: ear.now > marks[-1] + 3, "the recording stopped")
    kiosk.press(STOP)
    kiosk.until("ended")
    apart = [ear.lag(made, mark) for mark, made in zip(marks, openings(folder), strict=True)]
    assert sum(abs(lag) <= TOGETHER for lag in apart) >= SENTENCES - 1, apart


def test_a_voice_that_dies_is_replaced_and_every_word_is_heard_once(kiosk: ReadingKiosk, ear: Ear) -> None:
    kiosk.do("pid")
    pid = kiosk.until("pid")["pid"]
    kiosk.press(READ)
    kiosk.until("sentence", part=1)
    kiosk.until("word")
    os.kill(pid, signal.SIGKILL)
    told: list[dict[str, Any]] = []
    while not told or told[-1].get("part") != 3:
        told.append(kiosk.next())
    places = [(event["part"], event["start"]) for event in told if event["event"] == "word"]
    assert places == sorted(set(places))
    assert {part for part, _ in places} >= {1, 2}
    kiosk.do("pid")
    assert kiosk.until("pid")["pid"] not in (pid, None)


def test_a_device_that_is_pulled_out_is_said_so_and_waited_for(
        kiosk: ReadingKiosk, pulse: Pulse, plugged: int) -> None:
    kiosk.press(READ)
    at = kiosk.until("sentence", part=1)
    pulse.unplug(plugged)
    kiosk.until("trouble", what="device")
    again = pulse.plug("other", "Headset")
    kiosk.until("trouble", what=None)
    assert kiosk.until("sentence")["part"] >= at["part"]
    kiosk.until("word")
    pulse.unplug(again)


def test_the_same_device_put_back_is_noticed(kiosk: ReadingKiosk, pulse: Pulse, plugged: int) -> None:
    kiosk.press(READ)
    kiosk.until("sentence", part=1)
    pulse.unplug(plugged)
    kiosk.until("trouble", what="device")
    again = pulse.plug(DEVICE, "Loudspeaker")
    kiosk.until("trouble", what=None)
    kiosk.until("word")
    pulse.unplug(again)


def test_a_touched_text_is_read_from_there(kiosk: ReadingKiosk) -> None:
    kiosk.press(READ)
    kiosk.until("sentence", part=0)
    kiosk.do("touch Fragen Sie vorher")
    kiosk.until("touched")
    assert kiosk.until("sentence")["part"] == 3


def test_another_screen_is_silence(kiosk: ReadingKiosk, ear: Ear) -> None:
    kiosk.press(READ)
    kiosk.until("word")
    kiosk.open("tr", "emergency", "")
    late = time.monotonic()
    until(lambda: ear.now > late + 0.6, "the recording stopped")
    assert not [at for at in ear.sounds(late) if at > late + 0.3]
