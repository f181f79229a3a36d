"""eSpeak NG through pyttsx3's own ctypes binding: small, quick, many languages, the time of every word.

The library and its data are the system's, or those of the `espeakng-loader` wheel where the system has none: loaded
first, its soname is the one that the binding asks for.
"""

import ctypes
import ctypes.util
import sys
from functools import cache
from typing import Any

from kiosk.speech.voice import Beat, Hear, Sound
from ui.voice import Speed

# Voices by their path in espeak-ng-data/lang: names alone may be answered by mbrola voices. Measured on 1.52; Pashto,
# Tigrinya, Sorani, Somali and Romani have none fit for use.
VOICES = {
    "am": "sem/am", "ar": "sem/ar", "bg": "zls/bg", "bs": "zls/bs", "cs": "zlw/cs", "de": "gmw/de", "el": "grk/el",
    "en": "gmw/en", "es": "roa/es", "fa": "ira/fa", "fr": "roa/fr", "hi": "inc/hi", "hr": "zls/hr", "hu": "urj/hu",
    "it": "roa/it", "ka": "ccs/ka", "ku": "ira/ku", "lt": "bat/lt", "lv": "bat/lv", "mk": "zls/mk", "nl": "gmw/nl",
    "om": "cus/om", "pl": "zlw/pl", "pt": "roa/pt", "ro": "roa/ro", "ru": "zle/ru", "sk": "zlw/sk", "sl": "zls/sl",
    "sq": "ine/sq", "sr": "zls/sr", "sw": "bnt/sw", "tr": "trk/tr", "uk": "zle/uk", "ur": "inc/ur", "vi": "aav/vi",
}
WORDS_A_MINUTE: dict[Speed, int] = {"slow": 115, "normal": 145, "fast": 185}
_CHUNK_MS = 50
_UTF8_AND_PAUSE = 1 | 0x1000
_EVENT_WORD = 1


class NoEspeak(RuntimeError):
    """Neither the system nor the wheel has a library of eSpeak NG that works."""


class Espeak:
    """eSpeak NG; one in a process, for the library has one state. Raises `NoEspeak`."""

    def __init__(self) -> None:
        self._binding, self._rate = _started()
        self._hear: Hear = lambda _: False
        self._failed: Exception | None = None
        self._binding.SetSynthCallback(self._heard)

    def rate(self, language: str) -> int | None:
        """As the port says."""
        return self._rate if language in VOICES and self._choose(language) else None

    def speak(self, text: str, language: str, speed: Speed, hear: Hear) -> None:
        """As the port says."""
        if not self._choose(language):
            raise RuntimeError(f"eSpeak NG has no voice for {language}")
        self._binding.SetParameter(self._binding.RATE, WORDS_A_MINUTE[speed], 0)
        self._hear, self._failed = hear, None
        done = self._binding.Synth(text.replace("\0", " "), flags=_UTF8_AND_PAUSE)
        if self._failed:
            raise self._failed
        if done != self._binding.EE_OK:
            raise RuntimeError(f"eSpeak NG answers {done}")

    def _choose(self, language: str) -> bool:
        """Whether the voice is now that of the language. A voice that is not there leaves the last one in place."""
        return bool(self._binding.dll.espeak_SetVoiceByName(VOICES[language].encode()) == self._binding.EE_OK)

    def _heard(self, samples: Any, count: int, events: Any) -> int:
        """Called by the library for every piece; 1 makes it stop. What goes wrong here would be lost in C."""
        try:
            return 0 if self._pass_on(samples, count, events) else 1
        except Exception as error:  # noqa: BLE001 - raised again by `speak`
            self._failed = error
            return 1

    def _pass_on(self, samples: Any, count: int, events: Any) -> bool:
        index = 0
        while events[index].type:
            event = events[index]
            if event.type == _EVENT_WORD and not self._hear(Beat(event.audio_position, event.text_position - 1)):
                return False
            index += 1
        if samples and count > 0:
            return self._hear(Sound(ctypes.string_at(samples, 2 * count)))
        return True


@cache
def _started() -> tuple[Any, int]:
    """The binding and the library's samples a second. Started once: starting it again in a process that has used it
    was seen to crash it. Raises `NoEspeak`."""
    binding, data = _load()
    rate: int = binding.Initialize(binding.AUDIO_OUTPUT_SYNCHRONOUS, _CHUNK_MS, data, 0)
    if rate <= 0:
        raise NoEspeak("eSpeak NG has no data")
    return binding, rate


def _load() -> tuple[Any, bytes | None]:
    """The binding, and the folder of the data if it is the wheel's."""
    data = None if _system_has_it() else _load_wheel()
    try:
        from pyttsx3.drivers import _espeak  # type: ignore[import-untyped]
    except RuntimeError as error:
        raise NoEspeak(str(error)) from error
    return _espeak, data


def _system_has_it() -> bool:
    return sys.platform == "linux" and ctypes.util.find_library("espeak-ng") is not None


def _load_wheel() -> bytes:
    try:
        import espeakng_loader
    except ImportError as error:
        raise NoEspeak("neither libespeak-ng nor the wheel espeakng-loader is installed") from error
    if espeakng_loader.load_library() is None:
        raise NoEspeak("the library of espeakng-loader cannot be loaded here")
    return str(espeakng_loader.get_data_path()).encode()
