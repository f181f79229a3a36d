"""What may be wrong with a complete snapshot, although it could be read: absence deletes only if it is plausible."""

from collections.abc import Sequence
from typing import NamedTuple

EMPTY = "empty"
SHRUNK = "shrunk"


class Doubt(NamedTuple):
    """Why a snapshot is kept back: a word to remember it by, and a sentence."""

    held: str
    message: str


def doubt(known: int, records: Sequence[object], held: str) -> Doubt | None:
    """What speaks against a snapshot with these records, of a feed of which `known` are in the copy.

    More than a third gone at once is believed when the next pass says it again: then `held` is what the last one was
    kept back for. An empty snapshot is never believed: who wants no records takes the feed out of the settings.
    """
    if known and not records:
        return Doubt(EMPTY, f"is empty; the {known} records stay until it is not, or until it leaves the settings")
    if 3 * len(records) < 2 * known and held != SHRUNK:
        return Doubt(SHRUNK, f"has only {len(records)} of {known} records; kept back until the next pass agrees")
    return None
