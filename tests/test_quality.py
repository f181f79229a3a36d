"""House rules that no linter knows: short files, nothing unfinished, nothing of one machine, one design system."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.jslexer import Token, tokenize, unquote_string

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("kiosk", "ui", "sync", "content", "translations", "tests", "deploy", "docs", ".ci")
KINDS = {".py", ".qml", ".sh", ".md", ".toml", ".txt", ".tsv", ".po", ""}
LONGEST = 300

WRITTEN = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*")
                 if file.is_file() and file.suffix in KINDS and "__pycache__" not in file.parts)
CODE = [file for file in WRITTEN if file.suffix in {".py", ".qml"}]
SCREENS = [file for file in CODE if file.suffix == ".qml" and file.parent.name != "Theme"]

UNFINISHED = re.compile(r"\b(?:TO" "DO|FIX" "ME|XX" "X|HA" "CK)\\b")
MACHINE = re.compile(r"(?<![\w.:/~}-])/(?:wo" r"rk|ro" r"ot|home/\w+)/")
SIZE = re.compile(r"(?<!line)(?<!preferred)(?:width|height|pixelsize|pointsize|margins?|spacing|padding|radius)"
                  r"\s*:\s*-?[1-9]|preferred(?:width|height)\s*:\s*\d\d", re.IGNORECASE)
COLOUR = re.compile(r'"#[0-9a-fA-F]{3,8}"|Qt\.(?:rgba|hsla|hsva|color)\(|color\s*:\s*"(?!transparent")', re.IGNORECASE)
VISIBLE = re.compile(r"\b(?:text|title|label|placeholderText|Accessible\.(?:name|description))\s*:(.*)$", re.MULTILINE)
NAMES = {"Anlaufstelle"}


def lines_with(pattern: re.Pattern[str], text: str) -> list[str]:
    """The lines of a text in which a pattern is found, with their numbers."""
    return [f"{number}: {line.strip()}" for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def untranslated(source: str) -> list[str]:
    """Words that visible properties of a QML source show and nobody can translate: strings that are neither
    arguments (of `qsTr` or another call) nor compared with."""
    return [text for value in VISIBLE.findall(source) for text in _shown(value)
            if re.search(r"[^\W\d_]{2}", text) and text not in NAMES]


def _shown(expression: str) -> list[str]:
    tokens = [Token("operator", "", 0), *tokenize(expression, jsx=False, dotted=False)]
    return [unquote_string(token.value) for before, token in pairwise(tokens)
            if token.type == "string" and before.value not in {"(", ",", "=", "=="}]


def named(files):
    return pytest.mark.parametrize("file", files, ids=lambda file: file.relative_to(ROOT).as_posix())


@named(CODE)
def test_a_file_is_short(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@named(WRITTEN)
def test_nothing_is_unfinished_and_nothing_belongs_to_one_machine(file):
    text = file.read_text(encoding="utf-8")
    assert not lines_with(UNFINISHED, text)
    assert not lines_with(MACHINE, text)


@named(SCREENS)
def test_sizes_and_colours_come_from_the_theme(file):
    text = file.read_text(encoding="utf-8")
    assert not lines_with(SIZE, text), "take a length of Theme"
    assert not lines_with(COLOUR, text), "take a colour of Theme"


@named(SCREENS)
def test_every_visible_word_can_be_translated(file):
    assert not untranslated(file.read_text(encoding="utf-8")), "put it into qsTr()"


@pytest.mark.parametrize("line", ["width: 120", "font.pixelSize: 14", "leftMargin: 3", "preferredWidth: 90"])
def test_a_size_in_pixels_is_found(line):
    assert lines_with(SIZE, line)


@pytest.mark.parametrize("line", ["width: Theme.gap", "border.width: 0", "lineHeight: 1.4", "preferredWidth: 2"])
def test_a_size_of_the_theme_is_not_reported(line):
    assert not lines_with(SIZE, line)


@pytest.mark.parametrize("line", ['color: "red"', 'color: on ? "#FFF" : Theme.ink', "color: Qt.rgba(0, 0, 0, 1)"])
def test_a_colour_of_its_own_is_found(line):
    assert lines_with(COLOUR, line)


@pytest.mark.parametrize("line", ['text: "Hello"', 'Accessible.name: a ? qsTr("Open") : "Closed"', 'title: "Привіт"'])
def test_a_word_outside_the_catalogue_is_found(line):
    assert untranslated(line)


@pytest.mark.parametrize("line", ['text: qsTr("Hello", "", n)', r'text: "\u2066" + a + " · "', "text: name",
                                  'text: b === "light" ? qsTr("Light") : ""', 'text: parts.join("no word")'])
def test_a_translated_word_is_not_reported(line):
    assert not untranslated(line)


@pytest.mark.parametrize("line", ["cd /ho" "me/me/project", '"/ro' 'ot/x"'])
def test_a_path_of_one_machine_is_found(line):
    assert lines_with(MACHINE, line)


def test_an_address_is_no_path_of_a_machine():
    assert not lines_with(MACHINE, "https://www.example.org/wo" "rk/home/me/")
