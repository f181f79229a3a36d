"""What the audit found, as `report.json` holds it."""

from typing import Literal

import msgspec

Kind = Literal["clipped", "broken", "overlap", "target", "contrast", "name", "glyph", "order", "motion", "script"]


class Problem(msgspec.Struct, frozen=True):
    """One fault: what kind, where in the screen (types of the interface, outermost first), the words it concerns,
    what is wrong, and its area in pixels of the picture [x, y, width, height]."""

    kind: Kind
    item: str
    words: str
    message: str
    area: tuple[int, int, int, int]

    @property
    def identity(self) -> tuple[str, str, str]:
        """The same for the same fault seen again after scrolling."""
        return (self.kind, self.item, self.words or self.message)


class Picture(msgspec.Struct, frozen=True):
    """One picture, what it shows, and its faults. `part` counts from 1 where a screen was scrolled through."""

    file: str
    screen: str
    target: str
    language: str
    scale: int
    theme: str
    width: int
    height: int
    part: int
    problems: tuple[Problem, ...]


class Report(msgspec.Struct, frozen=True):
    """All pictures of a run, and how many faults of each kind they have together."""

    at: str
    pictures: list[Picture]
    counts: dict[str, int]

    @classmethod
    def of(cls, at: str, pictures: list[Picture]) -> "Report":
        """The report of these pictures."""
        kinds = [problem.kind for picture in pictures for problem in picture.problems]
        return cls(at, pictures, {kind: kinds.count(kind) for kind in sorted(set(kinds))})
