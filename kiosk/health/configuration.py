"""Whether the settings can be used."""

from pathlib import Path

from kiosk.health.check import Check, error, fine
from kiosk.settings import NAME, InvalidSettings, load_feeds, load_settings


def configuration(folder: Path) -> Check:
    """Whether the settings in the folder are valid; none at all are, too."""
    try:
        load_settings(folder)
        load_feeds(folder)
    except InvalidSettings as reason:
        return error("settings", f"They cannot all be used: {reason}")
    there = (folder / NAME).exists()
    return fine("settings", f"{NAME} is valid." if there else f"No {NAME}; the defaults count.", present=there)
