"""`kiosk export`: write the whole local copy."""

import sqlite3
import sys
from pathlib import Path

import click

from kiosk.cli import data_option
from kiosk.folder import open_copy


@click.command("export")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line (the only form there is).")
@data_option
def command(as_json: bool, data: Path) -> None:  # noqa: ARG001
    """Write every record of the local copy in the wire form, one a line, sorted by id."""
    out = sys.stdout.buffer
    try:
        store = open_copy(data)
        try:
            for body in store.export():
                out.write(body + b"\n")
            out.flush()
        finally:
            store.close()
    except sqlite3.Error as error:
        raise click.ClickException(str(error)) from error
