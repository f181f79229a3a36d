"""Copies to search in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.here import Here
from content.lexicon.compiling import compile_into
from content.search import Search
from content.store import Store
from tests.content.found import Finding


@pytest.fixture(scope="session")
def with_lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that has the lexicon and nothing else."""
    path = tmp_path_factory.mktemp("lexicon") / "content.db"
    store = Store(path)
    compile_into(store.db)
    store.close()
    return path


@pytest.fixture
def store(tmp_path: Path, with_lexicon: Path) -> Iterator[Store]:
    """An empty copy that knows the words of the lexicon."""
    shutil.copy(with_lexicon, tmp_path / "content.db")
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


@pytest.fixture
def finding(store: Store) -> Finding:
    """A search over records of the test's own."""
    return Finding(store, Search(store, here=Here(53.8655, 10.6866, "Innenstadt")))
