"""A copy of one's own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content.library import Library
from content.store import Store
from tests.ui.copy import KOBERG


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = Store(tmp_path / "content.db")
    yield Library(store, KOBERG)
    store.close()
