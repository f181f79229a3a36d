"""The report of a running kiosk, from its copy, its outbox and its settings."""

import logging
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from content.builtin import KIND
from content.feed import FeedState
from content.store import Store
from kiosk.folder import OUTBOX
from kiosk.settings import InvalidSettings, load_provisioning
from sync.memory import last_pass
from sync.outbox import Item, Outbox
from ui.report import Refusal, Report, Source, SourceState

log = logging.getLogger(__name__)


def report(store: Store, folder: Path) -> Report:
    """How the kiosk of `folder` is, as far as its files know."""
    last, condition, items = last_pass(store.db), store.condition(), _items(folder / OUTBOX)
    return Report(
        sources=[_source(feed) for feed in store.feeds() if feed.kind != KIND],
        last=datetime.fromisoformat(last.ended) if last and last.ended else None, ok=not last or last.ok,
        waiting=sum(not item.refused for item in items),
        refused=[Refusal(item.kind, item.day, item.refused) for item in items if item.refused],
        origin=condition.origin if condition else "", reason=condition.reason if condition else "", hub=_hub(folder))


def _source(feed: FeedState) -> Source:
    return Source(feed.name, feed.records, feed.confirmed, feed.problem, _state(feed))


def _state(feed: FeedState) -> SourceState:
    if not feed.problem:
        return ""
    if feed.held:
        return "held"
    if feed.wait:
        return "waiting"
    return "partly" if feed.checked and feed.checked == feed.tried else "failed"


def _items(file: Path) -> list[Item]:
    """What has not arrived; none where nobody can tell."""
    if not file.exists():
        return []
    try:
        with closing(Outbox(file)) as outbox:
            return outbox.items()
    except sqlite3.Error as error:
        log.warning("the outbox cannot be read: %s", error)
        return []


def _hub(folder: Path) -> str:
    try:
        provisioned = load_provisioning(folder)
    except InvalidSettings as error:
        log.warning("there is no hub: %s", error)
        return ""
    return provisioned.hub.url if provisioned else ""
