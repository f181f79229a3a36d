"""The clock on the wall: times as people here read them."""

from datetime import UTC, datetime

ZONE = "Europe/Berlin"


def now() -> datetime:
    """The time on the wall, whatever zone the machine is set to: many are never set to any but UTC."""
    return wall(datetime.now(UTC))


def wall(at: datetime) -> datetime:
    """The time as local wall time without an offset; a time that has none is local already."""
    if at.tzinfo is None:
        return at
    from dateutil.tz import gettz  # brings its own table of time zones for systems without one
    return at.astimezone(gettz(ZONE)).replace(tzinfo=None)
