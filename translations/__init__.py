"""The interface's words in every language: one gettext catalogue a language, for Python and QML alike.

The sources speak English; `python -m translations update` brings the catalogues up to them, `compile` makes them
readable to the program. A header of each says whether somebody at home in the language has read it.
"""

from gettext import GNUTranslations
from importlib.resources import files

DOMAIN = "kiosk"


def is_reviewed(code: str) -> bool:
    """Whether somebody at home in the language has read its catalogue; False where it is not compiled."""
    compiled = files("translations") / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not compiled.is_file():
        return False
    with compiled.open("rb") as file:
        return GNUTranslations(file).info().get("x-reviewed") == "yes"
