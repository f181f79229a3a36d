"""How a kiosk is, in plain values: what the keeper's screen puts into words. Times are aware; None is never."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

Origin = Literal["", "starter", "backup", "memory"]
StickState = Literal["", "reading", "done", "older", "unfit", "empty", "failed"]
"""Of a USB stick: none there · being read · read · nothing newer on it · of another hub · no content on it · not to be
read."""

SourceState = Literal["", "held", "waiting", "partly", "failed"]
"""Of a source: as it should be · its newest answer is kept back · asked to be left alone · taken without some of its
languages · not to be read."""


class Source(NamedTuple):
    """Where content comes from: a feed or the hub. `checked` is when it last answered; `problem` what went wrong then
    or since, in a plain sentence, and "" where nothing did."""

    name: str
    records: int
    checked: datetime | None
    problem: str = ""
    state: SourceState = ""


class Refusal(NamedTuple):
    """What the hub did not accept: its kind, its day (ISO 8601) and why. Never what a visitor said."""

    kind: str
    day: str
    reason: str


class Report(NamedTuple):
    """All of it. `last` is the end of the last pass and `ok` whether it went well; `next` when the next one comes.

    `origin` is what the file of the copy was made of and `reason` why, if it took the place of another one.
    """

    sources: Sequence[Source] = ()
    last: datetime | None = None
    ok: bool = True
    next: datetime | None = None
    by_itself: bool = True
    waiting: int = 0
    refused: Sequence[Refusal] = ()
    origin: Origin = ""
    reason: str = ""
    hub: str = ""
    version: str = ""
    stick: StickState = ""
    stick_message: str = ""


class Pin(Protocol):
    """The keeper's PIN."""

    def known(self) -> bool:
        """Whether one is set."""

    def fits(self, pin: str) -> bool:
        """Whether that is it."""
