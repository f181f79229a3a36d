"""A city's hub as its commands hold it, its command line, somebody who edits there, and a kiosk of the city's."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from content.here import Place
from sync.hub.city import City, opened
from sync.hub.cli import main
from sync.hub.enrolment import enrol
from tests.fakes import hub_server
from tests.fakes.editor import Editor
from tests.fakes.terminal import Terminal

Hub = Callable[..., Result]


@pytest.fixture
def opened_city(city: hub_server.City) -> Iterator[City]:
    """The hub, opened as a command does it."""
    with opened(city.settings) as made:
        yield made


@pytest.fixture
def hub(city: hub_server.City) -> Hub:
    """`hub` on the command line, with the settings of the city."""
    return lambda *arguments: CliRunner().invoke(main, ["--settings", str(city.file), *map(str, arguments)])


@pytest.fixture
def editor(city: hub_server.City) -> Iterator[Editor]:
    """Changes records there."""
    made = Editor(city)
    yield made
    made.close()


@pytest.fixture
def kiosk(opened_city: City, tmp_path: Path) -> Terminal:
    """A kiosk, enrolled as a city does it."""
    given = enrol(opened_city, f"kiosk-{opened_city.bucket}", Place("Bibliothek", "Moisling"), ("de",))
    return Terminal(tmp_path / "kiosk", given.hub)
