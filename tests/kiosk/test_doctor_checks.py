"""Each question of the doctor, with the fault it is for and without it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from content.builtin import KIND
from content.feed import FeedState
from content.language import LANGUAGES
from content.migrations import STEPS
from kiosk.audit.glyphs import missing
from kiosk.folder import COPY, open_copy
from kiosk.health.clock import clock
from kiosk.health.configuration import configuration
from kiosk.health.database import database
from kiosk.health.disk import disk
from kiosk.health.feeds import feeds
from kiosk.health.fonts import ALPHABETS, fonts
from kiosk.health.keyboards import keyboards
from kiosk.health.screen import connected, screen
from kiosk.health.voices import dictionaries, voices
from kiosk.settings import Display

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
FAMILY = "Noto Sans"
SPOKEN = {language.locale for language in LANGUAGES}
LAYOUTS = {language.code: f"{language.locale}_XX" for language in LANGUAGES}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A local copy with the built-in content."""
    open_copy(tmp_path).close()
    return tmp_path / COPY


def test_fonts_that_have_all_letters_are_well(qapp: QGuiApplication) -> None:
    assert fonts([FAMILY], {FAMILY}, lambda text: missing(text, FAMILY)).severity == "ok"


def test_letters_no_font_has_are_an_error_that_names_the_language() -> None:
    check = fonts([FAMILY], {FAMILY}, lambda text: {"ș", "ț"} & set(text))
    assert (check.ok, check.severity) == (False, "error")
    assert "ro (șț)" in check.message
    assert check.facts["languages"]["ro"] == "șț"
    assert not check.facts["languages"]["de"]


def test_a_font_that_stands_in_is_a_warning() -> None:
    assert fonts([FAMILY, "Noto Sans Arabic"], {FAMILY, "DejaVu Sans"}, lambda _: set()).severity == "warning"


def test_every_language_has_an_alphabet() -> None:
    assert set(ALPHABETS) == {language.code for language in LANGUAGES}


def test_a_letter_of_no_script_is_missing(qapp: QGuiApplication) -> None:
    assert missing("Tür\u0378 ضغط\u2066\n", FAMILY) == {"\u0378"}


def test_no_voice_at_all_says_what_to_install() -> None:
    check = voices("", SPOKEN)
    assert (check.ok, check.severity) == (True, "warning")
    assert "libespeak-ng1" in check.message
    assert not any(check.facts["languages"].values())


def test_a_language_without_a_voice_is_named() -> None:
    check = voices("libespeak-ng.so.1", SPOKEN - {"fa"})
    assert check.severity == "warning"
    assert "fa" in check.message


def test_voices_for_all_are_well() -> None:
    assert voices("libespeak-ng.so.1", SPOKEN).severity == "ok"


def test_dictionaries_are_found_where_a_system_keeps_them(tmp_path: Path) -> None:
    for folder in ("espeak-ng-data", "x86_64-linux-gnu/espeak-ng-data"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "espeak-ng-data" / "de_dict").touch()
    (tmp_path / "x86_64-linux-gnu" / "espeak-ng-data" / "uk_dict").touch()
    assert dictionaries([tmp_path]) == {"de", "uk"}


def test_a_layout_for_every_language_is_well() -> None:
    assert keyboards(LAYOUTS, set(LAYOUTS.values())).severity == "ok"


@pytest.mark.parametrize(("wanted", "named"), [(LAYOUTS, "uk (uk_XX)"), ({**LAYOUTS, "uk": ""}, "uk (none chosen)")])
def test_a_language_without_a_layout_is_named(wanted: dict[str, str], named: str) -> None:
    check = keyboards(wanted, set(LAYOUTS.values()) - {"uk_XX"})
    assert check.severity == "error"
    assert named in check.message


def test_a_whole_copy_is_well(copy: Path) -> None:
    check = database(copy)
    assert (check.severity, check.facts["version"]) == ("ok", len(STEPS))


def test_no_copy_yet_is_well_and_none_is_made(tmp_path: Path) -> None:
    assert database(tmp_path / COPY).severity == "ok"
    assert not (tmp_path / COPY).exists()


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(b"nothing of the kind" * 400)
    assert database(tmp_path / COPY).severity == "error"


def test_a_copy_with_a_page_torn_out_is_an_error(copy: Path) -> None:
    body = bytearray(copy.read_bytes())
    middle = len(body) // 2 // 4096 * 4096
    body[middle:middle + 3 * 4096] = bytes(3 * 4096)
    copy.write_bytes(body)
    check = database(copy)
    assert check.severity == "error"
    assert "The next sync or start sets it aside" in check.message


def test_a_row_that_points_nowhere_is_an_error(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("INSERT INTO record_language VALUES ('de', 999999)")
    check = database(copy)
    assert check.severity == "error"
    assert "record_language" in check.message


def test_a_copy_of_a_later_version_is_an_error(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    check = database(copy)
    assert check.severity == "error"
    assert "later version" in check.message


@pytest.mark.parametrize(("free", "severity"), [
    (10_000_000_000, "ok"), (999_000_000, "warning"), (299_999_999, "error"), (0, "error")])
def test_free_disk(free: int, severity: str) -> None:
    check = disk(free)
    assert (check.severity, check.facts["free"]) == (severity, free)


@pytest.mark.parametrize(("now", "zone", "synchronised", "severity"), [
    (NOW, "Europe/Berlin", True, "ok"),
    (NOW, "Europe/Berlin", None, "ok"),
    (NOW, "Europe/Berlin", False, "warning"),
    (NOW, "Etc/UTC", True, "warning"),
    (NOW, "", True, "warning"),
    (NOW.replace(year=1970), "Europe/Berlin", True, "error"),
    (NOW.replace(year=2126), "Europe/Berlin", True, "error"),
])
def test_clock(now: datetime, zone: str, synchronised: bool | None, severity: str) -> None:
    assert clock(now, zone, synchronised).severity == severity


def test_a_measured_screen_is_well_and_its_size_told_in_millimetres() -> None:
    check = screen(QSize(1920, 1080), QSize(1280, 800), Display(dpi=96))
    assert check.severity == "ok"
    assert (check.facts["width_mm"], check.facts["height_mm"], check.facts["from"]) == (508, 286, "settings")
    assert check.facts["dots_per_mm"] == pytest.approx(3.78)


def test_a_screen_nobody_measured_is_a_warning() -> None:
    check = screen(None, QSize(1280, 800), Display())
    assert (check.severity, check.facts["from"], check.facts["screen_found"]) == ("warning", "assumed", False)
    assert check.facts["width_mm"] == 218


def test_the_screen_is_the_one_that_is_connected(tmp_path: Path) -> None:
    for name, status, modes in (("card0-DP-1", "disconnected", ""),
                                ("card0-HDMI-A-1", "connected", "1080x1920\n800x600"),
                                ("card0-eDP-1", "connected", "1280x800")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "status").write_text(f"{status}\n")
        (tmp_path / name / "modes").write_text(modes)
    assert connected(tmp_path) == QSize(1080, 1920)


def test_without_a_kernel_that_tells_there_is_no_screen(tmp_path: Path) -> None:
    assert connected(tmp_path / "drm") is None


def feed(name: str, days: float, kind: str = "integreat") -> FeedState:
    return FeedState(name, kind, "", NOW - timedelta(days=days), 12)


@pytest.mark.parametrize(("states", "severity", "said"), [
    ([], "ok", "Only the content"),
    ([feed("help", 900, KIND)], "ok", "Only the content"),
    ([feed("city", 0.5), feed("help", 900, KIND)], "ok", "all 1"),
    ([feed("city", 9), feed("offers", 1)], "warning", "city (9 days)"),
    ([feed("city", -30)], "warning", "in the future"),
    ([feed("city", 9)._replace(checked=NOW)], "ok", "all 1"),
    ([feed("city", 1)._replace(problem="only 2", held="shrunk"), feed("ill", 1)._replace(problem="HTTP 500"),
      feed("tired", 1)._replace(problem="HTTP 503", wait=600)], "warning",
     "city (held back: only 2); ill (in part or not: HTTP 500); tired (asked to wait: HTTP 503)"),
    ([FeedState("city", "integreat", "", None, 0), feed("offers", 1)], "warning", "Never read yet: city"),
])
def test_the_age_of_feeds(states: list[FeedState], severity: str, said: str) -> None:
    check = feeds(states, NOW)
    assert check.severity == severity
    assert said in check.message
    assert len(check.facts["feeds"]) == len(states)


def test_no_settings_are_well(tmp_path: Path) -> None:
    assert configuration(tmp_path).severity == "ok"


@pytest.mark.parametrize(("text", "severity"), [
    ("[visits]\nidle = 90\n", "ok"), ("[visits]\nidle = 3\n", "error"), ("[visits\n", "error"),
    ("colour = 1\n", "error"), ("[[feeds]]\nkind = 'gopher'\nurl = 'x'\n", "error")])
def test_settings(text: str, severity: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert configuration(tmp_path).severity == severity
