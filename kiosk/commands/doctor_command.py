"""`kiosk doctor`: whether this kiosk is well."""

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
import msgspec

from kiosk.cli import data_option
from kiosk.health.check import Check
from kiosk.health.examination import examine
from kiosk.qt import application

_MARKS = {"ok": "  well    ", "warning": "  WARNING ", "error": "  ERROR   "}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@data_option
def command(as_json: bool, data: Path) -> None:
    """Look after fonts, voices, keyboards, the local copy, feeds, settings, disk, clock and display.

    Exit 1 if there is an error: something without which visitors are not served. Warnings alone exit 0.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = application(sys.argv[:1])
    checks = examine(data, datetime.now().astimezone())
    qt.quit()
    well = all(check.ok for check in checks)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode({"ok": well, "checks": checks})).decode())
    else:
        _tell(checks)
    raise SystemExit(0 if well else 1)


def _tell(checks: Sequence[Check]) -> None:
    """The checks as a list to read, on standard error."""
    for check in checks:
        click.echo(f"{_MARKS[check.severity]}{check.name}: {check.message}", err=True)
