"""The clock on the wall is that of the place, not of the machine."""

import inspect
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from content import clock
from kiosk.app import Kiosk
from kiosk.commands import hours_command, shoot_command


@pytest.fixture(params=["UTC", "Pacific/Auckland"])
def abroad(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine is set to another zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("abroad")
def test_it_is_as_late_as_on_the_wall_outside() -> None:
    ahead = clock.now() - datetime.now(UTC).replace(tzinfo=None)
    assert round(ahead / timedelta(hours=1), 2) in (1, 2)


@pytest.mark.parametrize(("at", "there"), [
    ("2026-07-01T10:00Z", "2026-07-01T12:00"), ("2026-12-01T10:00+05:00", "2026-12-01T06:00"),
    ("2026-12-01T10:00", "2026-12-01T10:00")])
def test_summer_and_winter(at: str, there: str) -> None:
    assert clock.wall(datetime.fromisoformat(at)) == datetime.fromisoformat(there)


def test_the_program_goes_by_it() -> None:
    assert inspect.signature(Kiosk.__init__).parameters["now"].default is clock.now
    for command in (hours_command.command, shoot_command.command):
        at, = (option for option in command.params if option.name == "at")
        assert at.default is clock.now
