"""All checks of one kiosk: asks the system and hands what it says to each check."""

import shutil
import subprocess
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QTimeZone, QUrl
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QJSValue, QQmlApplicationEngine

from content.feed import FeedState
from content.store import Store
from kiosk.app import QML, WINDOW
from kiosk.audit.glyphs import missing
from kiosk.folder import COPY
from kiosk.health.check import Check, error
from kiosk.health.clock import clock
from kiosk.health.configuration import configuration
from kiosk.health.database import database
from kiosk.health.disk import disk
from kiosk.health.feeds import feeds
from kiosk.health.fonts import fonts
from kiosk.health.keyboards import keyboards
from kiosk.health.screen import connected, screen
from kiosk.health.voices import espeak, voices
from kiosk.qt import FAMILIES
from kiosk.settings import InvalidSettings, Settings, load_settings

_LAYOUTS = ":/qt-project.org/imports/QtQuick/VirtualKeyboard/Layouts"
_KEYBOARD = b"""import QtQuick
import Kiosk.Components
Window { property var layouts: panel.layouts; KeyboardPanel { id: panel } }"""


def examine(folder: Path, now: datetime) -> list[Check]:
    """How the kiosk that keeps its things in `folder` is at `now` (aware). Needs a QGuiApplication; changes nothing."""
    copy = database(folder / COPY)
    display = _settings(folder).display
    family, stand_ins = FAMILIES
    return [
        fonts([family, *stand_ins[:1]], QFontDatabase.families(), lambda text: missing(text, family)),
        voices(*espeak()),
        keyboards(*_layouts()),
        copy,
        _feeds(folder / COPY, now) if copy.ok else error("feeds", "Not known: the local copy cannot be read."),
        configuration(folder),
        disk(shutil.disk_usage(_existing(folder)).free),
        clock(now, bytes(QTimeZone.systemTimeZoneId().data()).decode(), _synchronised()),
        screen(connected(), WINDOW, display),
    ]


def _settings(folder: Path) -> Settings:
    """The settings, or the defaults if they cannot be used (which another check says)."""
    try:
        return load_settings(folder)
    except InvalidSettings:
        return Settings()


def _feeds(copy: Path, now: datetime) -> Check:
    states: list[FeedState] = []
    if copy.exists():
        with closing(Store(copy, read_only=True)) as store:
            states = store.feeds()
    return feeds(states, now)


def _layouts() -> tuple[Mapping[str, str], list[str]]:
    """The keyboard layout chosen for each language, and the layouts Qt Virtual Keyboard has: as `main.qml`, or as
    `main.fallback` where its common one (English) serves."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(QML)
    engine.loadData(_KEYBOARD, QUrl.fromLocalFile(str(QML / "Doctor.qml")))
    chosen = [root.property("layouts") for root in engine.rootObjects()]
    wanted = chosen[0].toVariant() if chosen and isinstance(chosen[0], QJSValue) else {}
    layouts = QDir(_LAYOUTS)
    return wanted, [name for name in layouts.entryList() if QDir(layouts.filePath(name)).entryList(["main.*"])]


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())


def _synchronised() -> bool | None:
    """Whether the network sets the clock, as systemd tells it; None where there is no systemd."""
    program = shutil.which("timedatectl")
    if program is None:
        return None
    try:
        told = subprocess.run([program, "show", "--property=NTPSynchronized", "--value"],  # noqa: S603
                              capture_output=True, text=True, timeout=5, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"yes": True, "no": False}.get(told)
