"""What the kiosk writes down: the world's faults as messages, our own as the end of the process.

Nothing a visitor typed or chose is ever logged. The log goes to standard error, where the supervisor keeps it.
"""

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from types import TracebackType

OUR_FAULT = 70  # EX_SOFTWARE of sysexits.h: the supervisor starts the kiosk again
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up(last: Callable[[BaseException], None] = lambda _: None) -> None:
    """Log to standard error; an error nobody caught is logged and ends the process; `last` is told of it.

    Qt writes its own messages to standard error. They do not pass through Python: a message from one of Qt's threads
    would wait for the interpreter while the screen waits for that thread.
    """
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    sys.excepthook = partial(_end, last)


def _end(last: Callable[[BaseException], None], kind: type[BaseException], error: BaseException,
         trace: TracebackType | None) -> None:
    """PySide goes on after an error in a slot; a kiosk in an unknown state must not."""
    logging.getLogger(__name__).critical("this is a fault of the program", exc_info=(kind, error, trace))
    last(error)
    logging.shutdown()
    os._exit(OUR_FAULT)
