"""`kiosk shoot` as an operator calls it, on the built-in content."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from content.language import LANGUAGES
from content.library import Library
from content.search import Here
from kiosk.audit.report import Picture, Problem, Report
from kiosk.audit.scene import NAMES, scenes
from kiosk.folder import open_copy

PROGRAM = [sys.executable, "-c", "from kiosk.cli import main; main()", "shoot", "--at", "2026-11-20T10:30"]


def shoot(folder: Path, *options: str) -> tuple[int, Report, str]:
    done = subprocess.run([*PROGRAM, "--out", str(folder / "out"), "--data", str(folder / "data"), *options],
                          capture_output=True, text=True, check=False)
    report = folder / "out" / "report.json"
    assert report.exists(), done.stderr
    return done.returncode, msgspec.json.decode(report.read_bytes(), type=Report), done.stderr


def test_takes_a_picture_of_each_screen_language_scale_theme_and_size(tmp_path: Path) -> None:
    _, report, _ = shoot(tmp_path, "--screen", "languages", "--screen", "idle", "--lang", "de", "--lang", "ar",
                         "--scale", "100", "--theme", "dark", "--size", "1280x800", "--size", "800x1280")
    assert sorted(picture.file for picture in report.pictures if picture.part == 1) == sorted(
        f"{screen}-{language}-100-dark-{size}.png" for screen in ("languages", "idle") for language in ("de", "ar")
        for size in ("1280x800", "800x1280"))
    assert all((tmp_path / "out" / picture.file).exists() for picture in report.pictures)


def test_a_screen_far_too_small_fails_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("[display]\ndpi = 400\n")
    code, report, messages = shoot(tmp_path, "--screen", "home", "--lang", "de", "--scale", "200", "--size", "640x400")
    assert code == 1
    assert report.counts["clipped"] > 0
    problem = report.pictures[0].problems[0]
    assert f"{report.pictures[0].file}: {problem.kind}: {problem.item}" in messages


def test_the_same_moment_gives_the_same_pictures(tmp_path: Path) -> None:
    pictures = []
    for run in ("first", "second"):
        shoot(tmp_path / run, "--screen", "home", "--screen", "emergency", "--lang", "uk", "--scale", "100")
        pictures.append({file.name: file.read_bytes() for file in (tmp_path / run / "out").iterdir()})
    assert pictures[0] == pictures[1]


def test_settings_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[display]\ndpi = -1\n")
    done = subprocess.run([*PROGRAM, "--out", str(tmp_path / "out"), "--data", str(tmp_path)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "dpi" in done.stderr


def test_every_scene_shows_something_of_the_copy(tmp_path: Path) -> None:
    store = open_copy(tmp_path)
    found = {scene.name: scene for scene in scenes(Library(store, Here()))}
    assert list(found) == [name for name in NAMES if name in found]
    assert {"topic", "results", "offer", "place", "helpline", "guide", "lesson"} <= found.keys()
    assert all(store.get(found[name].target) for name in ("offer", "place", "helpline", "guide", "lesson"))
    assert set(found["search"].typed) == {language.code for language in LANGUAGES}
    assert all(found["search"].typed.values())
    store.close()


def test_a_report_counts_its_problems() -> None:
    def picture(*kinds: str) -> Picture:
        problems = tuple(Problem(kind, "Text", "", "", (0, 0, 1, 1)) for kind in kinds)  # type: ignore[arg-type]
        return Picture("a.png", "home", "", "de", 100, "light", 1, 1, 1, problems)

    report = Report.of("2026-11-20T10:30", [picture("clipped", "name"), picture("clipped"), picture()])
    assert report.counts == {"clipped": 2, "name": 1}


@pytest.mark.parametrize("size", ["800", "800x", "ax600", "0x600"])
def test_a_size_that_is_none_is_refused(size: str, tmp_path: Path) -> None:
    done = subprocess.run([*PROGRAM, "--out", str(tmp_path), "--size", size],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert size in done.stderr
