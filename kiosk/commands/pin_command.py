"""`kiosk pin`: set the PIN of the keeper's screen."""

from pathlib import Path

import click

from kiosk.cli import data_option
from kiosk.pin import FORM, set_pin
from kiosk.settings import InvalidSettings


@click.command("pin")
@data_option
def command(data: Path) -> None:
    """Set the PIN with which the people who work here open the screen that says whether the kiosk is well.

    It is asked for twice and kept as a salted hash in settings.toml. It counts at once; the kiosk need not be
    started again.
    """
    pin = click.prompt("New PIN (4 to 12 digits)", hide_input=True, confirmation_prompt="The same again", err=True)
    if not FORM.fullmatch(pin):
        raise click.ClickException("a PIN has 4 to 12 digits, and nothing else")
    try:
        set_pin(data, pin)
    except (InvalidSettings, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo("The PIN is set.", err=True)
