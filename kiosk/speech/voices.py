"""All voices of this kiosk behind one port."""

import logging
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from kiosk.speech.voice import Hear, Voice
from ui.voice import Speed

FOLDER = "voices"
_LOG = logging.getLogger(__name__)


class Voices:
    """The first of several voices that speaks a language. They are made when one is first needed; one that cannot
    be made (`RuntimeError`) is left out, and the log says why."""

    def __init__(self, engines: Sequence[Callable[[], Voice]]) -> None:
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
        return [voice for engine in self._engines if (voice := _made(engine))]

    def _voice(self, language: str) -> Voice | None:
        return next((voice for voice in self._voices if voice.rate(language) is not None), None)


def _made(engine: Callable[[], Voice]) -> Voice | None:
    try:
        return engine()
    except RuntimeError as error:
        _LOG.warning("no speech from %s: %s", engine, error)
        return None


def voices(folder: Path, platform: str = sys.platform) -> Voices:
    """The voices of this kiosk: those that the keeper put into `folder`, then the system's own where it has any
    (Windows, macOS), then eSpeak NG."""
    from kiosk.speech.espeak import Espeak
    from kiosk.speech.piper import Piper
    from kiosk.speech.system import PLATFORMS, System
    own: list[Callable[[], Voice]] = [System] if platform in PLATFORMS else []
    return Voices([lambda: Piper(folder), *own, Espeak])
