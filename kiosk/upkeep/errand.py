"""A child process that is sent off, says what it does, and is never waited for."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

log = logging.getLogger(__name__)

PATIENCE = 30 * 60  # seconds a child may take
Told = dict[str, Any]


def command(folder: Path, *arguments: str) -> list[str]:
    """How a command of the program is started as a child for that folder, frozen or not."""
    start = [] if getattr(sys, "frozen", False) else ["-m", "kiosk"]
    return [sys.executable, *start, *arguments, "--data", str(folder)]


class Errand(QObject):
    """At most one child at a time. It tells what it does in lines of JSON on its standard output; what it has to say
    to the keeper goes to standard error, which is the log. One that hangs is ended after `patience` seconds."""

    told = Signal(dict)
    ended = Signal(bool)  # whether it came to a good end

    def __init__(self, patience: float = PATIENCE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._watch = QTimer(self, singleShot=True, interval=round(patience * 1000))
        self._watch.timeout.connect(self._lose_patience)

    @property
    def running(self) -> bool:
        """Whether a child is on its way."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """The number of the child's process; 0 while there is none."""
        return self._process.processId()

    def send(self, start: Sequence[str]) -> None:
        """Start a child; nothing while one is on its way."""
        if not self.running:
            self._watch.start()
            self._process.start(start[0], list(start[1:]))

    def close(self) -> None:
        """Be rid of the child, whatever it does, and say no more."""
        self.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _read(self) -> None:
        while self._process.canReadLine():
            self._tell(bytes(self._process.readLine().data()))

    def _tell(self, line: bytes) -> None:
        try:
            self.told.emit(msgspec.json.decode(line, type=Told))
        except msgspec.DecodeError:
            log.warning("%s said what is no JSON object", self._name())

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._watch.stop()
        well = status == QProcess.ExitStatus.NormalExit and code == 0
        if not well:
            log.warning("%s ended %s", self._name(), f"with {code}" if status == QProcess.ExitStatus.NormalExit
                        else "by a signal")
        self.ended.emit(well)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._watch.stop()
            log.error("%s cannot be started: %s", self._name(), self._process.errorString())
            self.ended.emit(False)

    def _lose_patience(self) -> None:
        log.warning("%s took more than %d s and is ended", self._name(), self._watch.interval() / 1000)
        self._process.kill()

    def _name(self) -> str:
        return " ".join(["the child", *self._process.arguments()])
