"""What a screen of a kiosk shows, as QML reads it."""

from typing import Any

from kiosk.app import Kiosk


def scene(kiosk: Kiosk, name: str) -> Any:
    """The view model of the screen of that name."""
    return kiosk.scenes[name]
