"""The rows a benchmark prints: what was measured, beside what, and whether the promise is kept."""

from collections.abc import Iterable, Sequence
from statistics import quantiles
from typing import NamedTuple


class Row(NamedTuple):
    """One measure. With `against` the bound is for the ratio of `ours` to `other`, without it for `ours` itself;
    without a bound the row is for information. `note` says why a value is missing, or what to know."""

    measure: str
    ours: float | None
    unit: str
    bound: float | None = None
    against: str = ""
    other: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the other's value ours is."""
        return self.ours / self.other if self.ours is not None and self.other else None

    @property
    def ok(self) -> bool | None:
        """Whether the bound is kept; None where there is none, or a value is missing."""
        value = self.ratio if self.against else self.ours
        return None if value is None or self.bound is None else value <= self.bound

    def plain(self) -> dict[str, object]:
        """The row for JSON."""
        return {**self._asdict(), "ratio": self.ratio, "ok": self.ok}


HEAD = ("measure", "ours", "beside", "ratio", "bound", "")


def printed(rows: Iterable[Row]) -> str:
    """The rows as a table for people."""
    cells = [HEAD, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)


def _cells(row: Row) -> tuple[str, ...]:
    ours = _number(row.ours, row.unit)
    beside = f"{_number(row.other, row.unit)} {row.against}" if row.against else ""
    bound = "" if row.bound is None else f"{row.bound:g} ×" if row.against else _number(row.bound, row.unit)
    verdict = {True: "ok", False: "MISSED", None: ""}[row.ok]
    return (row.measure, ours, beside, f"{row.ratio:.2f} ×" if row.ratio is not None else "", bound,
            f"{verdict} {row.note}".strip())


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"


def p95(values: Sequence[float]) -> float:
    """The value that 95 % of all do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]
