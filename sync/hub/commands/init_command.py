"""`hub init`: set up the server."""

import click

from sync.hub.cli import with_settings
from sync.hub.kinto import ADMIN, Kinto
from sync.hub.layout import establish
from sync.hub.settings import Settings
from sync.hub.vault import Vault


@click.command("init")
@with_settings
def command(settings: Settings) -> None:
    """Make the bucket, its groups and collections, with their schemas and permissions, and the hub's keys.

    What is there already stays; called again it changes nothing. The server (`hub serve`) has to run.
    """
    vault = Vault.of(settings)
    with Kinto(settings.server.url, ADMIN, vault.admin()) as kinto:
        done = establish(kinto, settings.bucket)
    for path in (*map(str, vault.made), *done):
        click.echo(f"made or changed: {path}", err=True)
    if not done and not vault.made:
        click.echo("all is as it should be", err=True)
