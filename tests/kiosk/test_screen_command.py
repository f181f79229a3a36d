"""`kiosk` as a keeper starts it, where it cannot start: one line says why."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from content.migrations import STEPS
from kiosk.app import NO_COPY
from kiosk.folder import COPY

PROGRAM = [sys.executable, "-c", "from kiosk.cli import main; main()"]


def start(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "--data", str(folder), *options], capture_output=True, text=True, check=False,
                          timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def test_a_copy_of_a_later_version_is_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / COPY)) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    done = start(tmp_path)
    assert (done.returncode, done.stdout) == (NO_COPY, "")
    assert f"made for schema {len(STEPS) + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = start(tmp_path / "file" / "data")
    assert done.returncode == NO_COPY
    assert str(tmp_path / "file" / "data") in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("size", ["1280", "0x800", "1280x800x2", "ax b"])
def test_a_size_that_is_none_is_named(tmp_path: Path, size: str) -> None:
    done = start(tmp_path, "--size", size)
    assert done.returncode == 2
    assert "WIDTHxHEIGHT" in done.stderr
