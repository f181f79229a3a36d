"""Many things some at a time: what goes through SQLite in one statement, and is in memory at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

SIZE = 500
Thing = TypeVar("Thing")


def batches(things: Iterable[Thing], size: int = SIZE) -> Iterator[list[Thing]]:
    """The things in lists of at most `size`."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def marks(values: Sequence[object]) -> str:
    """A question mark for each value, as SQL wants them between the brackets of `IN`."""
    return ",".join("?" * len(values))
