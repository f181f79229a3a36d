"""`kiosk import`: read a feed into the local copy."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from content.intake import Change
from content.record import Guide
from kiosk.cli import data_option, local_copy
from sync.feeds import KINDS, source_for
from sync.gap import said
from sync.snapshot import bring_in
from sync.source import Pull, SourceError

_SHOWN = 20


@click.command("import")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("addresses", nargs=-1, required=True, metavar="PATH_OR_URL...")
@click.option("--feed", default="", help="Name in front of the records' ids.")
@click.option("--mapping", default="", metavar="FILE", help="For geojson and json: a file or a shipped name.")
@click.option("--lang", default="", help="Language of an hsds feed's texts (en if not given).")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@data_option
def command(kind: str, addresses: tuple[str, ...], feed: str, mapping: str,  # noqa: PLR0913, PLR0917
            lang: str, as_json: bool, data: Path) -> None:
    """Read the feed at PATH_OR_URL into the local copy.

    The copy of that feed becomes equal to it, removals included. If it cannot be read as a whole, nothing changes.
    """
    try:
        source = source_for(kind, addresses, feed, mapping, lang)
        with local_copy(data) as store:
            pull, change = bring_in(store, source)
    except SourceError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(_report(pull), ensure_ascii=False))
    else:
        click.echo(_summary(source.feed, pull, change), err=True)


def _report(pull: Pull) -> dict[str, Any]:
    guides = sum(isinstance(record, Guide) for record, _ in pull.records)
    languages = Counter(language for record, _ in pull.records for language in record.texts)
    return {"read": pull.read, "kept": len(pull.records), "offers": len(pull.records) - guides, "guides": guides,
            "languages": dict(sorted(languages.items())),
            "missing": {name: str(error) for name, error in pull.missing.items()},
            "rejected": [rejection._asdict() for rejection in pull.rejected]}


def _summary(feed: str, pull: Pull, change: Change) -> str:
    """The report for a person."""
    report = _report(pull)
    languages = ", ".join(f"{language} {count}" for language, count in report["languages"].items())
    lines = [f"{feed}: read {pull.read}, kept {report['kept']} ({report['offers']} offers, {report['guides']} guides)",
             f"languages: {languages or 'none'}",
             f"copy: {change.added} added, {change.changed} changed, {change.removed} removed, "
             f"{change.unchanged} as before"]
    lines += [said(pull.missing)] if pull.missing else []
    lines += [f"rejected {rejection.key}: {rejection.reason}" for rejection in pull.rejected[:_SHOWN]]
    if len(pull.rejected) > _SHOWN:
        lines.append(f"… and {len(pull.rejected) - _SHOWN} more (--json lists all)")
    return "\n".join(lines)
