"""Python's garbage is collected on Qt's thread alone.

Left to itself the collector runs on whatever thread makes the next object, and what it finds there may be a QObject
with a timer, which Qt lets nobody destroy but its own thread. Reference counting is not touched by this.
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 500  # ms


def collect_when_due() -> None:
    """What the collector would do by itself, by its own thresholds."""
    due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if due[0]:
        gc.collect(2 if all(due) else 1 if due[1] else 0)


def on_this_thread(parent: QObject) -> None:
    """From now on only here, and for as long as `parent` lives."""
    gc.disable()
    timer = QTimer(parent, interval=OFTEN)
    timer.timeout.connect(collect_when_due)
    timer.start()
