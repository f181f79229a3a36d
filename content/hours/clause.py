"""What a text says about opening, clause by clause, and the expression that says the same."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from content.hours.expansion import WEEKDAYS
from content.hours.vocabulary import NotUnderstood

DAY = 24 * 60
"""Minutes of a day."""

Span = tuple[int, int]
"""From and until in minutes since midnight; until before from is in the next day."""


class Clause(NamedTuple):
    """On `days` (as an expression names them): "open" or by "appointment" at `spans`, or "off".

    `joint` is what stands before it: "", "comma", "and" or "stop"; `comment` the words for an appointment.
    """

    joint: str
    kind: str
    days: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    comment: str = ""


def expression(clauses: Sequence[Clause]) -> str:
    """The clauses as an expression. Raises `NotUnderstood` if they could mean different things together."""
    if len(clauses) == 1 and not clauses[0].days:
        return _alone(clauses[0])
    opened = [clause for clause in clauses if clause.kind != "off" and clause.days]
    closed = [clause for clause in clauses if clause.kind == "off" and clause.days]
    otherwise = [clause for clause in clauses if not clause.days and _is_otherwise(clause)]
    if not opened or len(otherwise) > 1 or len(opened) + len(closed) + len(otherwise) < len(clauses):
        raise NotUnderstood("clauses")
    return (_opened(opened) + "".join(f' || "{clause.comment}"' for clause in otherwise)
            + "".join(f"; {','.join(clause.days)} off" for clause in closed))


def _alone(clause: Clause) -> str:
    """A text that names no days: it must hold on all of them."""
    if clause.kind == "off":
        return "off"
    if clause.kind == "appointment" and not clause.spans:
        return f'"{clause.comment}"'
    if clause.kind == "open" and clause.spans == ((0, DAY),):
        return "24/7"
    raise NotUnderstood("which days")


def _is_otherwise(clause: Clause) -> bool:
    """Whether this is the "and by appointment" after the hours; after a comma it may be said of the hours."""
    return clause.kind == "appointment" and not clause.spans and clause.joint == "and"


def _opened(clauses: Iterable[Clause]) -> str:
    taken: dict[str, list[Span]] = {}
    text = ""
    for clause in clauses:
        days = _each(clause.days)
        before = [span for day in days for span in taken.get(day, ())]
        spans = clause.spans or ((0, DAY),)
        if before and (clause.joint not in ("and", "comma") or any(_overlap(*pair) for pair in _pairs(before, spans))):
            raise NotUnderstood("hours instead of others, or besides them")
        for day in days:
            taken.setdefault(day, []).extend(spans)
        text += f"{(', ' if before else '; ') if text else ''}{_rule(clause)}"
    return text


def _pairs(some: Iterable[Span], others: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    return ((one, other) for one in some for other in others)


def _overlap(one: Span, other: Span) -> bool:
    (start, until), (begin, end) = sorted((one, other))
    return begin < (until if until > start else until + DAY) or (end <= begin and end > start)


def _each(days: Iterable[str]) -> list[str]:
    """Every day of a list with ranges; holidays stay as they are."""
    found: list[str] = []
    for day in days:
        first, _, last = day.partition("-")
        if not last:
            found.append(day)
            continue
        start, stop = WEEKDAYS.index(first), WEEKDAYS.index(last)
        found += [WEEKDAYS[number % 7] for number in range(start, stop + (1 if stop >= start else 8))]
    return found


def _rule(clause: Clause) -> str:
    days = ",".join(clause.days)
    times = ",".join(f"{_clock(start)}-{_clock(until)}" for start, until in clause.spans)
    if (days, clause.spans, clause.kind) == ("Mo-Su", ((0, DAY),), "open"):
        return "24/7"
    return " ".join(filter(None, (days, times, f'"{clause.comment}"' if clause.kind == "appointment" else "")))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
