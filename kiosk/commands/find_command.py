"""`kiosk find`: search the local copy."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from content.language import GERMAN, canonical
from content.search import Found, Search
from kiosk.cli import data_option, local_copy


@click.command("find")
@click.argument("query", default="")
@click.option("--lang", default=GERMAN, show_default=True, help="Language of the query.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000),
              help="Most hits to give.")
@click.option("--batch", type=click.File(encoding="utf-8", errors="replace"),
              help='File with an object {"q", "lang"} a line.')
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@data_option
def command(query: str, lang: str, limit: int, batch: IO[str] | None,  # noqa: PLR0913, PLR0917
            as_json: bool, data: Path) -> None:
    """Search the local copy for QUERY, or for each line of a batch file.

    A hit goes by the name its feed gives the text that is read, else by the id of its record; `kiosk show` takes both.
    """
    if not query and batch is None:
        raise click.UsageError("give a QUERY or --batch FILE")
    with local_copy(data) as store:
        search = Search(store)
        if batch is not None:
            for answer in _answers(search, batch, limit):
                click.echo(json.dumps(answer, ensure_ascii=False))
            return
        found = search.find(query, canonical(lang), limit)
    if as_json:
        click.echo(json.dumps(_wire(found), ensure_ascii=False))
        return
    for hit in found.hits:
        click.echo(f"{hit.name}  [{hit.language}]{'  (guessed)' if hit.guessed else ''}")


def _wire(found: Found) -> dict[str, Any]:
    return {"hits": [hit.name for hit in found.hits], "ms": round(found.ms, 3),
            "did_you_mean": found.did_you_mean}


def _answers(search: Search, lines: IO[str], limit: int) -> Iterator[dict[str, Any]]:
    """One answer a line, in order; a line that is no query is named on standard error and answered empty."""
    for number, line in enumerate(lines, 1):
        try:
            asked = json.loads(line)
            found = search.find(str(asked["q"]), canonical(str(asked.get("lang", GERMAN))), limit)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            click.echo(f"line {number}: {error!r}", err=True)
            yield {"hits": [], "ms": 0.0, "did_you_mean": []}
        else:
            yield _wire(found)
