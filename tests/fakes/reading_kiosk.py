"""A kiosk in a process of its own, for tests of its sound: what it is told on standard input it does as a visitor
would, and each thing that happens is a line of JSON with the moment (`time.monotonic`) it happened.

`open LANGUAGE SCREEN TARGET`, `press NAME` (a button by its accessible name), `touch TEXT`, `sees TEXT` (tells `seen`
if something begins so), `pid`, `end`. With one finger, as somebody who explores by touch: `down NAME`, `slide NAME`,
`lift` (NAME as what it is called begins; `corner` is the upper right one, none the middle), `tap` (twice, in the
middle).
"""

import json
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.audit.targets import name_of
from kiosk.qt import application
from kiosk.settings import load_settings
from ui.exploring.element import elements
from ui.sight import visible
from ui.voice import Listener, Part, Phrase, Reason, Trouble


def tell(event: str, **more: object) -> None:
    sys.stdout.write(json.dumps({"at": time.monotonic(), "event": event, **more}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Witness:
    """Tells what a listener is told, and passes it on."""

    def __init__(self, inner: Listener) -> None:
        self._inner = inner

    def excuse(self, reason: Reason) -> Sequence[Part]:
        return self._inner.excuse(reason)

    def sentence_begins(self, part: int, start: int, length: int) -> None:
        self._inner.sentence_begins(part, start, length)
        tell("sentence", part=part, start=start, length=length)

    def word_begins(self, part: int, start: int, length: int) -> None:
        self._inner.word_begins(part, start, length)
        tell("word", part=part, start=start, length=length)

    def ended(self) -> None:
        self._inner.ended()
        tell("ended")

    def troubled(self, what: Trouble | None) -> None:
        self._inner.troubled(what)
        tell("trouble", what=what)


class Narrating:
    """Tells what is to be said, and has the kiosk's narrator say it."""

    def __init__(self) -> None:
        self.kiosk: Kiosk | None = None

    def tell(self, *phrases: Phrase) -> None:
        tell("said", texts=[phrase.text for phrase in phrases])
        assert self.kiosk
        self.kiosk.narrator.tell(*phrases)

    def hush(self) -> None:
        assert self.kiosk
        self.kiosk.narrator.hush()


class Finger:
    """One finger on the glass of a window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._device = QTest.createTouchDevice()
        self._at = QPoint()

    def down(self, name: str) -> None:
        self._at = self._spot(name)
        tell("touched")
        QTest.touchEvent(self._window, self._device).press(0, self._at, self._window).commit()

    def slide(self, name: str) -> None:
        self._at = self._spot(name)
        tell("touched")
        QTest.touchEvent(self._window, self._device).move(0, self._at, self._window).commit()

    def lift(self, _name: str) -> None:
        QTest.touchEvent(self._window, self._device).release(0, self._at, self._window).commit()

    def tap(self, _name: str) -> None:
        for _ in range(2):
            self.down("")
            self.lift("")

    def _spot(self, name: str) -> QPoint:
        """The corner, the middle of the element, or that of the window."""
        if name == "corner":
            return QPoint(self._window.width() - 10, 10)
        if not name:
            return QPoint(self._window.width() // 2, self._window.height() // 2)
        return next(one.shown.center().toPoint() for one in elements(self._window) if one.name.startswith(name))


class Visitor(QObject):
    """Does what it is told."""

    told = Signal(str)

    def __init__(self, kiosk: Kiosk) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._finger = Finger(kiosk.window)
        self.told.connect(self.act)
        threading.Thread(target=self._listen, daemon=True).start()

    def act(self, line: str) -> None:
        verb, _, rest = line.rstrip("\n").partition(" ")
        if verb == "open":
            language, screen, target = rest.split(" ")
            self._kiosk.visit.begin(language)
            self._kiosk.visit.open(screen, target)
            tell("opened")
        elif verb == "press":
            item = next(one.item for one in visible(self._kiosk.window) if name_of(one.item) == rest)
            self._touch(item)
        elif verb == "touch":
            self._touch(self._found(rest))
        elif verb == "sees":
            self._found(rest)
            tell("seen")
        elif verb in {"down", "slide", "lift", "tap"}:
            getattr(self._finger, verb)(rest)
        elif verb == "pid":
            speaker = self._kiosk.narrator._speaker
            tell("pid", pid=speaker and speaker.pid)
        elif verb == "end":
            self._kiosk.window.close()

    def _found(self, text: str) -> QQuickItem:
        found = (one.item for one in visible(self._kiosk.window))
        return next(item for item in found if str(item.property("text") or "").startswith(text))

    def _touch(self, item: QQuickItem) -> None:
        middle = item.mapToScene(QPoint(int(item.width() / 2), int(item.height() / 2))).toPoint()
        tell("touched")
        QTest.mouseClick(self._kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def _listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(line)
        self.told.emit("end")


def main(folder: Path) -> None:
    qt = application(sys.argv[:1])
    announcer = Narrating()
    kiosk = announcer.kiosk = Kiosk(folder, load_settings(folder), QSize(1280, 800), announcer=announcer)
    kiosk.narrator.listener = Witness(cast("Listener", kiosk.narrator.listener))
    kiosk.window.show()
    kiosk.prepare()
    visitor = Visitor(kiosk)
    tell("ready")
    qt.exec()
    del visitor
    kiosk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
