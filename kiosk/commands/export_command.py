"""`kiosk export`: write the whole local copy."""

import sys
from pathlib import Path

import click

from kiosk.cli import data_option, local_copy


@click.command("export")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line (the only form there is).")
@data_option
def command(as_json: bool, data: Path) -> None:  # noqa: ARG001
    """Write every record of the local copy in the wire form, one a line, sorted by id."""
    out = sys.stdout.buffer
    with local_copy(data) as store:
        for body in store.export():
            out.write(body + b"\n")
        out.flush()
