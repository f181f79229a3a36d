"""Public holidays of the German Länder, by day and name.

The table beside this module is made from the `holidays` library (`python -m content.hours.holiday_table`) because
importing the library takes longer than the rest of a kiosk's start. Years beyond the table ask the library.
24 and 31 December are no public holidays.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

LAENDER = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
YEARS = range(1991, 2101)
"""The years whose holidays are known: those of the library's German calendar."""

TABLE = Path(__file__).with_name("holidays.tsv")
TABLE_YEARS = range(2024, 2041)


@lru_cache(maxsize=64)
def holidays(land: str, year: int) -> Mapping[date, str]:
    """Day → German name, in order. `land` is an ISO 3166-2:DE code without "DE-" ("SH").

    Raises `ValueError` for another code or a year outside `YEARS`.
    """
    if land not in LAENDER or year not in YEARS:
        raise ValueError(f"no holidays known for {land!r} in {year}")
    return _table()[land, year] if year in TABLE_YEARS else computed(land, year)


def computed(land: str, year: int) -> dict[date, str]:
    """The same from the library, which is slow to import."""
    from holidays.countries.germany import Germany
    return dict(sorted(Germany(subdiv=land, years=year, language="de").items()))


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, int], dict[date, str]]:
    table: dict[tuple[str, int], dict[date, str]] = {
        (land, year): {} for land in LAENDER for year in TABLE_YEARS}
    for line in TABLE.read_text("utf-8").splitlines():
        stamp, laender, name = line.split("\t")
        day = date.fromisoformat(stamp)
        for land in laender.split():
            table[land, day.year][day] = name
    return table
