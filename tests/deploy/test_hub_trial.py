"""`make hub`: a hub to try out, and what it says to do next works as it is written."""

import os
import re
import subprocess
from itertools import takewhile
from pathlib import Path

import pytest

from tests.fakes.hub_server import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def trial(tmp_path):
    environment = {**os.environ, "PORT": str(free_port()), "FOLDER": str(tmp_path / "hub")}
    with subprocess.Popen([ROOT / "deploy" / "hub" / "try.sh"], stdout=subprocess.PIPE, env=environment,
                          text=True) as it:
        assert it.stdout
        said = list(takewhile(lambda line: not line.startswith("As the admin"), it.stdout))
        assert it.poll() is None
        yield said
        it.terminate()


def test_a_kiosk_is_enrolled_as_it_says_and_shows_what_the_hub_holds(trial):
    commands = [line.strip() for line in trial if line.startswith("    ") and "--windowed" not in line]
    for command in commands:
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=120,
                              check=False)
        assert done.returncode == 0, (command, done.stderr)
    assert re.search(r"^kiosk-1 .*current", done.stdout, re.MULTILINE), done.stdout
