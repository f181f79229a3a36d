"""Whether there is room for the next copy."""

from kiosk.health.check import Check, error, fine, warning

MEGABYTE = 1_000_000
# Room for the copy of a large city, the log SQLite writes ahead while it is replaced, and the kiosk's own log
LEAST = 300 * MEGABYTE
COMFORTABLE = 1000 * MEGABYTE


def disk(free: int) -> Check:
    """Whether that many free bytes are enough."""
    message = f"{free // MEGABYTE:,} MB are free."
    if free < LEAST:
        return error("disk", f"{message} The next copy needs {LEAST // MEGABYTE} MB: make room.", free=free)
    if free < COMFORTABLE:
        return warning("disk", f"{message} Make room before it is less than {LEAST // MEGABYTE} MB.", free=free)
    return fine("disk", message, free=free)
