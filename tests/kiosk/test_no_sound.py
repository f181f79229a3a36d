"""A machine without any sound server: a visitor who wants to have the screen read is told so, and goes on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.kiosk_process import KioskProcess

READ, STOP = "Diese Seite vorlesen", "Vorlesen beenden"


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[KioskProcess]:
    made = KioskProcess(tmp_path / "kiosk", {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none",
                                             "PIPEWIRE_REMOTE": f"{tmp_path}/none", "ALSA_CONFIG_PATH": "/dev/null"})
    yield made
    made.close()


def test_it_is_said_that_there_is_no_device_and_the_screen_goes_on(kiosk: KioskProcess) -> None:
    kiosk.open("de", "guide", "help:papers-to-bring")
    kiosk.press(READ)
    kiosk.until("trouble", what="device")
    kiosk.do("sees Kein Ton")
    kiosk.until("seen")
    kiosk.press("Nächsten Satz vorlesen")
    kiosk.until("trouble", what="device")
    kiosk.press(STOP)
    kiosk.until("ended")
    kiosk.press("Notruf")
    kiosk.do("sees Im Notfall")
    kiosk.until("seen")
