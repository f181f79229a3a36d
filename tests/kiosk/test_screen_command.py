"""`kiosk` as a keeper starts it, where it cannot start: one line says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from kiosk.cli import main; main()"]


def start(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "--data", str(folder), *options], capture_output=True, text=True, check=False,
                          timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.parametrize("size", ["1280", "0x800", "1280x800x2", "ax b"])
def test_a_size_that_is_none_is_named(tmp_path: Path, size: str) -> None:
    done = start(tmp_path, "--size", size)
    assert done.returncode == 2
    assert "WIDTHxHEIGHT" in done.stderr
