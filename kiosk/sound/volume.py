"""How loud: steps of 6 dB over 24 dB (EN 301 549, 8.2.1: 18 dB or more, and a step 12 dB above the lowest)."""

LOUDEST = 5
STEP = 6


def gain(step: int) -> float:
    """The factor of a step from 1 to 5 for the samples."""
    return float(10 ** ((step - LOUDEST) * STEP / 20))
