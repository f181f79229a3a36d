"""The voices of Windows (SAPI5) and macOS (NSSpeech) through pyttsx3.

pyttsx3's own `say` plays by itself and cannot be broken off, so a sentence is written to a file and read from there.
The engines tell no times of words that way: `kiosk.speech.follower` spreads the words evenly over the sentence.
"""

import shutil
import subprocess
import wave
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from content.language import canonical
from kiosk.speech.voice import Hear, Sound, Speed

PLATFORMS = {"win32", "darwin"}
WORDS_A_MINUTE: dict[Speed, int] = {"slow": 130, "normal": 170, "fast": 220}
_CHUNK = 4096
_SAMPLE = 2  # bytes


class _Wave(NamedTuple):
    rate: int
    pcm: bytes


class System:
    """One voice a language, the first that the system names. `driver` is pyttsx3's name of an engine, the system's own
    by default. Raises `RuntimeError` where there is no such engine."""

    def __init__(self, driver: str | None = None) -> None:
        self._rates: dict[str, int] = {}
        try:
            import pyttsx3  # type: ignore[import-untyped]
            self._engine = pyttsx3.init(driver)
        except Exception as error:  # each platform's binding fails in its own way
            raise RuntimeError(f"no voices of the system: {error}") from error

    def rate(self, language: str) -> int | None:
        """As the port says. Learnt from a first word, for no engine tells it."""
        if language not in self._voices:
            return None
        if language not in self._rates:
            self._rates[language] = self._made("1", language, "fast").rate
        return self._rates[language]

    def speak(self, text: str, language: str, speed: Speed, hear: Hear) -> None:
        """As the port says; a sentence is made whole before its first sound."""
        pcm = self._made(text, language, speed).pcm
        for at in range(0, len(pcm), _CHUNK):
            if not hear(Sound(pcm[at:at + _CHUNK])):
                return

    @cached_property
    def _voices(self) -> dict[str, str]:
        """The system's own names of its voices by language."""
        found: dict[str, str] = {}
        for voice in self._engine.getProperty("voices"):
            for named in voice.languages:
                found.setdefault(canonical(str(named)).partition("-")[0], voice.id)
        return found

    def _made(self, text: str, language: str, speed: Speed) -> _Wave:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "sentence.wav"
            try:
                self._engine.setProperty("voice", self._voices[language])
                self._engine.setProperty("rate", WORDS_A_MINUTE[speed])
                self._engine.save_to_file(text, str(file))
                self._engine.runAndWait()
                return read_wave(file)
            except Exception as error:  # as above; the speaker then starts the process anew
                raise RuntimeError(f"the system's voice for {language}: {error}") from error


def read_wave(file: Path) -> _Wave:
    """The samples of a file that an engine wrote: WAV, or AIFF as macOS does whatever the name says."""
    with file.open("rb") as start:
        if start.read(4) == b"FORM":
            file = _converted(file)
    with wave.open(str(file)) as sound:
        if (sound.getnchannels(), sound.getsampwidth()) != (1, _SAMPLE):
            raise RuntimeError("not one channel of 16 bits")
        return _Wave(sound.getframerate(), sound.readframes(sound.getnframes()))


def _converted(aiff: Path) -> Path:
    """The same as WAV, by macOS's own converter."""
    program = shutil.which("afconvert")
    if program is None:
        raise RuntimeError("afconvert, a part of macOS, is missing")
    target = aiff.with_name("converted.wav")
    subprocess.run([program, "-f", "WAVE", "-d", "LEI16", "-c", "1", str(aiff), str(target)],  # noqa: S603
                   check=True, capture_output=True, timeout=20)
    return target
