"""How old the content is."""

from collections.abc import Sequence
from datetime import datetime

from content.builtin import KIND
from content.feed import FeedState
from kiosk.health.check import Check, fine, warning

STALE = 7  # days; feeds are harvested every day
_SOON = -1  # days; a feed cannot come from the future, but clocks differ by some hours


def feeds(states: Sequence[FeedState], now: datetime) -> Check:
    """How long ago each feed answered last, at `now` (aware). Content the program brought along does not age."""
    ages = {state.name: (now - last).days for state in states if state.kind != KIND and (last := state.confirmed)}
    facts = {"feeds": [_facts(state, ages.get(state.name)) for state in states]}
    silent = [state.name for state in states if not state.confirmed]
    if silent:
        return warning("feeds", f"Never read yet: {', '.join(silent)}.", **facts)
    old = [f"{name} ({days} days)" for name, days in ages.items() if days > STALE]
    ahead = [name for name, days in ages.items() if days < _SOON]
    if ahead:
        return warning("feeds", f"Read in the future, says the clock: {', '.join(ahead)}.", **facts)
    amiss = [_amiss(state) for state in states if state.problem and state.name in ages]
    if old:
        return warning("feeds", f"Not read again for more than {STALE} days: {', '.join(old)}.", **facts)
    if amiss:
        return warning("feeds", f"The last pass did not take all: {'; '.join(amiss)}.", **facts)
    if not ages:
        return fine("feeds", "Only the content the program brought along.", **facts)
    return fine("feeds", f"Read again within {max(1, *ages.values())} day(s), all {len(ages)}.", **facts)


def _amiss(state: FeedState) -> str:
    """What became of a feed that was not taken as a whole."""
    how = "held back" if state.held else "asked to wait" if state.wait else "in part or not"
    return f"{state.name} ({how}: {state.problem})"


def _facts(state: FeedState, days: int | None) -> dict[str, object]:
    last = state.confirmed
    return {"name": state.name, "records": state.records, "retrieved": last and last.isoformat(), "days": days,
            "problem": state.problem, "held": state.held, "wait": state.wait}
