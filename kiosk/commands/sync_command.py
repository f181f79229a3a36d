"""`kiosk sync`: make the copy current, and deliver what waits."""

import os
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from content.store import Store
from kiosk.cli import data_option
from kiosk.folder import OUTBOX, open_copy
from kiosk.hub import carried, hub_steps
from kiosk.safekeeping import Safekeeping, check_when_due
from kiosk.settings import NAME, InvalidSettings, load_feeds, load_provisioning, load_settings
from sync.direct import DirectFeeds
from sync.event import Event, PassEvent
from sync.feed import Feed
from sync.lock import Busy, alone
from sync.outbox import Outbox
from sync.passes import Step, run_pass
from sync.planned import planned
from sync.reading import FeedReader

FAILED, UNUSABLE, HUNG = 1, 2, 75
MINUTE = 60
JITTER = 0.1  # of the time between two passes, either way
_BUSY = "another sync is under way for this folder"


@click.command("sync")
@click.option("--once", "watch", flag_value=False, default=False, help="One pass (as without it).")
@click.option("--watch", "watch", flag_value=True, help="Pass after pass, until it is ended.")
@click.option("--deadline", default=25, show_default=True, type=click.FloatRange(0, min_open=True), metavar="MINUTES",
              help="After this time a pass that hangs is ended, and the process with it.")
@click.option("--refused", is_flag=True, help="Send again, too, what the hub did not accept.")
@click.option("--json", "as_json", is_flag=True, help="An event a line, in JSON, on standard output.")
@data_option
def command(watch: bool, deadline: float, refused: bool, as_json: bool, data: Path) -> None:
    """Make the copy equal to the feeds of the settings, and deliver what waits in the outbox.

    Only one sync works on a folder at a time; a second one says so and ends well. Exit 0 if all went well, 1 if
    something failed (the rest was done, and what failed is as it was), 2 if the settings cannot be used, 75 if a pass
    hung and was ended.
    """
    tell = _as_json if as_json else _as_sentence
    if refused:
        _retry(data)
    while True:
        with _ending(deadline * MINUTE):
            end = _pass(data, tell)
        if not watch:
            raise SystemExit(0 if end.ok else FAILED)
        time.sleep(end.next * random.uniform(1 - JITTER, 1 + JITTER))  # noqa: S311 - spreads load, hides nothing


def _retry(data: Path) -> None:
    try:
        with closing(Outbox(data / OUTBOX)) as outbox:
            outbox.retry()
    except sqlite3.Error as error:
        raise click.ClickException(f"the outbox cannot be used: {error}") from error


def _pass(data: Path, tell: Callable[[Event], None]) -> PassEvent:
    """One pass, told event by event; the last of them."""
    try:
        for event in _events(data):
            tell(event)
            if isinstance(event, PassEvent):
                return event
    except sqlite3.Error as error:
        raise click.ClickException(f"the copy cannot be used: {error}") from error
    raise AssertionError("a pass ends with its event")


def _events(data: Path) -> Iterator[Event]:
    try:
        settings, feeds, given = load_settings(data), load_feeds(data), load_provisioning(data)
    except InvalidSettings as error:
        raise _UnusableSettings(str(error)) from error
    interval = settings.sync.interval * MINUTE
    data.mkdir(parents=True, exist_ok=True)
    try:
        hub = given.hub if given else None
        with alone(data), closing(_checked(data)) as store, hub_steps(
                data, store, hub, settings.place.district, _now) as steps:
            direct = _direct(feeds, data, store, carried(store, hub))
            yield from run_pass([*direct, *steps, Safekeeping(data, _now)], store.db, interval, _now)
    except Busy:
        yield PassEvent(ok=True, next=interval, message=_BUSY)


def _checked(data: Path) -> Store:
    check_when_due(data, _now())
    return open_copy(data)


def _direct(feeds: Sequence[Feed], data: Path, store: Store, taken: Collection[str]) -> list[Step]:
    """The feeds of the settings as a step, without those the hub carries. Where there are no settings at all, no feed
    leaves the copy."""
    if not (data / NAME).exists():
        return []
    return [DirectFeeds(store, planned(feeds, data, taken), FeedReader(store, _now))]


class _UnusableSettings(click.ClickException):
    exit_code = UNUSABLE


def _now() -> datetime:
    return datetime.now(UTC)


def _as_json(event: Event) -> None:
    click.echo(msgspec.json.encode(event))


def _as_sentence(event: Event) -> None:
    click.echo(event.sentence(), err=True)


@contextmanager
def _ending(seconds: float) -> Iterator[None]:
    """End the process if what is inside takes longer: it may hang where nothing else can end it. What is not committed
    by then never happened."""
    watch = threading.Timer(seconds, _end, (seconds,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _end(seconds: float) -> None:
    click.echo(f"the pass took longer than {seconds:g} s and is ended; the copy is whole", err=True)
    os._exit(HUNG)
