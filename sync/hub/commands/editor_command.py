"""`hub editor`: an account for somebody who corrects offers."""

import click

from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.enrolment import appoint
from sync.hub.settings import Settings


@click.command("editor")
@click.argument("name")
@with_settings
def command(settings: Settings, name: str) -> None:
    """Make an account for the editor NAME and print its password. Done again it gets a new one."""
    with working(settings) as city:
        click.echo(appoint(city, name))
