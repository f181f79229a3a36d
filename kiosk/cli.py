"""`kiosk`: the screen when called alone, and the commands operators and checks use.

JSON goes to standard output, messages to standard error; the exit code is 0 only on success.
"""

import importlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from content.store import Store
from kiosk.folder import default_folder, open_copy

COMMANDS = {
    "bundle": "Take content from a stick.",
    "doctor": "Say whether this kiosk is well.",
    "export": "Write the whole local copy, one record a line.",
    "find": "Search the local copy.",
    "hours": "Say whether opening hours are open at a time.",
    "import": "Read a feed into the local copy.",
    "pin": "Set the PIN of the keeper's screen.",
    "shoot": "Take pictures of the screens and check them.",
    "show": "Show one record as a visitor gets it.",
    "speak": "Read a record aloud into a file.",
    "sync": "Make the copy current, and deliver what waits.",
}


class _Commands(click.Group):
    """Commands found by name in `kiosk.commands`, so that starting the screen imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"kiosk.commands.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if error.name not in {"PySide6", "shiboken6"}:
                raise
            raise click.ClickException(f"{error.name} not found; the screen is the extra `kiosk` of this package:"
                                       " pip install 'anlaufstelle[kiosk]'") from error


def _checked_size(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if text and not re.fullmatch(r"[1-9][0-9]*x[1-9][0-9]*", text):
        raise click.BadParameter(f"{text!r} is not WIDTHxHEIGHT")
    return text


data_option = click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=default_folder,
                           show_default="the user's data folder", help="Folder of the local copy and the settings.")


@contextmanager
def local_copy(data: Path) -> Iterator[Store]:
    """The local copy in that folder, for a command. What is wrong with it is one line on standard error, and exit 1."""
    try:
        with closing(_opened(data)) as store:
            yield store
    except sqlite3.Error as error:
        raise click.ClickException(f"the copy cannot be used: {error}") from error


def _opened(data: Path) -> Store:
    try:
        return open_copy(data)
    except OSError as error:
        raise click.ClickException(f"{data} cannot be used: {error.strerror}") from error


@click.group(cls=_Commands, invoke_without_command=True)
@data_option
@click.option("--windowed", is_flag=True, help="A window instead of the full screen.")
@click.option("--size", default="", metavar="WxH", callback=_checked_size, help="Size of the window in pixels.")
@click.pass_context
def main(context: click.Context, data: Path, windowed: bool, size: str) -> None:
    """Anlaufstelle: a touch terminal that helps people find help nearby."""
    if context.invoked_subcommand is None:
        from kiosk.app import run
        raise SystemExit(run(data, windowed=windowed, size=size))
