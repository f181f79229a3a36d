"""All voices of this kiosk behind one port."""

import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from kiosk.speech.voice import Hear, Speed, Voice


class Voices:
    """The first voice that speaks a language: one that the keeper put into the folder, then the system's own.

    `engines` make the voices; each is made when it is first asked.
    """

    def __init__(self, folder: Path | None, engines: Sequence[Callable[[], Voice]] = ()) -> None:
        self._folder = folder
        self._engines = engines

    def rate(self, language: str) -> int | None:
        """As the port says."""
        voice = self._voice(language)
        return voice.rate(language) if voice else None

    def speak(self, text: str, language: str, speed: Speed, hear: Hear) -> None:
        """As the port says."""
        voice = self._voice(language)
        if voice is None:
            raise RuntimeError(f"no voice for {language}")
        voice.speak(text, language, speed, hear)

    @cached_property
    def _voices(self) -> list[Voice]:
        return [engine() for engine in self._engines or (_systems,)]

    def _voice(self, language: str) -> Voice | None:
        return next((voice for voice in self._voices if voice.rate(language) is not None), None)



def _systems() -> Voice:
    """eSpeak NG on Linux; what the system brings along elsewhere."""
    if sys.platform in {"win32", "darwin"}:
        from kiosk.speech.system import System
        return System()
    from kiosk.speech.espeak import Espeak
    return Espeak()
