"""A kiosk in a process of its own (`reading_kiosk`), seen from the test: what it is to do, and what it tells."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

Event = dict[str, Any]


class KioskProcess:
    """Runs until it is closed, in an environment that says which sound server there is."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.reading_kiosk", str(folder)], cwd=ROOT, text=True,
            env={**environment, "QT_LOGGING_RULES": "qt.multimedia*=false"},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._told: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.until("ready")

    def do(self, line: str) -> None:
        """See `reading_kiosk` for what it understands."""
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def touch(self, line: str) -> float:
        """Do that; the moment in which the glass was touched."""
        self.do(line)
        return float(self.until("touched")["at"])

    def press(self, name: str) -> float:
        """Press a button; the moment in which it was touched."""
        return self.touch(f"press {name}")

    def open(self, language: str, screen: str, target: str) -> None:
        """Go to a screen, in a language."""
        self.do(f"open {language} {screen} {target}")
        self.until("opened")

    def next(self) -> Event:
        """What is told next."""
        return self._told.get(timeout=15)

    def until(self, event: str, **like: object) -> Event:
        """Wait for that."""
        while True:
            told = self.next()
            if told["event"] == event and all(told.get(name) == value for name, value in like.items()):
                return told

    def said(self, text: str) -> list[str]:
        """Wait until words that begin so are to be said; all of them."""
        while not (told := self.until("said"))["texts"][0].startswith(text):
            pass
        return list(told["texts"])

    def close(self) -> None:
        """The window is closed; it ends by itself, and well."""
        assert self._process.stdin
        self._process.stdin.close()
        assert self._process.wait(timeout=30) == 0
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._told.put(json.loads(line))
