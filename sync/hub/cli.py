"""`hub`: what a city does with the server of its kiosks.

JSON goes to standard output, messages to standard error; the exit code is 0 only on success.
"""

import importlib
import importlib.util
import os
from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from sync.hub.kinto import HubError
from sync.hub.settings import NAME, InvalidSettings, Settings, load_settings

P = ParamSpec("P")

COMMANDS = {
    "bundle": "Write all content into one signed file, for a stick.",
    "editor": "Make an account for somebody who corrects offers.",
    "enroll": "Make a kiosk one of the city's; prints the file it needs.",
    "harvest": "Bring the feeds onto the server, and sign.",
    "init": "Set up the server's bucket, collections, groups and permissions.",
    "receive": "Deliver the outboxes on a stick, and leave a receipt.",
    "report": "Say what visitors told the city.",
    "retire": "Let a kiosk go.",
    "serve": "Run Kinto with the settings that the hub needs.",
    "sign": "Sign what changed, so that kiosks take it.",
    "status": "Say how the kiosks are, silent ones first.",
}
_EXTRA = ("kinto", "waitress")


class _Commands(click.Group):
    """Commands found by name in `sync.hub.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"sync.hub.commands.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands)
@click.option("--settings", "file", type=click.Path(path_type=Path, dir_okay=False), default=NAME, show_default=True,
              help="The settings of the city's hub.")
@click.pass_context
def main(context: click.Context, file: Path) -> None:
    """The city's hub: one server for all its kiosks."""
    if missing := [name for name in _EXTRA if importlib.util.find_spec(name) is None]:
        raise click.ClickException(f"{' and '.join(missing)} not found; the hub is the extra `hub` of this package:"
                                   " pip install 'anlaufstelle[hub]'")
    context.obj = file


def written(secret: str, out: Path | None) -> None:
    """Give out a secret: on standard output, or in a file that nobody else can read."""
    if out is None:
        click.echo(secret, nl=False)
        return
    try:
        out.unlink(missing_ok=True)
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secret)
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error


def settings_file() -> Path:
    """The settings of this call."""
    return click.get_current_context().find_object(Path) or Path(NAME)


def with_settings(command: Callable[Concatenate[Settings, P], None]) -> Callable[P, None]:
    """A command that is given the settings first, and whose faults of the world are one line."""
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(load_settings(settings_file()), *args, **kwargs)
        except (HubError, InvalidSettings) as error:
            raise click.ClickException(str(error)) from error

    return update_wrapper(run, command)
