"""From a sentence to its first sound, beside raw eSpeak NG asked for the same one; and what the voice weighs.

`python -m tests.bench.voice DATA` prints rows.
"""

import json
import queue
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from content.block import Block
from kiosk.speech.espeak import Espeak
from kiosk.speech.event import Event, Heard
from kiosk.speech.passage import passage
from kiosk.speech.speaker import Speaker, speaker
from kiosk.speech.voice import Beat, Sound
from kiosk.speech.voices import FOLDER
from tests.bench.process import KIB, proportional
from tests.bench.table import Row

SENTENCE = "Das Sozialamt in Lübeck ist montags von 8:00 bis 12:00 Uhr für Sie da."
SOON = 150  # ms from touch to sound, of which the device and the screen take half
HEAVY = 60  # MiB
REPEAT = 15


def rows(folder: Path) -> Iterator[Row]:
    """The voice as the screen has it: started, and warm."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    voice = speaker(events.put, folder / FOLDER)
    try:
        _first_sound(voice, events)
        ours = median(_first_sound(voice, events) for _ in range(REPEAT))
        yield Row("sentence to first sound", ours, "ms", SOON / 2)
        raw = Espeak()
        theirs = median(_raw(raw) for _ in range(REPEAT))
        yield Row("sentence to first sound", ours, "ms", None, "raw eSpeak NG", theirs,
                  note="in its own process, with spoken words; raw: the library called directly")
        assert voice.pid
        yield Row("voice process", proportional(voice.pid) / KIB, "MiB", HEAVY, note="with eSpeak NG loaded")
    finally:
        voice.close()


def _first_sound(voice: Speaker, events: "queue.SimpleQueue[Event]") -> float:
    """Milliseconds until the first samples are there."""
    begun = perf_counter()
    speech = voice.speak(passage([Block("paragraph", SENTENCE)], "de"))
    while not (isinstance(event := events.get(timeout=10), Heard) and event.speech == speech):
        pass
    took = (perf_counter() - begun) * 1000
    voice.cancel()
    return took


def _raw(voice: Espeak) -> float:
    """Milliseconds until the library gives its first samples."""
    heard: list[float] = []

    def hear(piece: Sound | Beat) -> bool:
        heard.extend([perf_counter()] * isinstance(piece, Sound))
        return not heard
    begun = perf_counter()
    voice.speak(SENTENCE, "de", "normal", hear)
    return (heard[0] - begun) * 1000


if __name__ == "__main__":
    for row in rows(Path(sys.argv[1])):
        sys.stdout.write(json.dumps(row) + "\n")
