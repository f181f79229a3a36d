"""How words sound, to recognise them in what was heard."""

import queue
from pathlib import Path

from content.block import Block
from content.spoken import sentences
from kiosk.speech import event as speech
from kiosk.speech.passage import Line
from kiosk.speech.speaker import speaker
from kiosk.speech.voices import FOLDER
from tests.fakes.pulse import BLOCK, LOUD, RATE, Ear, peaks
from tests.fakes.waiting import until

LISTENED = 4.0  # s
NEVER = float("inf")
ALIKE = 0.95  # recordings of the same words were measured to have 0.98 and more, of others up to 0.90


class Reference:
    """The German voice by itself."""

    def __init__(self, folder: Path) -> None:
        self._events: queue.SimpleQueue[speech.Event] = queue.SimpleQueue()
        self._voice = speaker(self._events.put, folder / FOLDER)

    def says(self, texts: list[str]) -> list[int]:
        """How loud these texts are in each 5 ms."""
        self._voice.speak(Line(0, utterance, "de") for text in texts
                          for utterance in sentences(Block("paragraph", text), "de"))
        pcm = b""
        while not isinstance(event := self._events.get(timeout=30), speech.Done):
            if isinstance(event, speech.Began):
                self._voice.begun(event.line)
            elif isinstance(event, speech.Heard):
                pcm += event.pcm
        return peaks(pcm)

    def close(self) -> None:
        self._voice.close()


def heard(ear: Ear, made: list[int], since: float) -> float:
    """When these words began to sound in the `LISTENED` seconds after that moment; infinite if they did not."""
    until(lambda: ear.now > since + LISTENED, "the recording stopped")
    match = ear.match(made, since)
    leading = next(at for at, peak in enumerate(made) if peak > LOUD) * BLOCK / RATE
    return match.at + leading if match.likeness > ALIKE else NEVER
