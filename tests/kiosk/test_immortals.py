"""A kiosk runs for weeks; Qt must not use up Python's constants."""

import subprocess
import sys

LOSSY = """
from PySide6.QtCore import QObject, Signal
from kiosk.immortals import immortalise

class Bell(QObject):
    rung = Signal()

immortalise()
bell = Bell()
for _ in range(50_000):
    bell.rung.emit()
    bell.setObjectName("bell")
print("alive")
"""


def test_a_hundred_thousand_calls_of_qt_leave_python_alive() -> None:
    done = subprocess.run([sys.executable, "-c", LOSSY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
