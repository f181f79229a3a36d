"""Reading one feed into the copy, with all that is remembered of it from pass to pass."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import NamedTuple

from content.feed import FeedState, Known
from content.store import Store
from sync import trail
from sync.event import FeedEvent
from sync.gap import filled, said
from sync.guard import doubt
from sync.snapshot import known_of
from sync.source import NameTaken, Older, Source, SourceError
from sync.sources.document import Documents, Limits, Reading
from sync.trail import Trail

log = logging.getLogger(__name__)

ORIGIN = "settings"
OLDER = "older"
LIMITS = Limits(pull_time=600)  # a pass has to come to an end, and there may be more feeds


class Planned(NamedTuple):
    """A feed to be read: its name as far as it is known before its source is made, and what makes it (or raises
    `SourceError`). Two stamps are equal if equal documents make equal records."""

    name: str
    make: Callable[[Reading], Source]
    stamp: str = ""


class FeedReader:
    """Reads the feeds of one pass, each once and within `limits`. `now` is aware."""

    def __init__(self, store: Store, now: Callable[[], datetime], limits: Limits = LIMITS) -> None:
        self._store = store
        self._now = now
        self._limits = limits
        self._done = set[str]()

    def read(self, feed: Planned) -> FeedEvent:
        """How it went. What goes wrong out there, and with this machine, is in the answer."""
        name = feed.name
        with closing(Documents(self._limits)) as documents:
            try:
                source = feed.make(lambda: documents)
                name = source.feed
                self._take_name(source)
                return self._read(source, documents, feed.stamp)
            except NameTaken as error:
                return FeedEvent(name=name, state="failed", message=error.reason)
            except Older as error:
                return self._held(name, OLDER, str(error))
            except SourceError as error:
                return self._failed(name, str(error), documents.wait)
            except (sqlite3.Error, OSError) as error:
                return FeedEvent(name=name, state="failed", message=f"the copy cannot be written: {error}")

    def _take_name(self, source: Source) -> None:
        if source.feed in self._done:
            raise NameTaken(source.url, "another feed of the settings has this name")
        self._done.add(source.feed)

    def _read(self, source: Source, documents: Documents, stamp: str) -> FeedEvent:
        state = known_of(self._store, source)
        if rest := _rest(state, self._now()):
            return FeedEvent(name=state.name, state="waiting", wait=rest,
                             message=state.problem or "its server wants to be left alone")
        before = trail.recalled(state.cursor)
        same = bool(before.marks) and documents.follow(before.marks)
        if same and before.serves(stamp, self._now()):
            now = self._now()
            self._store.set_feed(state.name, tried=now, checked=now, held="", problem="", wait=documents.wait,
                                 origin=ORIGIN)
            return FeedEvent(name=state.name, state="current", wait=documents.wait)
        return self._take(source, documents, stamp, state)

    def _take(self, source: Source, documents: Documents, stamp: str, state: FeedState) -> FeedEvent:
        pull = filled(source.pull(), self._store.records(source.feed))
        if doubts := doubt(state.records, pull.records, state.held):
            return self._held(state.name, *doubts, documents.wait)
        now = self._now()
        way: Trail = trail.left(documents, stamp, now, pull)
        change = self._store.replace_feed(
            state.name, pull.records, kind=source.kind, url=source.url, retrieved=now, tried=now,
            cursor=way.kept(), wait=documents.wait, origin=ORIGIN, problem=said(pull.missing))
        return FeedEvent(name=state.name, state="changed" if any(change[:3]) else "current", wait=documents.wait,
                         message=said(pull.missing), added=change.added, changed=change.changed, removed=change.removed)

    def _held(self, name: str, held: str, message: str, wait: float = 0) -> FeedEvent:
        self._remember(name, Known(tried=self._now(), held=held, problem=message, wait=wait, origin=ORIGIN))
        return FeedEvent(name=name, state="held", message=message, wait=wait)

    def _failed(self, name: str, message: str, wait: float) -> FeedEvent:
        self._remember(name, Known(tried=self._now(), problem=message, wait=wait, origin=ORIGIN))
        return FeedEvent(name=name, state="waiting" if wait else "failed", message=message, wait=wait)

    def _remember(self, name: str, known: Known) -> None:
        """Remember what went wrong, if this machine lets us."""
        try:
            self._store.set_feed(name, **known)
        except sqlite3.Error as error:
            log.warning("what became of %s cannot be remembered: %s", name, error)


def _rest(state: FeedState, now: datetime) -> float:
    """For how many seconds more its server wants to be left alone; 0 if the clock was put back meanwhile."""
    passed = (now - state.tried).total_seconds() if state.tried else 0
    return max(0.0, state.wait - passed) if passed >= 0 else 0
