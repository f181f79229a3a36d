"""What a speaker tells while it speaks. `speech` is the number `speak` gave, `line` counts the lines from 0."""

from typing import NamedTuple

from kiosk.speech.passage import Line


class Began(NamedTuple):
    """A line is about to sound; its samples are 16-bit mono at `rate` a second."""

    speech: int
    line: int
    what: Line
    rate: int


class Heard(NamedTuple):
    """The next samples of the line."""

    speech: int
    line: int
    pcm: bytes


class Marked(NamedTuple):
    """From `ms` after the start of the line, the word at `start`, `length` characters of its block, is spoken."""

    speech: int
    line: int
    ms: int
    start: int
    length: int


class Ended(NamedTuple):
    """All samples and marks of the line were given; it lasts `ms`."""

    speech: int
    line: int
    ms: int


class NoVoice(NamedTuple):
    """Nobody here speaks `language`; the line is left out and the next one follows."""

    speech: int
    line: int
    what: Line
    language: str


class Failed(NamedTuple):
    """The voice failed twice at a line; the speech is over."""

    speech: int
    line: int
    reason: str


class Done(NamedTuple):
    """The speech is over: all lines were given."""

    speech: int


Event = Began | Heard | Marked | Ended | NoVoice | Failed | Done
