"""The words of German and English opening hours, and how a text is cut into them."""

import re
import unicodedata
from typing import NamedTuple


class Word(NamedTuple):
    """A word understood: `kind` as in `_WORDS`, or "time" with `minutes` since midnight.

    Of a time, `value` is "half" if it is of the twelve-hour clock, "clock" if it is surely of the other, else "".
    """

    kind: str
    value: str
    minutes: int = 0


class NotUnderstood(ValueError):
    """A text with a word in it that is not known here, or is in a place where it means nothing certain."""


_APPOINTMENT = (
    r"(?:nur\s+|ausschließlich\s+)?(?:(?:termine?\s+(?:nur\s+)?)?nach\s+(?:vorheriger\s+|telefonischer\s+)*"
    r"(?:termin)?(?:vereinbarung|absprache)|(?:nur\s+)?mit\s+termin)|n\.\s?(?:v\.?|vereinbarung)")
_BY_APPOINTMENT = r"(?:only\s+)?by\s+(?:appointment|arrangement)(?:\s+only)?"

# Kind, value and pattern, the longer before the shorter. A word missing here makes the whole text unreadable;
# so what means one thing here and another there is left out ("werktags": with Saturday or without?).
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("otherwise", "", r"(?:sonst|ansonsten|weitere\s+termine|other\s+times)(?=\s+(?:nur\s+)?(?:nach|mit|by|only))"),
    ("appointment", "by appointment", rf"{_BY_APPOINTMENT}|[\"„“]{_BY_APPOINTMENT}[\"“”]"),
    ("appointment", "nach Vereinbarung", rf"{_APPOINTMENT}|[\"„“](?:{_APPOINTMENT})[\"“”]"),
    ("always", "", r"24\s?[/x]\s?7|rund\s+um\s+die\s+uhr|round\s+the\s+clock|tag\s+und\s+nacht|day\s+and\s+night"
                   r"|24\s+stunden(?:\s+am\s+tag)?|24\s+hours(?:\s+a\s+day)?"),
    ("except", "", r"(?:außer|ausser|except|nicht|not)"),
    ("off", "", r"geschlossen|geschl\.|ruhetag|closed|off"),
    ("day", "Su,PH", r"sonn-?\s*(?:und|u\.|&)\s*feiertag(?:en?|s)?"),
    ("day", "PH", r"(?:gesetzlichen?\s+)?feiertag(?:en?|s)?|(?:public|bank)\s+holidays?|ph"),
    ("day", "SH", r"schulferien|school\s+holidays|sh"),
    ("day", "Mo-Su", r"täglich|tgl\.|jeden\s+tag|daily|every\s*day"),
    ("day", "Sa-Su", r"wochenenden?|weekends?"),
    ("day", "Mo", r"montags?|mondays?|mon\.?|mo\.?"),
    ("day", "Tu", r"dienstags?|tuesdays?|tues\.?|tue\.?|tu|di\.?"),
    ("day", "We", r"mittwochs?|wednesdays?|wed\.?|we|mi\.?"),
    ("day", "Th", r"donnerstags?|thursdays?|thurs\.?|thur?\.?|do\.?"),
    ("day", "Fr", r"freitags?|fridays?|fri\.?|fr\.?"),
    ("day", "Sa", r"samstags?|sonnabends?|saturdays?|sat\.?|sa\.?"),
    ("day", "Su", r"sonntags?|sundays?|sun\.?|su|so\.?"),
    ("to", "", r"-|bis|to|until|till?"),
    ("and", "", r"und|u\.|sowie|zusätzlich|and|&|\+|\|\|"),
    ("comma", "", r"[,/\n]"),
    ("stop", "", r"[;|]"),
    ("filler", "", r":|uhr|von|from|jeweils|am|an|on|den|the|in|for|geöffnet|open"),
)
# A pattern that ends in a letter must not end inside a word.
_PATTERNS = [(kind, value, re.compile(rf"(?:{pattern})(?:(?<=\W)|(?!\w))")) for kind, value, pattern in _WORDS]
_LABEL = re.compile(r"\s*(?:unsere\s+)?(?:öffnungszeit(?:en)?|sprechzeit(?:en)?|geschäftszeit(?:en)?"
                    r"|opening\s+(?:hours|times))(?!\w)")
_TIME = re.compile(r"(?P<hour>\d{1,2})(?P<minutes>[:.]\d\d)?(?!\d|[.:]\s?\d)\s*"
                   r"(?:(?P<clock>uhr|h)(?!\w)|(?P<half>[ap])\.?m(?:\.|(?!\w)))?")
_BLANK = re.compile(r"[^\S\n]*")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\r": None})


def words(text: str) -> list[Word]:
    """The words of a text without those that say nothing. Raises `NotUnderstood`."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_DASHES).strip().rstrip(".,; ")
    label = _LABEL.match(plain)
    position = label.end() if label else 0
    found: list[Word] = []
    while position < len(plain):
        word, position = _word(plain, position)
        if word.kind != "filler":
            found.append(word)
        blank = _BLANK.match(plain, position)
        position = blank.end() if blank else position
    return found


def _word(text: str, position: int) -> tuple[Word, int]:
    blank = _BLANK.match(text, position)
    position = blank.end() if blank else position
    for kind, value, pattern in _PATTERNS:
        match = pattern.match(text, position)
        if match:
            return Word(kind, value), match.end()
    match = _TIME.match(text, position)
    if match is None:
        raise NotUnderstood(text[position:position + 20])
    return _time(match), match.end()


def _time(match: re.Match[str]) -> Word:
    hour, minute = int(match["hour"]), int((match["minutes"] or ":0")[1:])
    if match["half"]:
        if not 1 <= hour <= 12:
            raise NotUnderstood(match.group())
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour * 60 + minute > 24 * 60 or minute > 59:
        raise NotUnderstood(match.group())
    sure = match["clock"] or hour > 12 or match["hour"].startswith("0")
    return Word("time", "half" if match["half"] else "clock" if sure else "", hour * 60 + minute)
