"""Whether "open now" can be believed: the date, the time zone, and who sets the clock."""

from datetime import datetime

from kiosk.health.check import Check, error, fine, warning

# The program did not exist before, and no kiosk runs it longer than this many years.
FIRST_YEAR, YEARS = 2026, 20
_UNIVERSAL = {"", "UTC", "Etc/UTC", "Universal", "Zulu", "GMT"}


def clock(now: datetime, zone: str, synchronised: bool | None) -> Check:
    """Whether the clock is right. `now` is aware; `zone` the name of the system's time zone; `synchronised` whether
    the network sets the clock, None where nobody can say."""
    facts = {"now": now.isoformat(timespec="seconds"), "zone": zone, "synchronised": synchronised}
    if not FIRST_YEAR <= now.year < FIRST_YEAR + YEARS:
        return error("clock", f"The clock says {now.year}: set it (timedatectl set-time), opening hours are wrong.",
                     **facts)
    if zone in _UNIVERSAL:
        return warning("clock", f"The time zone is {zone or 'not set'}, opening hours are in the time of the place: "
                                "timedatectl set-timezone Europe/Berlin", **facts)
    if synchronised is False:
        return warning("clock", "Nobody sets the clock by the network: timedatectl set-ntp true", **facts)
    told = "set by the network" if synchronised else "whether the network sets it is not known"
    return fine("clock", f"{now:%Y-%m-%d %H:%M}, {zone}; {told}.", **facts)
