"""`hub`: what a city does with the server of its kiosks.

JSON goes to standard output, messages to standard error; the exit code is 0 only on success.
"""

import importlib
import importlib.util
from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec

import click

from sync.hub.kinto import HubError
from sync.hub.settings import NAME, InvalidSettings, Settings, load_settings

P = ParamSpec("P")

COMMANDS = {
    "init": "Set up the server's bucket, collections, groups and permissions.",
    "serve": "Run Kinto with the settings that the hub needs.",
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


def with_settings(command: Callable[Concatenate[Settings, P], None]) -> Callable[P, None]:
    """A command that is given the settings first, and whose faults of the world are one line."""
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(load_settings(click.get_current_context().find_object(Path) or Path(NAME)), *args, **kwargs)
        except (HubError, InvalidSettings) as error:
            raise click.ClickException(str(error)) from error

    return update_wrapper(run, command)
