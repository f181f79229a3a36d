"""Numbers that come out in the wrong order between letters that are read from right to left."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import bidirectional

from kiosk.audit.fault import fault
from kiosk.audit.report import Problem
from kiosk.audit.text import Writing

# Isolates (LRI ... PDI) keep their own order
_ISOLATED = re.compile("\u2066[^\u2069]*\u2069")
_TWO_NUMBERS = re.compile(r"\d+ \d+")


def turned(texts: Iterable[Writing]) -> Iterator[Problem]:
    """Texts in which a number in groups of digits is two numbers to the bidirectional algorithm: "116 117" would be
    read as "117 116"."""
    for text in texts:
        words = _ISOLATED.sub("", text.words)
        found = _TWO_NUMBERS.search(words)
        if found and any(bidirectional(letter) in ("R", "AL") for letter in words):
            yield fault("order", text.seen.item, text.words, text.painted, f"{found[0]} is turned around")
