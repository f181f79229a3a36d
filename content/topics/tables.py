"""The data files beside this package: TOML that people edit, read once, never trusted to be well formed."""

from __future__ import annotations

import logging
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(str(files(__package__)))
"""Where topics.toml, rules.toml and names/ lie unless somebody hands in another folder."""

log = logging.getLogger(__name__)


class Table(NamedTuple):
    """What a file says, and what is wrong with the file as a whole (then `data` is empty)."""

    data: dict[str, Any]
    problem: str


@cache
def read_table(folder: Path, *path: str) -> Table:
    """The file `path` in `folder`. A missing or broken file is logged once and read as empty."""
    name = "/".join(path)
    try:
        return Table(tomllib.loads(folder.joinpath(*path).read_text(encoding="utf-8")), "")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        log.warning("%s cannot be read, going on without it: %s", name, error)
        return Table({}, f"{name}: cannot be read: {error}")
