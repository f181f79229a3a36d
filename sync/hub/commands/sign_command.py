"""`hub sign`: sign what changed."""

import click

from sync.hub.adoption import adopt
from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.settings import Settings


@click.command("sign")
@click.option("--new-epoch", is_flag=True, help="After the server was restored from a backup: begin anew.")
@with_settings
def command(settings: Settings, new_epoch: bool) -> None:
    """Sign what changed since the last time, so that kiosks take it. Costs what changed; good for every minute.

    What editors wrote of their own gets its id before.
    """
    with working(settings) as city:
        for problem in adopt(city):
            click.echo(problem, err=True)
        made = city.signer.begin_epoch() if new_epoch else city.signer.sign()
    for manifest in made:
        click.echo(f"signed: {manifest.collection}, {manifest.count} records", err=True)
