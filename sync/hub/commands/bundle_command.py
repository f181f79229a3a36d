"""`hub bundle`: all content in one signed file, for a stick."""

from pathlib import Path

import click

from sync.hub import sticks
from sync.hub.city import working
from sync.hub.cli import with_settings
from sync.hub.settings import Settings
from sync.wire.bundle import SUFFIX


@click.command("bundle")
@click.argument("out", type=click.Path(path_type=Path))
@with_settings
def command(settings: Settings, out: Path) -> None:
    """Write the bundle OUT (a file, or a folder such as that of a stick) for kiosks that have no network."""
    with working(settings) as city:
        path = out / f"{city.bucket}{SUFFIX}" if out.is_dir() else out
        count = sticks.bundle(city, path)
    click.echo(f"{path}: {count} records, {path.stat().st_size:,} bytes", err=True)
