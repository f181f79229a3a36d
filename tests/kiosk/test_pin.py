"""The keeper's PIN: set from the command line, kept as a hash, in settings that otherwise stay as they are."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.pin import Pin, fits, hashed
from kiosk.settings import NAME, Visits, load_settings

SETTINGS = '# ours\ncity = "Stadt"  # here\n\n[visits]\nidle = 60\n'


def set_to(folder: Path, pin: str, again: str | None = None) -> int:
    typed = f"{pin}\n{pin if again is None else again}\n"
    return CliRunner().invoke(main, ["pin", "--data", str(folder)], input=typed).exit_code


def test_the_pin_that_was_set_fits_and_no_other(tmp_path: Path) -> None:
    pin = Pin(tmp_path)
    assert not pin.known()
    assert set_to(tmp_path, "2468") == 0
    assert pin.known()
    assert [pin.fits(typed) for typed in ("2468", "2469", "", "24680", "٢٤٦٨")] == [True, False, False, False, False]


def test_it_is_not_kept_as_it_is_typed_and_only_for_its_owner(tmp_path: Path) -> None:
    set_to(tmp_path, "13579246")
    file = tmp_path / NAME
    assert "13579246" not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert hashed("2468") != hashed("2468")


@pytest.mark.parametrize("more", ["", '\n[keeper]\npin = ""\n', "\n[keeper]  # us\n\n[place]\nname = 'Haus'\n"])
def test_all_else_stays_as_it_is_written(tmp_path: Path, more: str) -> None:
    (tmp_path / NAME).write_text(SETTINGS + more, encoding="utf-8")
    for typed in ("2468", "1357"):
        assert set_to(tmp_path, typed) == 0
        assert Pin(tmp_path).fits(typed)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert text.startswith(SETTINGS)
    assert text.count("pin =") == 1
    made = load_settings(tmp_path)
    assert (made.city, made.visits) == ("Stadt", Visits(60, 30))
    assert made.place.name == ("Haus" if "Haus" in more else "")


@pytest.mark.parametrize(("pin", "again"), [("123", None), ("12a4", None), ("1234", "1235"), ("1" * 13, None)])
def test_what_is_no_pin_changes_nothing(tmp_path: Path, pin: str, again: str | None) -> None:
    assert set_to(tmp_path, pin, again) != 0
    assert not Pin(tmp_path).known()


def test_settings_that_cannot_be_used_are_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_text("what is this", encoding="utf-8")
    assert set_to(tmp_path, "2468") != 0
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "what is this"
    assert not Pin(tmp_path).known()
    assert NAME in caplog.text


@pytest.mark.parametrize("kept", ["", "2468", "scrypt:", "scrypt:a:b", "scrypt:!!:??", "md5:AAAA:AAAA"])
def test_nothing_fits_what_is_no_hash(kept: str) -> None:
    assert not fits("2468", kept)
