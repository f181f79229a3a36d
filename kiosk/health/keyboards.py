"""Whether the on-screen keyboard has the letters of every language."""

from collections.abc import Collection, Mapping

from content.language import LANGUAGES
from kiosk.health.check import Check, error, fine


def keyboards(wanted: Mapping[str, str], available: Collection[str]) -> Check:
    """Whether each language has a layout. `wanted` names the layout for a language, `available` are those Qt has."""
    layouts = {language.code: wanted.get(language.code, "") for language in LANGUAGES}
    lacking = [f"{code} ({layout or 'none chosen'})" for code, layout in layouts.items() if layout not in available]
    if lacking:
        return error("keyboards", f"Qt Virtual Keyboard has no layout for {', '.join(lacking)}; install PySide6-Addons "
                                  "whole.", layouts=layouts)
    return fine("keyboards", f"A layout for each of {len(layouts)} languages.", layouts=layouts)
