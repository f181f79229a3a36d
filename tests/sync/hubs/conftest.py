"""A real hub with somebody who writes there, a line to it, and a kiosk at the other end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.editor import Editor
from tests.fakes.hub_server import City
from tests.fakes.line import Line, line_to
from tests.fakes.terminal import Terminal


@pytest.fixture
def editor(city: City) -> Iterator[Editor]:
    """Writes and signs what the hub holds."""
    made = Editor(city)
    yield made
    made.close()


@pytest.fixture
def line(city: City) -> Iterator[Line]:
    """The line between the kiosk and the hub."""
    with line_to(city.url.removesuffix("/v1")) as made:
        yield made


@pytest.fixture
def terminal(editor: Editor, line: Line, tmp_path: Path) -> Terminal:
    """A kiosk that was just provisioned."""
    return Terminal(tmp_path / "kiosk", editor.provisioning("bibliothek", line.url))
