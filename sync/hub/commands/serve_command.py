"""`hub serve`: run Kinto with the settings that the hub needs."""

import logging
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
    serve(settings, Vault.of(settings), lambda url: click.echo(f"the hub answers at {url}", err=True))
