"""The port through which every feed is read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, Self

from content.record import Record


class SourceError(Exception):
    """A feed that cannot be read as a whole; says the address and what is wrong with it."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason

    def bare(self) -> Self:
        """The same to be kept: without the way it came, which holds on to connections."""
        return type(self)(self.address, self.reason)


class NotFound(SourceError):
    """There is nothing at this address; a reader that only hoped for it may go on."""


class NameTaken(SourceError):
    """Another feed has the name this one is to have."""


class Older(SourceError):
    """What is there is older than what was read before."""


class Rejection(NamedTuple):
    """A record that could not be kept: its key in the feed, and why."""

    key: str
    reason: str


class Pull(NamedTuple):
    """What a feed answered.

    `records` are pairs of record and body as `content.wire` gives them, ids unique. They are complete: what is not
    among them is gone from the feed. `read` counts the records there were, kept or rejected; parts of one record (its
    languages, its dates) count once. `missing` are languages that could not be read, each with what went wrong: who
    takes the pull keeps what it has of them (`sync.gap.filled`).
    """

    records: Sequence[tuple[Record, bytes]]
    rejected: Sequence[Rejection] = ()
    read: int = 0
    missing: Mapping[str, SourceError] = {}


class Source(Protocol):
    """A feed that is read as a whole. (What comes by its changes, as from a hub, is a step of its own.)"""

    @property
    def feed(self) -> str:
        """The name in front of the ids of its records."""
        ...

    @property
    def kind(self) -> str:
        """The format, by the name operators use."""
        ...

    @property
    def url(self) -> str:
        """The path or address it is read from."""
        ...

    def pull(self) -> Pull:
        """Read all of it. Raises `SourceError` and nothing else."""
        ...
