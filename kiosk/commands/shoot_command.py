"""`kiosk shoot`: pictures of the screens, and what is wrong with them."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from PySide6.QtCore import QSize

from content import clock
from content.language import LANGUAGES
from kiosk.app import Kiosk
from kiosk.audit.report import Picture, Report
from kiosk.audit.scene import NAMES, Scene, scenes
from kiosk.audit.tour import Pose, Tour
from kiosk.cli import data_option
from kiosk.display import scale_of
from kiosk.qt import application
from kiosk.settings import InvalidSettings, Settings, load_settings
from ui.viewmodels.visit import TEXT_SCALES, THEMES
from ui.voice import Phrase

ALL = "all"
LANGUAGE_CODES = [language.code for language in LANGUAGES]
SCALES = [str(round(scale * 100)) for scale in TEXT_SCALES]
REPORT = "report.json"
_Function = TypeVar("_Function", bound=Callable[..., Any])


class _Size(click.ParamType[QSize]):
    """WIDTHxHEIGHT in pixels."""

    name = "WxH"

    def convert(self, value: str | QSize, param: click.Parameter | None, ctx: click.Context | None) -> QSize:
        if isinstance(value, QSize):
            return value
        width, _, height = value.partition("x")
        if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
            self.fail(f"{value!r} is not WIDTHxHEIGHT", param, ctx)
        return QSize(int(width), int(height))


class _Silence:
    """Stands where the voice stands; nothing is said while pictures are taken."""

    def tell(self, *phrases: Phrase) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Be silent, as ever."""


def _choices(name: str, values: Sequence[str], default: Sequence[str], text: str) -> Callable[[_Function], _Function]:
    """An option that may be given several times; "all" stands for all values."""
    return click.option(name, f"{name[2:]}s", multiple=True, type=click.Choice([*values, ALL]), default=default,
                        show_default=True, help=text,
                        callback=lambda _context, _option, chosen: list(values) if ALL in chosen else list(chosen))


@click.command("shoot")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the pictures.")
@_choices("--screen", NAMES, [ALL], "What to show.")
@_choices("--lang", LANGUAGE_CODES, ["de", "de-simple", "ar", "uk"], "Languages.")
@_choices("--scale", SCALES, ["100", "200"], "Text sizes in percent.")
@_choices("--theme", THEMES, ["light"], "Themes.")
@click.option("--size", "sizes", multiple=True, type=_Size(), default=["1280x800"], show_default=True,
              help="Sizes of the screen in pixels.")
@click.option("--at", type=click.DateTime(["%Y-%m-%dT%H:%M"]), default=clock.now, show_default="now",
              help="Local time on the pictures.")
@click.option("--parts", default=4, show_default=True, type=click.IntRange(1, 100),
              help="Most pictures of a screen that scrolls.")
@data_option
def command(out: Path, screens: list[str], langs: list[str], scales: list[str], themes: list[str],  # noqa: PLR0913, PLR0917
            sizes: list[QSize], at: datetime, parts: int, data: Path) -> None:
    """Take a picture of every screen with the content of the copy, and check each for clipped and overlapping text,
    targets below 12 mm, contrast below 7:1, controls without a name, letters no font has and numbers turned around.

    The pictures and report.json go into the folder; exit 1 if anything is wrong. All options but --at, --parts and
    the folders may be given several times.
    """
    settings = _settings(data)
    out.mkdir(parents=True, exist_ok=True)
    poses = [Pose(lang, int(scale) / 100, theme) for lang, scale, theme in product(langs, scales, themes)]
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    qt = application(sys.argv[:1])
    pictures: list[Picture] = []
    for size in sizes:
        with _standing(Kiosk(data, settings, size, lambda: at, _Silence())) as kiosk:
            tour = Tour(kiosk, out, scale_of(size, settings.display).dots_per_millimetre, parts)
            pictures += _told(tour.pictures(_chosen(kiosk, screens), poses))
    qt.quit()
    report = Report.of(at.isoformat(timespec="minutes"), pictures)
    (out / REPORT).write_bytes(msgspec.json.format(msgspec.json.encode(report)))
    click.echo(f"{len(pictures)} pictures, problems: {report.counts or 'none'}", err=True)
    raise SystemExit(1 if report.counts else 0)


def _settings(folder: Path) -> Settings:
    try:
        return load_settings(folder)
    except InvalidSettings as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _standing(kiosk: Kiosk) -> Iterator[Kiosk]:
    """A kiosk whose window is up."""
    kiosk.window.show()
    try:
        yield kiosk
    finally:
        kiosk.close()


def _chosen(kiosk: Kiosk, screens: list[str]) -> list[Scene]:
    """The scenes asked for; one the copy has no content for is named on standard error."""
    found = {scene.name: scene for scene in scenes(kiosk.library)}
    for name in screens:
        if name not in found:
            click.echo(f"{name}: the copy has nothing to show there", err=True)
    return [found[name] for name in screens if name in found]


def _told(pictures: Iterable[Picture]) -> Iterator[Picture]:
    """The pictures, each with its problems named on standard error."""
    for picture in pictures:
        for problem in picture.problems:
            click.echo(f"{picture.file}: {problem.kind}: {problem.item} “{problem.words}”: {problem.message}", err=True)
        yield picture
