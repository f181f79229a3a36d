"""`python -m tests.bench`: measure everything beside what people would use instead, and print a table."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

from content.record import Offer
from kiosk.folder import open_copy
from tests.bench import between, direct, hub, importing, polls, rivals, search_judged, start
from tests.bench.offers import FEED, generate
from tests.bench.process import environment
from tests.bench.table import Row, printed

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QT_QPA_UPDATE_IDLE_TIME": "0"}
BROKEN = "could not be measured"


class Made(NamedTuple):
    """What is measured: offers, a kiosk's folder with them in its copy, and a page that lists them."""

    offers: importing.Records
    data: Path
    page: Path


Part = Callable[[Made], Iterable[Row]]


def made(count: int, folder: Path) -> Made:
    """That many offers in four languages, in a copy and on a page."""
    offers = list(generate(count))
    store = open_copy(folder / "data")
    store.replace_feed(FEED, offers)
    store.close()
    page = folder / "offers.html"
    rivals.static_page([offer for offer, _ in offers if isinstance(offer, Offer)], page)
    return Made(offers, folder / "data", page)


def in_process(module: str, things: Made) -> Iterator[Row]:
    """The rows a module prints in a process of its own, which has no display and nothing else in memory."""
    done = subprocess.run([sys.executable, "-m", f"tests.bench.{module}", str(things.data)], check=True,
                          env=environment(**OFFSCREEN), stdout=subprocess.PIPE, text=True)
    return (Row(*json.loads(line)) for line in done.stdout.splitlines())


PARTS: dict[str, Part] = {
    "start": lambda things: start.rows(things.data, things.page),
    "between": lambda things: list(between.rows(things.data)),
    "letters": partial(in_process, "letters"),
    "screens": partial(in_process, "screens"),
    "voice": partial(in_process, "voice"),
    "import": lambda things: importing.rows(things.offers),
    "hub": lambda things: list(hub.rows(things.offers)),
    "direct": lambda _: list(direct.rows()),
    "polls": lambda _: list(polls.rows()),
    "judged": lambda _: search_judged.rows(),
}


def measured(part: str, things: Made) -> list[Row]:
    """The rows of a part; where it breaks, one row that says so, and the other parts go on."""
    try:
        return list(PARTS[part](things))
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        return [Row(part, None, "", note=f"{BROKEN}: {error}")]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="This part alone; may be repeated.")
@click.option("--offers", default=10_000, show_default=True, type=click.IntRange(100), help="How many offers.")
def main(as_json: bool, only: tuple[str, ...], offers: int) -> None:
    """Measure the kiosk beside a browser, an empty window and bare SQLite. A missed bound is no error;
    exit 1 only where something could not be measured."""
    with TemporaryDirectory() as folder:
        things = made(offers, Path(folder))
        rows = [row for part in only or PARTS for row in measured(part, things)]
    click.echo(json.dumps([row.plain() for row in rows], indent=2) if as_json else printed(rows))
    raise SystemExit(any(row.note.startswith(BROKEN) for row in rows))


if __name__ == "__main__":
    main()
