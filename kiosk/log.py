"""What the kiosk writes down: the world's faults as messages, our own as the end of the process.

Nothing a visitor typed or chose is ever logged. The log goes to standard error, where the supervisor keeps it.
"""

import logging
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from traceback import format_tb
from types import TracebackType

OUR_FAULT = 70  # EX_SOFTWARE of sysexits.h: the supervisor starts the kiosk again
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(last: Callable[[BaseException], None] = lambda _: None) -> None:
    """Log to standard error; an error nobody caught, on whatever thread, is logged and ends the process; `last` is
    told of it.

    Qt writes its own messages to standard error. They do not pass through Python: a message from one of Qt's threads
    would wait for the interpreter while the screen waits for that thread.
    """
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    sys.excepthook = partial(_end, last)
    threading.excepthook = lambda failed: _end(last, failed.exc_type, failed.exc_value, failed.exc_traceback)


def _end(last: Callable[[BaseException], None], kind: type[BaseException], error: BaseException | None,
         trace: TracebackType | None) -> None:
    """PySide goes on after an error in a slot; a kiosk in an unknown state must not."""
    made = error or kind()
    logging.getLogger(__name__).critical("this is a fault of the program\n%s", "".join(_told(made, trace)))
    last(made)
    logging.shutdown()
    os._exit(OUR_FAULT)


def _told(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    """Where an error was, and of what kind; then the same of what led to it. What it says may hold what a visitor
    typed, and is told only where the system or SQLite says it."""
    yield from format_tb(trace)
    yield f"{type(error).__qualname__}{f': {error}' if isinstance(error, OSError | sqlite3.Error) else ''}\n"
    if before := error.__cause__ or error.__context__:
        yield "after\n"
        yield from _told(before, before.__traceback__)
