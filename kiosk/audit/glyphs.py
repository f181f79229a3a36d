"""Letters for which no installed font has a shape, and which come out as boxes."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from PySide6.QtGui import QFont, QTextLayout

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.text import Writing

# Categories of Unicode that have no shape of their own
_SHAPELESS = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}


def boxes(texts: Iterable[Writing]) -> Iterator[Problem]:
    """Texts with letters that neither their font nor any that stands in for it has."""
    for text in texts:
        lacking = missing(text.words, text.font.family())
        if lacking:
            codes = " ".join(f"U+{ord(letter):04X}" for letter in sorted(lacking))
            yield fault("glyph", text.seen.item, text.words, text.painted, f"no font has {codes}")


def missing(text: str, family: str) -> set[str]:
    """The characters of the text that cannot be shown in that family, nor in the fonts Qt falls back to."""
    return {letter for letter in set(text)
            if unicodedata.category(letter) not in _SHAPELESS and not _is_shown(letter, family)}


@cache
def _is_shown(letter: str, family: str) -> bool:
    layout = QTextLayout(letter, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())
