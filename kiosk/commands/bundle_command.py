"""`kiosk bundle`: content from a stick, and the outbox onto it."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from kiosk.cli import data_option
from kiosk.folder import open_copy
from kiosk.settings import InvalidSettings, load_provisioning, load_settings
from kiosk.usb import UNPROVISIONED, Stick
from sync.event import BundleEvent
from sync.lock import Busy, alone

_PATIENCE = 120.0  # seconds: how long a pass that is under way is waited for
_LOOK = 0.2


@click.group("bundle")
def command() -> None:
    """Content of the hub for kiosks that a network does not reach."""


@command.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@data_option
def import_(path: Path, as_json: bool, data: Path) -> None:
    """Take the bundle at PATH, or the newest of this kiosk's hub on the stick at PATH.

    The copy becomes what the bundle holds, whole or not at all. Receipts on the stick clear the outbox. What waits in
    the outbox is left on the stick, sealed for the hub, if PATH is its folder. Exit 0 if the copy is what the newest
    bundle holds, or is newer; 1 otherwise, with the copy as it was.
    """
    try:
        event = _imported(path, data)
    except InvalidSettings as error:
        raise click.ClickException(str(error)) from error
    except sqlite3.Error as error:
        raise click.ClickException(f"the copy cannot be used: {error}") from error
    if as_json:
        click.echo(msgspec.json.encode(event))
    else:
        click.echo(event.sentence(), err=True)
    raise SystemExit(1 if event.failed else 0)


def _imported(path: Path, data: Path) -> BundleEvent:
    given, settings = load_provisioning(data), load_settings(data)
    if given is None:
        return BundleEvent(outcome="unprovisioned", message=UNPROVISIONED)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with alone(data), closing(open_copy(data)) as store:
                return Stick(path, data, given, settings.place.district).exchange(store, datetime.now(UTC))
        except Busy:
            if time.monotonic() > until:
                return BundleEvent(outcome="busy", message="The kiosk is being made current; try again in a minute.")
            time.sleep(_LOOK)
