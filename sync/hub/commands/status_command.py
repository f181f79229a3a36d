"""`hub status`: how the kiosks are."""

from datetime import UTC, datetime

import click
import msgspec

from sync.hub.attendance import attendance, table
from sync.hub.city import opened
from sync.hub.cli import with_settings
from sync.hub.settings import Settings


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@with_settings
def command(settings: Settings, as_json: bool) -> None:
    """Every kiosk's last sign of life, version, age of its content and what waits in its outbox; silent ones first."""
    now = datetime.now(UTC)
    with opened(settings) as city:
        kiosks = attendance(city, now)
    if as_json:
        click.echo(msgspec.json.encode(kiosks).decode())
    else:
        for line in table(kiosks, now):
            click.echo(line)
