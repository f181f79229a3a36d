"""`hub report`: what visitors told the city."""

from datetime import UTC, date, datetime, timedelta

import click
import msgspec

from sync.hub.city import opened
from sync.hub.cli import with_settings
from sync.hub.report import FACETS, PERIODS, Span, report, sheet, table
from sync.hub.settings import Settings

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("report")
@click.option("--from", "first", type=_DAY, help="The first day; a year ago, if not given.")
@click.option("--to", "last", type=_DAY, help="The last day; today, if not given.")
@click.option("--by", "period", type=click.Choice(list(PERIODS)), default="month", show_default=True,
              help="The period that counts are told by.")
@click.option("--per", "facets", default=",".join(FACETS), show_default=True, metavar="topic,…",
              help="What counts are told apart by; they are summed over the rest.")
@click.option("--json", "form", flag_value="json", help="Answer in JSON.")
@click.option("--csv", "form", flag_value="csv", help="Answer in CSV, for a spreadsheet.")
@with_settings
def command(settings: Settings, first: datetime | None, last: datetime | None, period: str,  # noqa: PLR0913, PLR0917
            facets: str, form: str | None) -> None:
    """What visitors told the city: how often topics, offers and guides were opened and searches found nothing, what was
    helpful, wrong or missing, and what they said. Nothing in it leads to a person.
    """
    chosen = [name for name in facets.split(",") if name]
    if unknown := [name for name in chosen if name not in FACETS]:
        raise click.BadParameter(f"none of {', '.join(FACETS)}: {', '.join(unknown)}", param_hint="--per")
    until = last.date() if last else datetime.now(UTC).date()
    with opened(settings) as city:
        made = report(city, Span(first.date() if first else _year_before(until), until, period), chosen)
    if made.unknown:
        click.echo(f"{made.unknown} things that kiosks sent could not be understood", err=True)
    if form == "json":
        click.echo(msgspec.json.encode(made.rows).decode())
    elif form == "csv":
        click.echo(sheet(made.rows), nl=False)
    else:
        click.echo("\n".join(table(made.rows)) or "nothing was said on these days")


def _year_before(day: date) -> date:
    return day - timedelta(days=365)
