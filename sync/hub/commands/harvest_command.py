"""`hub harvest`: bring the feeds onto the server."""

import click
import msgspec

from sync.hub.city import working
from sync.hub.cli import settings_file, with_settings
from sync.hub.settings import Settings


@click.command("harvest")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@with_settings
def command(settings: Settings, as_json: bool) -> None:
    """Read the feeds of the settings, write what changed onto the server, and sign it.

    Corrections of editors stay as long as a feed says what it said. Exit 1 if a feed failed or a record was refused.
    """
    from sync.hub.harvesting import harvest

    with working(settings) as city:
        reports = harvest(city, settings.feeds, settings_file().resolve().parent)
    if as_json:
        click.echo(msgspec.json.encode(reports).decode())
    else:
        for report in reports:
            click.echo(report.sentence(), err=True)
    raise SystemExit(1 if any(report.failed for report in reports) else 0)
