"""Sticks reach the kiosk: rule, unit and setting speak of the same things, and systemd understands the unit."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.settings import Sync

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
RULE = "etc/udev/rules.d/70-anlaufstelle-sticks.rules"
UNIT = "etc/systemd/system/anlaufstelle-stick@.service"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A system after the set-up."""
    subprocess.run([DEPLOY / "sticks.sh", tmp_path], check=True)
    return tmp_path


def test_the_rule_starts_the_unit_that_shows_the_stick_where_the_kiosk_looks(root: Path) -> None:
    wanted = re.search(r'SYSTEMD_WANTS}\+="([\w-]+@)%k(\.service)"', (root / RULE).read_text())
    assert wanted
    assert f"{wanted[1]}{wanted[2]}" == Path(UNIT).name
    assert f" {Sync().sticks}/%I\n" in (root / UNIT).read_text()


def test_nothing_on_a_stick_can_be_run_and_it_can_be_written(root: Path) -> None:
    options = re.search(r"mount -o (\S+)", (root / UNIT).read_text())
    assert options
    assert {"rw", "sync", "nosuid", "noexec", "nodev"} <= set(options[1].split(","))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_unit(root: Path) -> None:
    file = (root / UNIT).rename(root / "anlaufstelle-stick@sdb1.service")
    told = subprocess.run(["systemd-analyze", "verify", "--man=no", file], capture_output=True, text=True, check=False)
    assert "anlaufstelle-stick" not in told.stderr
    assert told.returncode == 0
