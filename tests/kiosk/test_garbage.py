"""Garbage is collected, and on no thread but Qt's."""

import gc
import subprocess
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

from kiosk.garbage import collect_when_due

PROGRAM = """
import gc, sys, threading
from PySide6.QtCore import QTimer
from kiosk.qt import application
qt = application(["kiosk"])
threads = set()
gc.callbacks.append(lambda phase, info: threads.add(threading.current_thread() is threading.main_thread()))
kept = []
def litter():
    kept.extend([[] for _ in range(10)] for _ in range(20_000))
thread = threading.Thread(target=litter)
thread.start()
QTimer.singleShot(1500, qt.quit)
qt.exec()
thread.join()
print(threads)
"""


class Ring:
    """Refers to itself, so that only the collector is rid of it."""

    def __init__(self) -> None:
        self.me = self


def test_the_program_collects_on_qts_thread_alone() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "{True}"


def test_what_is_due_is_collected() -> None:
    gone = weakref.ref(Ring())
    littered: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 100)]
    collect_when_due()
    assert gone() is None
    assert littered


def test_no_other_thread_collects_while_tests_run() -> None:
    collected: list[str] = []
    watch = lambda phase, info: collected.append(threading.current_thread().name)  # noqa: E731
    gc.callbacks.append(watch)
    with ThreadPoolExecutor(1, "elsewhere") as elsewhere:
        elsewhere.submit(lambda: [[] for _ in range(50_000)]).result()
    gc.callbacks.remove(watch)
    assert not [name for name in collected if name.startswith("elsewhere")]
