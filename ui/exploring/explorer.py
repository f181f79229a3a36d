"""One visitor explores a window by touch: from when they switch it on to when they switch it off or leave."""

from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.exploring.cursor import Cursor
from ui.exploring.element import PRESS, Element, element_of, typed_into
from ui.exploring.finger import DoubleTapped, Finger, Gesture, Point, Swiped, Touched
from ui.exploring.prompter import Prompter
from ui.exploring.touches import Touches
from ui.sight import scene_area
from ui.viewmodels.idle import Idle
from ui.viewmodels.visit import Visit

ROOM = 3.0  # mm kept free around what is shown
CORNER = 20.0  # mm: the side of the upper right corner, in which a held finger switches on and off
STRIKE = 0.5  # s in which the same thing is not pressed twice (EN 301 549, 5.8: adjustable to 0.5 s at least)
LAST_CALL = 10  # s before the visit ends the warning is said again


class Explorer(QObject):
    """Reads the touches of a window, moves the cursor, presses what it is at, and has it all said. `dots` are pixels a
    millimetre. `looked` comes with each frame."""

    looked = Signal()

    def __init__(self, window: QQuickWindow, visit: Visit, idle: Idle, prompter: Prompter, dots: float) -> None:
        super().__init__()
        self._window, self._visit, self._idle, self._prompter = window, visit, idle, prompter
        self._corner = CORNER * dots
        self.cursor = Cursor(window, ROOM * dots)
        self._heard: QQuickItem | None = None
        self._typed: str | None = None
        self._warned = self._begun = self._focused = False
        self._turned = True
        self._pressed: tuple[Element, float] | None = None
        self._letter = 0
        self._touches = Touches(Finger(dots, QGuiApplication.styleHints().mouseDoubleClickInterval()))
        self._after = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._touches.pressed.connect(self._stir)
        self._touches.made.connect(self._answer)
        self._after.timeout.connect(self._settle)
        self._visit.routeChanged.connect(self._turn)
        self._visit.languageChanged.connect(self._turn)
        self._idle.secondsLeftChanged.connect(self._warn)
        self._window.activeFocusItemChanged.connect(self._refocus)
        self._window.afterAnimating.connect(self._look)
        self._window.installEventFilter(self._touches)
        self._after.start()

    def end(self) -> None:
        """Let the window have its touches again."""
        self._window.removeEventFilter(self._touches)
        self._touches.drop()
        self._after.stop()

    @Slot()
    def _stir(self) -> None:
        """A finger touched the glass: silence, and a sign of life. What answers a warning means nothing else."""
        self._prompter.hush()
        self._heard = None
        warned = self._idle.secondsLeft > 0
        self._idle.start()
        if warned:
            self._touches.drop()
            self._tell(self._prompter.words("The visit goes on."), then=self.cursor.at)

    @Slot(object)
    def _answer(self, gesture: Gesture) -> None:
        if isinstance(gesture, Touched):
            self._hear(gesture.at)
        elif isinstance(gesture, DoubleTapped):
            self._press()
        elif isinstance(gesture, Swiped):
            self._swipe(gesture)
        elif gesture.at.y < self._corner and gesture.at.x > self._window.width() - self._corner:
            self._visit.explore(False)

    def _tell(self, *texts: str, then: Element | None = None) -> None:
        """Have it said, and the frame drawn where it belongs."""
        self._letter = 0
        self._prompter.tell(*texts, then=then)
        self._window.update()

    def _hear(self, at: Point) -> None:
        found = self.cursor.touch(at)
        if found and found.item is not self._heard:
            self._heard = found.item
            self._tell(then=found)

    def _swipe(self, stroke: Swiped) -> None:
        words, at = self._prompter.words, self.cursor.at
        if stroke.y and at and at.others:
            self._choose(at, -stroke.y)
        elif stroke.y:
            found = self.cursor.turn(-stroke.y)
            self._tell("" if found else words("There is nothing further."), then=found)
        elif step := self.cursor.step(-stroke.x if self._visit.mirrored else stroke.x):
            element, round_the_end = step
            self._tell(words("Past the end of the screen.") if round_the_end else "", then=element)

    def _choose(self, key: Element, way: int) -> None:
        """Another of the letters on a key: those kept below it, and its own after the last."""
        letter = (self._letter + way) % (len(key.others) + 1)
        if letter:
            self._prompter.letter(key.others[letter - 1])
        else:
            self._tell(then=key)
        self._letter = letter

    def _press(self) -> None:
        """Press what was said last, if it still is what it was; the same thing not twice in one stroke."""
        was, at, now = self.cursor.at, self.cursor.again(), monotonic()
        if at is None or (self._pressed and self._pressed[0].item is at.item and now - self._pressed[1] < STRIKE):
            return
        if was and was.name != at.name:
            self._tell(then=at)
            return
        self._pressed = at, now
        self.cursor.go(at)
        if self._letter:
            at.type(at.others[self._letter - 1])
        elif at.is_typed_into:
            at.item.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
        elif not at.pressed_by:
            self._touches.send(self._window, scene_area(at.item).center())
        elif at.item.isEnabled():
            at.pressed_by.doAction(PRESS)
        self._after.start()

    @Slot()
    def _turn(self) -> None:
        self._turned = True
        self._after.start()

    @Slot()
    def _refocus(self) -> None:
        self._focused = True
        self._after.start()

    @Slot()
    def _settle(self) -> None:
        """Something has happened: say what became of the screen. (While it happens, items come and go.)"""
        turned, focused, pressed = self._turned, self._focused, self._pressed
        self._turned = self._focused = False
        if turned:
            self._arrive()
        elif focused and not self._idle.secondsLeft:
            self._follow()
        elif pressed and (now := self.cursor.again()) and (now.pressed_by or now.name != pressed[0].name):
            self._tell(then=now)

    def _arrive(self) -> None:
        """Another screen is there; before the first, how one goes about."""
        words = self._prompter.words
        begun = () if self._begun else (words("Exploring by touch is on."), self._prompter.how())
        self._begun = True
        self._tell(*begun, then=self.cursor.arrive())

    def _follow(self) -> None:
        """A key moved the focus, or a field was opened. Who has done with a field is back on the page."""
        was_typing, self._typed = self._typed is not None, None
        focus = self._window.activeFocusItem()
        if found := element_of(focus, self.cursor.elements()) if focus else None:
            self.cursor.go(found)
            self._tell(then=found)
        elif was_typing:
            self._arrive()

    @Slot()
    def _warn(self) -> None:
        """The visit is about to end: everything the warning says, and what to do."""
        left = self._idle.secondsLeft
        if left and (not self._warned or left == LAST_CALL):
            texts = [one.name for one in self.cursor.elements() if not one.pressed_by]
            self._tell(*texts, self._prompter.words("Touch the screen to go on."))
        self._warned = left > 0

    @Slot()
    def _look(self) -> None:
        typed = typed_into(self._window.activeFocusItem())
        if typed is not None:
            if self._typed is not None and typed != self._typed:
                self._prompter.typed(self._typed, typed)
            self._typed = typed
        self.looked.emit()
