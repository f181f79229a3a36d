"""A real child program that says and does what a test wants."""

import sys
from pathlib import Path

SAY = "import json, os, sys, time\nsay = lambda **told: print(json.dumps(told), flush=True)\n"


def child(folder: Path, body: str) -> list[str]:
    """How a Python program with that body is started; in it `say(event=...)` tells the kiosk something."""
    file = folder / "child.py"
    file.write_text(SAY + body, encoding="utf-8")
    return [sys.executable, str(file)]
