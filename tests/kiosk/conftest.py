"""A sound server with a loudspeaker, for tests that listen."""

from collections.abc import Iterator

import pytest

from tests.fakes.pulse import LOUDSPEAKER, Ear, Pulse
from tests.fakes.reference import Reference


@pytest.fixture(scope="module")
def pulse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    """A sound server without a device."""
    server = Pulse(tmp_path_factory.mktemp("pulse"))
    yield server
    server.close()


@pytest.fixture
def plugged(pulse: Pulse) -> Iterator[int]:
    """A loudspeaker is there; its number."""
    number = pulse.plug(LOUDSPEAKER, "Loudspeaker")
    yield number
    pulse.unplug(number)


@pytest.fixture
def ear(pulse: Pulse, plugged: int) -> Iterator[Ear]:
    """Somebody hears the loudspeaker."""
    listening = Ear(pulse, LOUDSPEAKER)
    yield listening
    listening.close()


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """How the kiosk's words sound."""
    made = Reference(tmp_path_factory.mktemp("reference"))
    yield made
    made.close()
