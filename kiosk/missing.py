"""What visitors looked for and did not find, on its way into the outbox."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

log = logging.getLogger(__name__)

OUTBOX = "outbox.db"
NOTHING_FOUND = "nothing-found"


def keeper_of_missing(folder: Path, now: Callable[[], datetime]) -> Callable[[str, str], bool]:
    """What counts, in the outbox of `folder`, that nothing was found, and keeps the words a visitor sends along.

    It answers whether that is kept; if not, the log says why (never what was typed).
    """
    def keep(language: str, words: str) -> bool:
        from sync.outbox import Outbox  # the first picture does not wait for it
        try:
            with closing(Outbox(folder / OUTBOX)) as outbox:
                outbox.count(NOTHING_FOUND, language, now().date())
                if words:
                    outbox.put(NOTHING_FOUND, {"language": language, "words": words}, now().date())
        except sqlite3.Error:
            log.exception("what a visitor wanted to tell the city could not be kept")
            return False
        return True

    return keep
