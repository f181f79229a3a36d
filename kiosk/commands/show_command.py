"""`kiosk show`: one record as a visitor gets it."""

import json
from pathlib import Path
from typing import Any

import click
import msgspec

from content.language import GERMAN
from content.reading import guide_in, offer_in
from content.record import Guide, Record
from kiosk.cli import data_option, local_copy


@click.command("show")
@click.argument("record_id", metavar="ID")
@click.option("--lang", help="Language the visitor reads (default: that of the text named by ID, else German).")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@data_option
def command(record_id: str, lang: str | None, as_json: bool, data: Path) -> None:
    """Show the record ID, or the one with a text of that name, as a visitor who reads a language gets it."""
    with local_copy(data) as store:
        id_, language = store.named(record_id) or (record_id, GERMAN)
        record = store.get(id_)
    if record is None:
        raise click.ClickException(f"no record has the id {record_id}")
    view = _view(record, lang or language)
    click.echo(json.dumps(view, ensure_ascii=False) if as_json else _page(view))


def _view(record: Record, lang: str) -> dict[str, Any]:
    """The record with the one text a visitor reads in place of all its texts.

    `language` is the one the text is in, `asked` the one that was wanted. An offer has its text by sections and, as a
    guide has it, in one row of `blocks`.
    """
    reading = guide_in(record, lang) if isinstance(record, Guide) else offer_in(record, lang)
    facts = {name: value for name, value in msgspec.to_builtins(record).items() if name != "texts"}
    blocks = [msgspec.to_builtins(block) for section in reading.text.sections() for block in section]
    return {**facts, "asked": reading.asked, "language": reading.language, "fallback": reading.fallback,
            "direction": reading.direction, **msgspec.to_builtins(reading.text), "blocks": blocks}


def _page(view: dict[str, Any]) -> str:
    """The view as text for a terminal."""
    marks = {"heading": "\n# ", "item": "• ", "link": "→ "}
    lines = [f"{view['title']}  [{view['language']}{', not in ' + view['asked'] if view['fallback'] else ''}]"]
    lines += [f"{marks.get(block['kind'], '')}{block['text']}{'  ' + block['url'] if 'url' in block else ''}"
              for block in view["blocks"]]
    return "\n".join(lines)
