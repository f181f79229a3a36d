"""The report of a running kiosk, from its copy, its outbox and its passes."""

import logging
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from content.builtin import KIND
from content.feed import FeedState
from content.store import Store
from kiosk.letterbox import OUTBOX
from sync.memory import last_pass
from sync.outbox import Outbox
from ui.report import Report, Source

log = logging.getLogger(__name__)


def report(store: Store, folder: Path) -> Report:
    """How the kiosk of `folder` is, as far as its files know."""
    last, condition = last_pass(store.db), store.condition()
    return Report(
        sources=[_source(feed) for feed in store.feeds() if feed.kind != KIND],
        last=datetime.fromisoformat(last.ended) if last and last.ended else None, ok=not last or last.ok,
        waiting=_waiting(folder / OUTBOX), origin=condition.origin if condition else "",
        reason=condition.reason if condition else "")


def _source(feed: FeedState) -> Source:
    return Source(feed.name, feed.records, feed.checked or feed.retrieved, feed.problem, bool(feed.held))


def _waiting(file: Path) -> int:
    """How much waits; what cannot be read waits too, but nobody knows how much."""
    if not file.exists():
        return 0
    try:
        with closing(Outbox(file)) as outbox:
            return len(outbox.items())
    except sqlite3.Error as error:
        log.warning("the outbox cannot be read: %s", error)
        return 0
