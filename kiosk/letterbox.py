"""What visitors entrust to the kiosk, on its way into the outbox: the one door, and the screen does not wait at it."""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.folder import OUTBOX

if TYPE_CHECKING:
    from sync.outbox import Outbox

log = logging.getLogger(__name__)

NOTHING_FOUND = "nothing-found"
FEEDBACK, COMMENT = "feedback", "comment"

Answer = Callable[[bool], None]
"""Is told, in a later turn of the event loop, whether something is kept. If not, the log says why, and never what."""


class Letterbox(QObject):
    """Writes into the outbox of `folder`, one thing after the other, on a thread of its own. `district` is where the
    kiosk stands."""

    _written = Signal(object, object)

    def __init__(self, folder: Path, now: Callable[[], datetime], district: str = "") -> None:
        super().__init__()
        self._file = folder / OUTBOX
        self._now = now
        self._district = district
        self._writer = ThreadPoolExecutor(1, "letterbox")
        self._written.connect(self._answer)

    def missing(self, language: str, words: str, answer: Answer) -> None:
        """A reader of a language found nothing; with their words, or "" if they keep them to themselves."""
        day = self._now().date()

        def write(outbox: "Outbox") -> None:
            outbox.count(NOTHING_FOUND, language, day, district=self._district)
            if words:
                outbox.put(NOTHING_FOUND, {"language": language, "words": words}, day)
        self._drop(write, answer)

    def count(self, what: str, topic: str, language: str) -> None:
        """One more on this day of `what` readers of a language do, in a topic ("" for none)."""
        day = self._now().date()
        self._drop(lambda outbox: outbox.count(what, language, day, topic=topic, district=self._district), _unasked)

    def feedback(self, body: Mapping[str, str], answer: Answer) -> None:
        """What a visitor thinks of a record: `record` (its id), `language`, `answer` (up, down or wrong)."""
        self._put(FEEDBACK, body, answer)

    def comment(self, body: Mapping[str, str], answer: Answer) -> None:
        """What a visitor has to say about a record: as above, and `words`."""
        self._put(COMMENT, body, answer)

    def close(self) -> None:
        """Let nothing more in; what is in is written when this returns."""
        self._writer.shutdown()

    def _put(self, kind: str, body: Mapping[str, str], answer: Answer) -> None:
        day = self._now().date()
        self._drop(lambda outbox: outbox.put(kind, body, day), answer)

    def _drop(self, write: Callable[["Outbox"], object], answer: Answer) -> None:
        written = self._writer.submit(self._write, write)
        self._writer.submit(self._written.emit, answer, written)  # from there: never at once

    def _write(self, write: Callable[["Outbox"], object]) -> bool:
        from sync.outbox import Outbox  # the first picture does not wait for it
        try:
            with closing(Outbox(self._file)) as outbox:
                write(outbox)
        except sqlite3.Error:
            log.exception("what a visitor wanted to tell the city could not be kept")
            return False
        return True

    def _answer(self, answer: Answer, written: "Future[bool]") -> None:
        answer(written.result())


def _unasked(_kept: bool) -> None:
    """Nobody waits to hear whether a count was kept."""
