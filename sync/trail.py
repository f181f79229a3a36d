"""The trail of a pull: the documents that were read, in their order.

What a source makes of documents depends on nothing but these. So if every document on the trail is what it was,
nothing has to be taken apart, and nothing can have changed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from sync.source import Pull
from sync.sources.document import Documents, Mark, is_web

FRESH = timedelta(days=1)  # the longest time a feed is not taken apart anew, whatever its documents say


class Trail(msgspec.Struct, frozen=True):
    """A trail: `stamp` says how the documents were taken apart, `taken` when (None: not all of them were)."""

    stamp: str = ""
    taken: datetime | None = None
    marks: tuple[Mark, ...] = ()

    def serves(self, stamp: str, now: datetime) -> bool:
        """Whether documents that did not change would be taken apart as they were. A clock that was put back is
        believed no more than one that runs."""
        return self.stamp == stamp and self.taken is not None and timedelta() <= now - self.taken < FRESH

    def kept(self) -> str:
        """It as text."""
        return msgspec.json.encode(self).decode()


def recalled(text: str) -> Trail:
    """The trail that was kept; an empty one if there is none."""
    try:
        return msgspec.json.decode(text, type=Trail)
    except msgspec.DecodeError:
        return Trail()


def left(documents: Documents, stamp: str, now: datetime, pull: Pull) -> Trail:
    """The trail of the documents that were read. A folder does not tell of files that came, and a document that could
    not be read is on no trail: then there are no marks. Where a language is missing, the marks tell what is older, but
    serve nobody: it is asked for again."""
    marks: Sequence[Mark] = documents.marks
    followed = (documents.whole or pull.missing) and all(is_web(mark.address) for mark in marks)
    return Trail(stamp, None if pull.missing else now, tuple(marks) if followed else ())
