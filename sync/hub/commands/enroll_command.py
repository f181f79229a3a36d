"""`hub enroll`: make a kiosk one of the city's."""

from pathlib import Path

import click

from content.here import Place
from content.language import language
from sync.hub.city import working
from sync.hub.cli import with_settings, written
from sync.hub.enrolment import enrol
from sync.hub.settings import Settings


@click.command("enroll")
@click.argument("name")
@click.option("--place", default="", help="Where it stands, as visitors know it.")
@click.option("--district", default="", help="The district of the city.")
@click.option("--lat", "latitude", type=click.FloatRange(-90, 90), help="Degrees north.")
@click.option("--lon", "longitude", type=click.FloatRange(-180, 180), help="Degrees east.")
@click.option("--languages", default="", metavar="de,ar,…", help="Offered on its start screen, in this order.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="A file instead of standard output.")
@with_settings
def command(settings: Settings, name: str, place: str, district: str, latitude: float | None,  # noqa: PLR0913, PLR0917
            longitude: float | None, languages: str, out: Path | None) -> None:
    """Make an account for the kiosk NAME, and print the one file it needs: provisioning.toml.

    Enrolled again it gets a new password; the old one is void.
    """
    chosen = [code.strip() for code in languages.split(",") if code.strip()]
    if unknown := [code for code in chosen if language(code) is None]:
        raise click.BadParameter(f"no language of the kiosk: {', '.join(unknown)}", param_hint="--languages")
    with working(settings) as city:
        given = enrol(city, name, Place(place, district, latitude, longitude), chosen)
    written(given.text(), out)
