"""`kiosk hours`: say whether opening hours are open at a time."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO

import click
import msgspec

from content import clock
from content.hours import Kind, read_hours, state_at
from content.hours.holiday import LAENDER


class Answer(msgspec.Struct):
    """What is said about one line: `until` is "YYYY-MM-DDTHH:MM", `osm` empty if the text could not be read."""

    input: str
    state: Kind
    until: str | None
    osm: str


@click.command("hours")
@click.argument("text", default="")
@click.option("--batch", type=click.File("rb"), help='File with an expression or free text a line; "-": input.')
@click.option("--at", type=click.DateTime(("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")), default=clock.now,
              show_default="now", help="Local time to ask for.")
@click.option("--state", "land", type=click.Choice(LAENDER, case_sensitive=False), default="SH", show_default=True,
              help="Land whose public holidays count.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def command(text: str, batch: IO[bytes] | None, at: datetime, land: str, as_json: bool) -> None:
    """Say whether TEXT, or each line of a batch file, is open: an OpenStreetMap expression or free text."""
    if not text and batch is None:
        raise click.UsageError("give a TEXT or --batch FILE")
    for line in _lines(batch) if batch else [text]:
        answer = _answer(line, at, land)
        click.echo(msgspec.json.encode(answer) if as_json else _plain(answer))


def _lines(batch: Iterable[bytes]) -> Iterator[str]:
    """The lines as text; bytes that are no UTF-8 become replacement characters."""
    return (line.rstrip(b"\r\n").decode("utf-8", "replace") for line in batch)


def _answer(line: str, at: datetime, land: str) -> Answer:
    osm = read_hours(line)
    kind, until, _ = state_at(osm, at, land)
    return Answer(line, kind, until.isoformat(timespec="minutes") if until else None, osm)


def _plain(answer: Answer) -> str:
    until = f" until {answer.until}" if answer.until else ""
    return f"{answer.state}{until}\t{answer.osm or answer.input}"
