"""Voices of Piper that the keeper put into a folder: `*.onnx` with its `*.onnx.json` beside it.

They sound better than eSpeak NG and take more time and memory. They need the extra `piper` (package `piper-tts`);
without it, or where a model cannot be used, the log says so and the next voice speaks.
"""

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from content.language import canonical
from kiosk.speech.voice import Beat, Hear, Sound
from ui.voice import Speed

if TYPE_CHECKING:
    from piper import AudioChunk, PiperVoice

LENGTH_SCALES: dict[Speed, float] = {"slow": 1.25, "normal": 1.05, "fast": 0.8}
_PAUSE_MS = 250
_CHUNK = 4096
_LOG = logging.getLogger(__name__)


class _Language(msgspec.Struct, frozen=True):
    family: str = ""


class _Espeak(msgspec.Struct, frozen=True):
    voice: str = ""


class _Config(msgspec.Struct, frozen=True):
    """What of a model's description says its language: `language.family`, or the voice its sounds come from."""

    language: _Language = _Language()
    espeak: _Espeak = _Espeak()

    def code(self) -> str:
        return canonical(self.language.family or self.espeak.voice).partition("-")[0]


class Piper:
    """The models of a folder, the first by name for each language; a model is loaded when it is first spoken with."""

    def __init__(self, folder: Path) -> None:
        self._models: dict[str, Path] = {}
        for model in sorted(folder.glob("*.onnx")):
            if code := _language_of(model):
                self._models.setdefault(code, model)

    def rate(self, language: str) -> int | None:
        """As the port says."""
        model = self._models.get(language)
        if model is None:
            return None
        try:
            return _load(model).config.sample_rate
        except Exception as error:  # noqa: BLE001 - a file from anywhere fails in any way; another voice speaks
            _LOG.warning("%s cannot be used: %s", model, error)
            del self._models[language]
            return None

    def speak(self, text: str, language: str, speed: Speed, hear: Hear) -> None:
        """As the port says; a sentence is made whole before its first sound."""
        from piper import SynthesisConfig
        voice = _load(self._models[language])
        places = list(_word_places(text))
        chunks = list(voice.synthesize(text, SynthesisConfig(length_scale=LENGTH_SCALES[speed]),
                                       include_alignments=True))
        for piece in _pieces(chunks, places):
            if not hear(piece):
                return


def _language_of(model: Path) -> str:
    try:
        return msgspec.json.decode(Path(f"{model}.json").read_bytes(), type=_Config).code()
    except (OSError, msgspec.DecodeError) as error:
        _LOG.warning("%s has no usable description: %s", model, error)
        return ""


@cache
def _load(model: Path) -> "PiperVoice":
    from piper import PiperVoice
    return PiperVoice.load(model)


def _word_places(text: str) -> Iterator[int]:
    """Where the words of a text begin."""
    before = " "
    for place, sign in enumerate(text):
        if not sign.isspace() and before.isspace():
            yield place
        before = sign


def _pieces(chunks: "list[AudioChunk]", places: list[int]) -> Iterator[Sound | Beat]:
    """The beats of all words, then the sound: Piper says nothing of words, only (some models) of phonemes."""
    times = list(_word_times(chunks))
    for number, place in enumerate(places):
        if times:
            yield Beat(round(times[number * len(times) // len(places)]), place)
    for chunk in chunks:
        pcm = chunk.audio_int16_bytes + bytes(2 * (chunk.sample_rate * _PAUSE_MS // 1000))
        yield from (Sound(pcm[at:at + _CHUNK]) for at in range(0, len(pcm), _CHUNK))


def _word_times(chunks: "list[AudioChunk]") -> Iterator[float]:
    """When the words begin, in milliseconds: by the lengths of the phonemes where the model tells them, otherwise
    as if all were alike long."""
    begun = 0.0
    for chunk in chunks:
        lasts = 1000 * len(chunk.audio_float_array) / chunk.sample_rate
        told = chunk.phoneme_alignments
        phonemes = [(each.phoneme, float(each.num_samples)) for each in told] if told else [
            (phoneme, 1.0) for phoneme in chunk.phonemes]
        total = sum(length for _, length in phonemes) or 1.0
        passed, before = 0.0, " "
        for phoneme, length in phonemes:
            if before == " " and phoneme not in {" ", "^"}:
                yield begun + lasts * passed / total
            passed += length
            before = " " if phoneme == "^" else phoneme
        begun += lasts + _PAUSE_MS
