"""Waiting for something that other processes do."""

import time
from collections.abc import Callable

STEP = 0.005


def until(done: Callable[[], object], what: str, seconds: float = 30, step: float = STEP) -> None:
    """Wait until something is so, looking every `step` seconds; fail with `what` was amiss if that takes longer."""
    late = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < late, what
        time.sleep(step)
