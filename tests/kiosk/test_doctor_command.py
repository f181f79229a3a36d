"""`kiosk doctor` as an operator calls it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from kiosk.folder import COPY, open_copy

PROGRAM = [sys.executable, "-c", "from kiosk.cli import main; main()", "doctor"]
QUESTIONS = ["fonts", "voices", "keyboards", "database", "feeds", "settings", "disk", "clock", "display"]


def doctor(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "--data", str(folder), *options], capture_output=True, text=True, check=False)


def answers(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return {check["name"]: check for check in json.loads(done.stdout)["checks"]}


def test_says_in_json_how_a_whole_kiosk_is(tmp_path: Path) -> None:
    open_copy(tmp_path).close()
    done = doctor(tmp_path, "--json")
    told = answers(done)
    assert list(told) == QUESTIONS
    assert all(told[name]["severity"] == "ok" for name in ("fonts", "keyboards", "database", "feeds", "settings"))
    assert {feed["name"] for feed in told["feeds"]["facts"]["feeds"]} >= {"help", "helplines"}
    assert (done.returncode == 0) is json.loads(done.stdout)["ok"] is all(check["ok"] for check in told.values())


def test_a_broken_copy_is_an_error(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(b"no database" * 999)
    done = doctor(tmp_path, "--json")
    assert done.returncode == 1
    assert not json.loads(done.stdout)["ok"]
    assert [name for name, check in answers(done).items() if check["severity"] == "error"] == ["database", "feeds"]


def test_settings_that_cannot_be_used_do_not_stop_the_examination(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[display]\ndpi = 'many'\n")
    done = doctor(tmp_path, "--json")
    assert done.returncode == 1
    assert "dpi" in answers(done)["settings"]["message"]


def test_tells_people_on_standard_error_and_changes_nothing(tmp_path: Path) -> None:
    done = doctor(tmp_path / "not-there")
    assert not done.stdout
    assert [line.split(":")[0].split()[-1] for line in done.stderr.splitlines()] == QUESTIONS
    assert not (tmp_path / "not-there").exists()
