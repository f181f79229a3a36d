"""A fault of our own ends the process with a code the supervisor knows; the log says where it was."""

import subprocess
import sys

import pytest

from kiosk.log import OUR_FAULT

IN_A_SLOT = """
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.log import set_up
set_up()
app = QCoreApplication([])
def slot():
    raise ValueError("a fault of ours")
QTimer.singleShot(0, slot)
app.exec()
print("went on")
"""
IN_QML = """
from PySide6.QtCore import Property, QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from kiosk.log import set_up
set_up()
app = QGuiApplication([])
class Shown(QObject):
    @Property(str, constant=True)
    def text(self):
        raise ValueError("a fault of ours")
shown, engine = Shown(), QQmlEngine()
engine.rootContext().setContextProperty("shown", shown)
component = QQmlComponent(engine)
component.setData(b"import QtQml; QtObject { property string text: shown.text }", QUrl("file:///Shown.qml"))
component.create()
print("went on")
"""
PLAIN = "from kiosk.log import set_up; set_up(); raise ValueError('a fault of ours')"
ON_A_THREAD = """
import threading
from kiosk.log import set_up
set_up()
def work():
    raise ValueError("a fault of ours")
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("went on")
"""
TYPED = """
import os
from kiosk.log import set_up
set_up()
try:
    {}[" ".join(["ich", "werde", "geschlagen"])]
except KeyError as error:
    os.listdir("/nowhere")
"""
CALM = """
import logging
from kiosk.log import set_up
set_up()
logging.getLogger("kiosk.app").warning("the world's fault")
logging.getLogger("kiosk.app").debug("detail")
print("went on")
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("program", [PLAIN, IN_A_SLOT, IN_QML, ON_A_THREAD])
def test_a_fault_of_ours_is_logged_and_ends_the_process(program: str) -> None:
    ended = run(program)
    assert (ended.returncode, ended.stdout) == (OUR_FAULT, "")
    assert "CRITICAL kiosk.log: this is a fault of the program" in ended.stderr
    assert "ValueError" in ended.stderr
    assert "line" in ended.stderr


def test_the_log_says_where_a_fault_was_and_not_what_somebody_typed() -> None:
    ended = run(TYPED)
    assert ended.returncode == OUR_FAULT
    assert "FileNotFoundError: [Errno 2] No such file or directory: '/nowhere'\nafter\n" in ended.stderr
    assert "KeyError\n" in ended.stderr
    assert "geschlagen" not in ended.stderr


def test_somebody_is_told_of_a_fault_before_the_end() -> None:
    ended = run("from kiosk.log import set_up; set_up(lambda error: print(type(error).__name__, flush=True)); 1 / 0")
    assert (ended.returncode, ended.stdout) == (OUR_FAULT, "ZeroDivisionError\n")


def test_a_fault_of_the_world_is_a_message() -> None:
    ended = run(CALM)
    assert (ended.returncode, ended.stdout) == (0, "went on\n")
    assert ended.stderr.endswith("WARNING kiosk.app: the world's fault\n")
    assert "detail" not in ended.stderr
