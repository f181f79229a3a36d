"""What the kiosk writes down: the world's faults as messages, our own as the end of the process.

Nothing a visitor typed or chose is ever logged. The log goes to standard error, where the supervisor keeps it.
"""

import logging
import os
import sys
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

OUR_FAULT = 70  # EX_SOFTWARE of sysexits.h: the supervisor starts the kiosk again
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def set_up() -> None:
    """Log to standard error, Qt's messages too; an error nobody caught is logged and ends the process."""
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    qInstallMessageHandler(_from_qt)
    sys.excepthook = _end


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """PySide's stubs give the context's category as a string; Qt leaves it out for plain messages."""
    logging.getLogger(context.category or "qt").log(_LEVELS[kind], "%s", message)


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """PySide goes on after an error in a slot; a kiosk in an unknown state must not."""
    logging.getLogger(__name__).critical("this is a fault of the program", exc_info=(kind, error, trace))
    logging.shutdown()
    os._exit(OUR_FAULT)
