"""The speaker's side of the child process that speaks."""

import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kiosk.speech.frame import Frame, Request, encode_request, read_frame
from kiosk.speech.system import PLATFORMS


def command(folder: Path) -> list[str]:
    """How the child is started: by the interpreter, or by the program itself where it is frozen. `folder` is where
    the keeper's own voices lie; it need not exist."""
    start = ["speak", "--serve"] if getattr(sys, "frozen", False) else ["-m", "kiosk.speech.process"]
    return [sys.executable, *start, str(folder)]


def patience(folder: Path) -> float:
    """How many seconds the child may be silent: a model of the keeper's is loaded, and makes sentences whole; so do
    the system's own voices."""
    return 20.0 if any(folder.glob("*.onnx")) or sys.platform in PLATFORMS else 2.0


class Lost(Exception):
    """The child ended or does not answer."""


class Child:
    """A running child process. Raises `Lost` where it cannot be started."""

    def __init__(self, start: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        except OSError as error:
            raise Lost(f"the voice process cannot be started: {error}") from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests = self._process.stdin
        self._frames: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, request: Request) -> None:
        """Hand over a request. Raises `Lost`."""
        try:
            self._requests.write(encode_request(request))
            self._requests.flush()
        except (OSError, ValueError) as error:
            raise Lost("the voice process ended") from error

    def receive(self, patience: float) -> Frame:
        """The next frame. Raises `Lost` at the end of the process, or if none comes for `patience` seconds."""
        try:
            frame = self._frames.get(timeout=patience)
        except queue.Empty as error:
            raise Lost(f"the voice process was silent for {patience:g} seconds") from error
        if frame is None:
            raise Lost("the voice process ended")
        return frame

    def end(self) -> None:
        """Be rid of the process, whatever it does."""
        self._process.kill()
        with suppress(OSError):
            self._requests.close()
        self._process.wait()
        self._reader.join()

    def _read(self, answers: BinaryIO) -> None:
        with answers:
            while (frame := read_frame(answers)) is not None:
                self._frames.put(frame)
        self._frames.put(None)
