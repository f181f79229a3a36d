"""What one finger on the glass means: looking around, a double tap, a swipe, a long hold."""

from collections.abc import Iterator
from math import hypot
from typing import NamedTuple

REST = 250  # ms after which a finger that stays looks around
FLICK = 600  # ms in which a swipe is over
HOLD = 2000  # ms after which a finger that stays is held on purpose
SLOP = 5.0  # mm a finger trembles
STROKE = 12.0  # mm a swipe is long at least


class Point(NamedTuple):
    """A place in the window, in pixels."""

    x: float
    y: float


class Touched(NamedTuple):
    """The finger wants to know what lies there."""

    at: Point


class DoubleTapped(NamedTuple):
    """Two short touches, wherever."""


class Swiped(NamedTuple):
    """A quick stroke: one of x and y is 1 (right, down) or -1, the other 0."""

    x: int
    y: int


class Held(NamedTuple):
    """The finger has stayed there for long."""

    at: Point


Gesture = Touched | DoubleTapped | Swiped | Held


class Finger:
    """Makes gestures of touches. Times are milliseconds of any clock; `dots` are pixels a millimetre, `double` the
    time in which a second touch makes a double tap. Before `due`, `wait` has nothing to tell."""

    def __init__(self, dots: float, double: int) -> None:
        self._slop, self._stroke = SLOP * dots, STROKE * dots
        self._double = double
        self._tap: tuple[Point, int] | None = None
        self._start: Point | None = None
        self._began = 0
        self._looking = self._moved = self._second = self._held = False

    @property
    def due(self) -> int | None:
        """When to call `wait`; None if nothing is waited for."""
        if self._start is None:
            return self._tap[1] + self._double if self._tap else None
        at = self._began + (HOLD if self._looking else REST)
        return None if self._moved or self._second or self._held else at

    def press(self, at: Point, ms: int) -> list[Gesture]:
        """The finger touches the glass."""
        late = self.wait(ms)
        self._start, self._began = at, ms
        self._second, self._tap = self._tap is not None, None
        return late

    def move(self, at: Point, ms: int) -> list[Gesture]:
        """The finger moves."""
        if self._start is None:
            return []
        told = self.wait(ms)
        self._moved = self._moved or self._far(at) > self._slop
        if self._moved and ms - self._began > FLICK:
            self._looking = True
        return [*told, Touched(at)] if self._looking and self._moved else told

    def release(self, at: Point, ms: int) -> list[Gesture]:
        """The finger leaves the glass."""
        if self._start is None:
            return []
        told = [*self.wait(ms), *self._ended(self._start, at, ms)]
        self.lift()
        return told

    def wait(self, ms: int) -> list[Gesture]:
        """Time has passed."""
        return list(self._waited(ms))

    def lift(self) -> None:
        """Forget the finger until it touches the glass anew; a tap is remembered."""
        self._start = None
        self._looking = self._moved = self._second = self._held = False

    def _waited(self, ms: int) -> Iterator[Gesture]:
        while (due := self.due) is not None and ms >= due:
            if self._start is None and self._tap:
                yield Touched(self._tap[0])
                self._tap = None
            elif self._start and not self._looking:
                self._looking = True
                yield Touched(self._start)
            elif self._start:
                self._held = True
                yield Held(self._start)

    def _ended(self, start: Point, at: Point, ms: int) -> Iterator[Gesture]:
        x, y = at.x - start.x, at.y - start.y
        if self._looking:
            return
        if self._far(at) >= self._stroke:
            yield Swiped(_sign(x), 0) if abs(x) > abs(y) else Swiped(0, _sign(y))
        elif self._second:
            yield DoubleTapped()
        elif not self._moved:
            self._tap = (start, ms)

    def _far(self, at: Point) -> float:
        return hypot(at.x - self._start.x, at.y - self._start.y) if self._start else 0.0


def _sign(value: float) -> int:
    return 1 if value > 0 else -1
