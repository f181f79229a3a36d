"""The folder a kiosk keeps its things in, and the local copy in it."""

import os
from pathlib import Path

from content.builtin import ensure
from content.lexicon.compiling import compile_into
from content.store import Store

COPY = "content.db"
LEXICON = "lexicon.tsv"


def default_folder() -> Path:
    """Where the local copy lies if nobody says otherwise (XDG base directories)."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "anlaufstelle"


def open_copy(folder: Path) -> Store:
    """The local copy in `folder`, made with the built-in content if there is none yet, and with
    the words of the lexicon, the city's own (`lexicon.tsv` there) among them."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / COPY)
    ensure(store)
    compile_into(store.db, folder / LEXICON)
    return store
