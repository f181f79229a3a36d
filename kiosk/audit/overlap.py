"""Things that stand on top of each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRectF

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.targets import Control
from kiosk.audit.text import Writing
from ui.sight import Seen, above

# Two texts may touch by this much of the smaller type's height: ascenders and descenders are rarely there.
TOUCHING = 0.2
# Controls may touch by this many pixels: layouts round.
SLACK = 1.5


def overlapping(texts: Sequence[Writing], controls: Sequence[Control]) -> Iterator[Problem]:
    """Pieces of text whose letters overlap, and controls that overlap and are not parts of one another."""
    for one, other in combinations(texts, 2):
        allowed = TOUCHING * min(one.size, other.size)
        if _overlap(one.seen, one.painted, other.seen, other.painted, allowed):
            yield fault("overlap", one.seen.item, one.words, one.painted, f"overlaps “{other.words}”")
    for first, second in combinations(controls, 2):
        if _overlap(first.seen, first.seen.area, second.seen, second.seen.area, SLACK) and not _nested(first, second):
            yield fault("overlap", first.seen.item, first.name, first.seen.area,
                        f"overlaps the control “{second.name}”")


def _overlap(one: Seen, area: QRectF, other: Seen, covered: QRectF, allowed: float) -> bool:
    """Whether the areas share more than `allowed` pixels both ways. What scrolls together is compared whole,
    in sight or not; else only what is in sight counts."""
    if one.scroller is not other.scroller:
        area, covered = area & one.shown, covered & other.shown
    shared = area & covered
    return shared.width() > allowed and shared.height() > allowed


def _nested(one: Control, other: Control) -> bool:
    return one.seen.item in above(other.seen.item) or other.seen.item in above(one.seen.item)
