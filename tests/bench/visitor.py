"""A visitor who chooses German, opens the search and types a word; then the screen is left as it is.

`python -m tests.bench.visitor DATA WORD` on a display.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.app import Kiosk
from kiosk.qt import application
from kiosk.settings import Settings

LETTER_EVERY = 50  # ms


class Visitor:
    """Types a word into a kiosk's search, letter by letter."""

    def __init__(self, kiosk: Kiosk, word: str) -> None:
        self._kiosk = kiosk
        self._left = list(word)
        self._timer = QTimer(interval=LETTER_EVERY)
        self._timer.timeout.connect(self._type)

    def visit(self) -> None:
        """Come, choose a language, and begin to type."""
        self._kiosk.visit.begin("de")
        self._kiosk.visit.open("results", "")
        self._timer.start()

    def _type(self) -> None:
        if self._left:
            letter = self._left.pop(0)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self._kiosk.window, event)
        else:
            self._timer.stop()


def main() -> int:
    """Show the kiosk with the visitor at it until somebody ends the program."""
    folder, word = sys.argv[1:]
    qt = application(sys.argv[:1])
    kiosk = Kiosk(Path(folder), Settings(), qt.primaryScreen().size())
    visitor = Visitor(kiosk, word)
    kiosk.window.showFullScreen()
    QTimer.singleShot(300, visitor.visit)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
