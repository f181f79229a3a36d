"""systemd understands the units of the hub, and they start what there is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sync.hub.cli import COMMANDS

HUB = Path(__file__).resolve().parents[2] / "deploy" / "hub"
SERVICES = sorted(HUB.glob("hub-*.service"))


def test_every_service_runs_a_command_of_the_hub_as_nobody_else() -> None:
    for file in SERVICES:
        text = file.read_text(encoding="utf-8")
        started = re.search(r"^ExecStart=\S+/hub --settings /etc/anlaufstelle/hub.toml (\w+)$", text, re.MULTILINE)
        assert started, file
        assert started[1] in COMMANDS
        assert "User=hub\n" in text


def test_what_comes_after_the_server_can_rely_on_its_answers() -> None:
    assert "Type=notify\n" in (HUB / "hub-serve.service").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for file in (*SERVICES, *HUB.glob("*.timer")):
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(text.replace("/opt/anlaufstelle/bin/hub", "/bin/true"), encoding="utf-8")
    told = subprocess.run(["systemd-analyze", "verify", "--man=no", *tmp_path.iterdir()], capture_output=True,
                          text=True, check=False)
    assert "hub-" not in told.stderr
    assert told.returncode == 0
