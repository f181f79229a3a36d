"""What the interface asks of the voice of the kiosk."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from content.block import Block

Speed = Literal["slow", "normal", "fast"]
Trouble = Literal["device", "voice", "failed"]
Reason = Literal["private", "voice"]


class Part(NamedTuple):
    """A piece of what a screen shows, and the language it is in. `private`: what a visitor typed; others hear it only
    if the visitor chose so."""

    block: Block
    language: str
    private: bool = False


Excuse = Callable[[Reason], Sequence[Part]]
"""What is said in place of a part that is not for others' ears, or whose language has no voice: the same thing in
several languages, of which the first is said that has a voice."""


class Phrase(NamedTuple):
    """A few words, and the language they are in; `private` as of a part, `instead` what others hear in its place."""

    text: str
    language: str
    private: bool = False
    instead: "Phrase | None" = None


class Announcer(Protocol):
    """Says what cannot be seen. Returns at once."""

    def tell(self, *phrases: Phrase) -> None:
        """Stop what is being said and say these, one after the other. What is private is only said into headphones,
        unless the visitor chose otherwise. In place of what no voice can say it is said that there is none."""

    def hush(self) -> None:
        """Be silent."""


class Listener(Protocol):
    """Is told how far a reading has come, as it is heard."""

    def excuse(self, reason: Reason) -> Sequence[Part]:
        """As `Excuse` says."""

    def sentence_begins(self, part: int, start: int, length: int) -> None:
        """A sentence begins: `length` characters from `start` of the text of that part; (0, 0) where something else is
        said in its place."""

    def word_begins(self, part: int, start: int, length: int) -> None:
        """A word begins."""

    def ended(self) -> None:
        """All was read, or something else is being said."""

    def troubled(self, what: Trouble | None) -> None:
        """There is no device (the reading goes on when there is one), no voice, or the voice failed; None: all is well
        again."""


class Reader(Announcer, Protocol):
    """Reads a screen aloud, sentence by sentence."""

    listener: Listener | None

    def read(self, parts: Sequence[Part], first: int = 0) -> None:
        """Stop what is being said and read the parts from `first` on."""

    def more(self, parts: Sequence[Part]) -> None:
        """Further parts follow the ones being read."""

    def pause(self) -> None:
        """Be silent, and keep the place."""

    def resume(self) -> None:
        """Go on after a pause."""

    def step(self, sentences: int) -> None:
        """Go on, or back, by so many sentences; 0: this one once more."""

    def set_speed(self, speed: Speed) -> None:
        """Speak at that speed from this sentence on."""

    def set_volume(self, step: int) -> None:
        """As loud as that step from 1 to 5, at once."""

    def set_openly(self, openly: bool) -> None:
        """Whether what is private may be heard by others."""

    @property
    def private(self) -> bool:
        """Whether only the visitor hears it now."""
