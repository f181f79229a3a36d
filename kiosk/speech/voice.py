"""The port every voice stands behind."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from ui.voice import Speed

__all__ = ["Beat", "Hear", "Sound", "Speed", "Voice"]


class Sound(NamedTuple):
    """A piece of speech: 16-bit little-endian samples, one channel."""

    pcm: bytes


class Beat(NamedTuple):
    """A word begins `ms` milliseconds after the start of the text, at the character `at` of it."""

    ms: int
    at: int


Hear = Callable[[Sound | Beat], bool]


class Voice(Protocol):
    """Something that turns text into speech. Used from one thread only."""

    def rate(self, language: str) -> int | None:
        """The samples a second in which it speaks a language; None if it has no voice for it."""

    def speak(self, text: str, language: str, speed: Speed, hear: Hear) -> None:
        """Speak a sentence: `hear` gets sounds and beats in order, as they are made, and answers whether to go on.

        `language` is one for which `rate` is known. Raises `RuntimeError` where the engine gives up.
        """
