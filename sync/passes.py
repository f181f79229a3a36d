"""A pass: everything that makes a kiosk current, one step after the other, so that no step can spoil the next."""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from sync.event import Event, Fault, PassEvent
from sync.memory import PassMemory, keep_pass, last_pass, stamp

log = logging.getLogger(__name__)

LONGEST = 4 * 3600.0  # seconds until the next pass where nobody can be reached


class Step(Protocol):
    """A part of a pass: works on the copy or the outbox, and says what came of it, event by event.

    The world's faults are events. `sqlite3.Error` and `OSError` (no space, no right) may be raised: they end the
    step, and the pass goes on. The step leaves whole transactions behind, wherever it is broken off.
    """

    def run(self) -> Iterator[Event]:
        """Do it."""
        ...


def run_pass(steps: Sequence[Step], db: sqlite3.Connection, interval: float,
             now: Callable[[], datetime]) -> Iterator[Event]:
    """All steps, each event as it happens and a `PassEvent` at last. `interval` are the seconds between two passes;
    they double each time nobody could be reached, up to `LONGEST`. `db` is that of the copy, `now` is aware."""
    began, alone, happened = stamp(now()), 0, list[Event]()
    with _as_far_as_possible():
        alone = _alone(db)
        keep_pass(db, PassMemory(began, alone=alone))
    for step in steps:
        for event in _run(step):
            happened.append(event)
            yield event
    ok = not any(event.failed for event in happened)
    alone = 0 if ok or any(event.reached for event in happened) else alone + 1
    following = max(min(interval * 2.0 ** min(alone, 10), max(LONGEST, interval)), _wanted(happened))
    with _as_far_as_possible():
        keep_pass(db, PassMemory(began, stamp(now()), ok, alone, following))
    yield PassEvent(ok=ok, next=following)


def _alone(db: sqlite3.Connection) -> int:
    last = last_pass(db)
    return last.alone if last else 0


def _run(step: Step) -> Iterator[Event]:
    try:
        yield from step.run()
    except (sqlite3.Error, OSError) as error:
        yield Fault(message=f"{type(step).__name__}: {error}")


def _wanted(events: Sequence[Event]) -> float:
    """The seconds for which all servers want to be left alone: before that there is nothing to do."""
    return min((event.rest for event in events if event.rest is not None), default=0)


@contextmanager
def _as_far_as_possible() -> Iterator[None]:
    """A pass on a full disk may not know of itself afterwards; it can still deliver."""
    try:
        yield
    except sqlite3.Error as error:
        log.warning("the pass cannot be remembered: %s", error)
