"""What a pass says while it is under way: one event after the other, for programs as JSON, for people as a sentence."""

from typing import Literal

import msgspec

State = Literal["current", "changed", "held", "failed", "waiting"]
"""Of a source: as the copy has it · the copy followed · kept back for now · not to be read · asked to wait."""


Outcome = Literal["imported", "current", "older", "none", "untrusted", "broken", "busy", "unprovisioned", "failed"]
"""Of a bundle: taken · nothing new · older than the copy · not there · not this hub's · no whole bundle · somebody else
writes the copy · this kiosk belongs to no hub · this machine could not write it."""


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    """Something that happened. Its kind is the `event` of the JSON (`tag` of the class)."""

    @property
    def failed(self) -> bool:
        """Whether something was tried and did not succeed."""
        return False

    @property
    def reached(self) -> bool:
        """Whether somebody out there answered as expected."""
        return False

    @property
    def rest(self) -> float | None:
        """In how many seconds to ask there again makes sense; None where nobody was to be asked."""
        return None

    def sentence(self) -> str:
        """It for an operator, on one line."""
        raise NotImplementedError


class FeedEvent(Event, frozen=True, tag="feed"):
    """How one feed fared. `wait` is for how many seconds its server wants to be left alone."""

    name: str
    state: State
    message: str = ""
    added: int = 0
    changed: int = 0
    removed: int = 0
    wait: float = 0

    @property
    def failed(self) -> bool:
        return self.state == "failed"

    @property
    def reached(self) -> bool:
        return self.state in {"current", "changed", "held"}

    @property
    def rest(self) -> float:
        return self.wait

    def sentence(self) -> str:
        did = f"{self.added} added, {self.changed} changed, {self.removed} removed" if self.state == "changed" else ""
        return "; ".join(filter(None, (f"{self.name}: {self.state}", did, self.message)))


class DeliveryEvent(Event, frozen=True, tag="delivery"):
    """How many items arrived now, were refused now, and still wait. `wait` is for how many seconds the hub wants to be
    left alone."""

    delivered: int = 0
    refused: int = 0
    waiting: int = 0
    message: str = ""
    trouble: bool = False
    wait: float = 0

    @property
    def failed(self) -> bool:
        return self.trouble or self.refused > 0

    @property
    def reached(self) -> bool:
        return self.delivered > 0

    @property
    def rest(self) -> float | None:
        return self.wait if self.waiting else None

    def sentence(self) -> str:
        did = f"outbox: {self.delivered} delivered, {self.refused} refused, {self.waiting} waiting"
        return "; ".join(filter(None, (did, self.message)))


class BundleEvent(Event, frozen=True, tag="bundle"):
    """What came of a stick or a bundle: which one was taken, what it changed, how many items of the outbox it said have
    arrived, and how many were left on the stick for the hub. `message` says all of it."""

    outcome: Outcome
    message: str
    name: str = ""
    added: int = 0
    changed: int = 0
    removed: int = 0
    arrived: int = 0
    left: int = 0

    @property
    def failed(self) -> bool:
        return self.outcome not in {"imported", "current", "older"}

    def sentence(self) -> str:
        return self.message


class Fault(Event, frozen=True, tag="fault"):
    """A step of the pass that this machine did not let finish, such as for want of space; the others go on."""

    message: str

    @property
    def failed(self) -> bool:
        return True

    def sentence(self) -> str:
        return self.message


class PassEvent(Event, frozen=True, tag="pass"):
    """The end of a pass, always the last event. `next` is in how many seconds another one makes sense."""

    ok: bool
    next: float
    message: str = ""

    @property
    def failed(self) -> bool:
        return not self.ok

    def sentence(self) -> str:
        ended = self.message or f"the pass is over{'' if self.ok else ', with failures'}"
        return f"{ended}; the next in {self.next / 60:.0f} min"
