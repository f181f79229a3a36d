"""`hub retire`: let a kiosk go."""

import click

from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.enrolment import retire
from sync.hub.settings import Settings


@click.command("retire")
@click.argument("name")
@with_settings
def command(settings: Settings, name: str) -> None:
    """Take the account of the kiosk NAME away: lost, stolen or given up. What it sent stays."""
    with working(settings) as city:
        retire(city, name)
    click.echo(f"{name} can no longer write to the hub", err=True)
