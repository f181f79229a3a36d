"""The hub is installed without what only the screen needs."""

import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_INTERPRETER = """
import importlib, pkgutil, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Blocked())
"""
_EVERYTHING = """
import content, sync
names = [found.name for package in (content, sync)
         for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
for name in names:
    if not name.endswith(".__main__"):
        importlib.import_module(name)
print(len(names))
"""


def _without_the_extra(source: str) -> subprocess.CompletedProcess[str]:
    """What a fresh interpreter makes of this source if nothing of the extra `kiosk` can be imported."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    wanted = {name.split("=")[0].split(">")[0].casefold() for name in extras["kiosk"]}
    blocked = {"shiboken6"} | {module for module, owners in packages_distributions().items()
                               if wanted & {owner.casefold().replace("_", "-") for owner in owners}}
    assert {"PySide6", "pyttsx3", "segno"} <= blocked
    program = _INTERPRETER.replace("BLOCKED", repr(blocked)) + source
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=120, capture_output=True, text=True,
                          check=False)


def test_content_and_sync_import_without_the_screens_packages():
    done = _without_the_extra(_EVERYTHING)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 150


def test_the_hub_command_runs_without_them(tmp_path):
    none = str(tmp_path / "none")
    done = _without_the_extra(f"from sync.hub.cli import main; main(['--settings', {none!r}, 'status'])")
    assert (done.returncode, done.stderr) == (1, f"Error: {none}: No such file or directory\n")


def test_the_screen_says_what_it_misses(tmp_path):
    done = _without_the_extra(f"from kiosk.cli import main; main(['--data', {str(tmp_path)!r}])")
    assert done.returncode == 1
    assert "pip install 'anlaufstelle[kiosk]'" in done.stderr
