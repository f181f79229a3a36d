"""`hub init`: set up the server."""

import click

from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.layout import establish
from sync.hub.settings import Settings


@click.command("init")
@with_settings
def command(settings: Settings) -> None:
    """Make the bucket, its groups and collections, with their schemas and permissions, and the hub's keys.

    What is there already stays; called again it changes nothing. The server (`hub serve`) has to run.
    """
    with working(settings) as city:
        city.vault.sealing()
        done = [*map(str, city.vault.made), *establish(city.kinto, settings.bucket)]
    for path in done:
        click.echo(f"made or changed: {path}", err=True)
    if not done:
        click.echo("all is as it should be", err=True)
