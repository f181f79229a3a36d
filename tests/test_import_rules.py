"""Who may know whom: kiosk → ui → content and kiosk → sync → content; nothing points back."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("content", "translations", "sync", "ui", "kiosk")
FILES = sorted(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))
QT = {"PySide6", "shiboken6"}
NETWORK = {"requests", "urllib3", "urllib.request", "http", "socket", "socketserver", "ssl", "ftplib", "smtplib",
           "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer"}


class Rule(NamedTuple):
    """These layers must not import these modules; why, and what to do instead."""

    layers: set[str]
    modules: set[str]
    why: str
    instead: str


RULES = (
    Rule({"content"}, {"ui", "sync", "kiosk", "translations", "tests"}, "content knows nobody",
         "return plain values and act on them where they are asked for"),
    Rule({"translations"}, {"ui", "sync", "kiosk", "tests"}, "translations knows only content",
         "hand in what it needs as an argument"),
    Rule({"sync"}, {"ui", "kiosk", "translations", "tests"}, "sync knows only content, and not ui",
         "let kiosk stand between: take a constructor argument typed by a Protocol, handed in by kiosk"),
    Rule({"ui"}, {"sync", "kiosk", "tests"}, "ui knows only content and translations, and not sync",
         "let kiosk stand between: take a constructor argument typed by a Protocol, handed in by kiosk/app.py"),
    Rule({"kiosk"}, {"tests"}, "the program does not know its tests", "move what both need into the program"),
    Rule({"content", "sync"}, QT, "Qt is for ui and kiosk, and for translations that it compiles",
         "use Python's own library, or move the code to ui"),
    Rule({"content", "translations", "ui"}, NETWORK, "only sync, and kiosk that starts it, may use the network",
         "read the local copy, or move the code to sync"),
)


def imported(source: str) -> Iterator[tuple[int, str]]:
    """Every module and name a source imports, anywhere in it, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def breaches(source: str, layer: str, where: str) -> list[str]:
    """What a source of that layer imports against the rules."""
    return [f"{where}:{line} imports {name}, but {rule.why}. Instead: {rule.instead}."
            for line, name in imported(source)
            for rule in RULES if layer in rule.layers and _within(name, rule.modules)]


def _within(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_layer_may(file):
    where = file.relative_to(ROOT)
    assert not breaches(file.read_text(encoding="utf-8"), where.parts[0], where.as_posix())


@pytest.mark.parametrize(("layer", "source"), [
    ("content", "from ui.wording import Row"), ("content", "import sync.sources.geojson"),
    ("content", "def late():\n    from PySide6 import QtCore"), ("sync", "from ui import catalogue"),
    ("sync", "import kiosk"), ("ui", "if TYPE_CHECKING:\n    from sync.source import Source"),
    ("ui", "from urllib import request"), ("ui", "from PySide6.QtNetwork import QTcpSocket"),
    ("ui", "import http.client"), ("kiosk", "from tests.fakes import feed_server"), ("translations", "import ui"),
])
def test_a_broken_rule_is_found_and_the_remedy_named(layer, source):
    (found,) = breaches(source, layer, f"{layer}/a.py")
    assert found.startswith(f"{layer}/a.py:")
    assert "Instead: " in found


@pytest.mark.parametrize(("layer", "source"), [
    ("ui", "from content.record import Offer"), ("kiosk", "from sync import source\nfrom ui import wording"),
    ("ui", "from urllib.parse import quote"), ("ui", "from PySide6.QtCore import QObject"), ("sync", "import requests"),
    ("content", "from content import uimodel, syncing"), ("content", "from . import record"),
])
def test_what_is_allowed_is_not_reported(layer, source):
    assert not breaches(source, layer, f"{layer}/a.py")
