"""Which device speech comes out of."""

import re
from collections.abc import Sequence

from PySide6.QtMultimedia import QAudioDevice

# How systems name what only one person hears: Pulse and PipeWire by port or product, ALSA by card
_HEADPHONES = re.compile(r"head[-_ ]?(phone|set)|(ear|air)[-_ ]?(phone|bud|piece|pod)|handset|kopfhörer",
                         re.IGNORECASE)


def best(devices: Sequence[QAudioDevice]) -> QAudioDevice | None:
    """Headphones where there are some, else what the system prefers; None without any device."""
    return max(devices, key=lambda device: (is_headphones(device), device.isDefault()), default=None)


def is_headphones(device: QAudioDevice) -> bool:
    """Whether only the visitor hears it, as far as its name tells."""
    return is_private_name(f"{device.description()} {device.id().toStdString()}")


def is_private_name(name: str) -> bool:
    """Whether a device of that name is one for the ears of one person."""
    return bool(_HEADPHONES.search(name))
