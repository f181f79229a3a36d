"""`hub receive`: what visitors said, from a stick."""

from pathlib import Path

import click

from sync.hub import sticks
from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.settings import Settings


@click.command("receive")
@click.argument("path", type=click.Path(path_type=Path, exists=True, file_okay=False))
@with_settings
def command(settings: Settings, path: Path) -> None:
    """Deliver the sealed outboxes in PATH, a stick or a folder, and leave a signed receipt there for the kiosk.

    Exit 1 if something could not be delivered; that stays on the stick and in the kiosk.
    """
    with working(settings) as city:
        received = sticks.receive(city, path)
    for problem in received.problems:
        click.echo(problem, err=True)
    click.echo(f"{len(received.arrived)} items have arrived", err=True)
    raise SystemExit(1 if received.problems else 0)
