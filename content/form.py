"""The form in which records are put into columns and words. The records' bodies are the truth; all else in a copy is
made from them, and is made again where an older (or newer) program made it otherwise."""

import logging
import sqlite3

from content.transaction import writing

FORM = 3
"""One more whenever the same record gives other rows or words: `indexing`, `tally`, `postings`, `folding`, `stemming`.
A test compares what they make (`tests/content/test_form.py`)."""

log = logging.getLogger(__name__)


def is_current(db: sqlite3.Connection) -> bool:
    """Whether rows and words were made as this program makes them."""
    row = db.execute("SELECT number FROM form").fetchone()
    return bool(row) and row[0] == FORM


def renew(db: sqlite3.Connection) -> None:
    """Make rows and words again from the bodies if they are of another form, in one transaction."""
    if is_current(db):
        return
    with writing(db):
        if db.execute("SELECT 1 FROM record LIMIT 1").fetchone():
            from content import intake
            log.info("the copy is of another form; its index is made again")
            intake.remake(db)
        db.execute("REPLACE INTO form (one, number) VALUES (1, ?)", (FORM,))
