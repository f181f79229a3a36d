"""`hub serve`: run Kinto with the settings that the hub needs."""

import logging
import os
import socket
import warnings

import click

from sync.hub.cli import with_settings
from sync.hub.settings import Settings
from sync.hub.vault import Vault


@click.command("serve")
@with_settings
def command(settings: Settings) -> None:
    """Run the server until it is asked to end (SIGTERM or Ctrl-C)."""
    warnings.filterwarnings("ignore", "pkg_resources is deprecated")  # of Pyramid, on which Kinto stands
    from sync.hub.server import serve

    logging.basicConfig(level=logging.WARNING)
    serve(settings, Vault.of(settings), _ready)


def _ready(url: str) -> None:
    """Say that the server answers: to people, and to systemd if it waits for that (sd_notify)."""
    click.echo(f"the hub answers at {url}", err=True)
    if address := os.environ.get("NOTIFY_SOCKET"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.sendto(b"READY=1", f"\0{address[1:]}" if address.startswith("@") else address)
