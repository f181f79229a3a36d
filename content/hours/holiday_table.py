"""Makes the table of public holidays anew from the library: `python -m content.hours.holiday_table`."""

from datetime import date

from content.hours.holiday import LAENDER, TABLE, TABLE_YEARS, computed


def lines() -> list[str]:
    """The table as the library has it now: day, Länder and name, separated by tabs."""
    found: dict[tuple[date, str], list[str]] = {}
    for land in LAENDER:
        for year in TABLE_YEARS:
            for day, name in computed(land, year).items():
                found.setdefault((day, name), []).append(land)
    return [f"{day}\t{' '.join(laender)}\t{name}" for (day, name), laender in sorted(found.items())]


if __name__ == "__main__":
    TABLE.write_text("\n".join(lines()) + "\n", "utf-8")
