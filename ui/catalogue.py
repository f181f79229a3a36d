"""The interface's words: one gettext catalogue for Python and QML, changed while the program runs.

A word missing in a language is shown in German; `Catalogue.complete` says whether there are any.
"""

from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from PySide6.QtCore import QTranslator

from content.language import GERMAN

DOMAIN = "kiosk"


class Catalogue:
    """The words of one interface language; `language` is a code of `content.language.LANGUAGES`."""

    def __init__(self, language: str, folder: Traversable | None = None) -> None:
        self.language = language
        self._folder = folder or files("translations")
        self._words = self._load(language)
        if language != GERMAN:
            self._words.add_fallback(self._load(GERMAN))

    @property
    def complete(self) -> bool:
        """Whether every text is translated; those that are not are shown in German."""
        return self._words.info().get("x-missing") == "0"

    @property
    def reviewed(self) -> bool:
        """Whether the texts are original or somebody at home in the language has read them."""
        return self.language == GERMAN or self._words.info().get("x-reviewed") == "yes"

    def __call__(self, text: str, **values: object) -> str:
        """The text in the language, with `{names}` replaced by the values."""
        return self._words.gettext(text).format(**values) if values else self._words.gettext(text)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of the text for the number `n` (CLDR), with `{n}` replaced."""
        return self._words.ngettext(one, many, n).format(n=n)

    def _load(self, language: str) -> NullTranslations:
        compiled = self._folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if not compiled.is_file():
            return NullTranslations()
        with compiled.open("rb") as file:
            return GNUTranslations(file)


def translators(language: str, folder: Traversable | None = None) -> list[QTranslator]:
    """The same words for QML, German first: Qt asks the last one installed first.

    They are read by Qt itself and not through Python, because Qt also asks on threads of its own.
    """
    made = []
    for code in dict.fromkeys((GERMAN, language)):
        translator = QTranslator()
        if translator.load(str((folder or files("translations")) / code / "LC_MESSAGES" / f"{DOMAIN}.qm")):
            made.append(translator)
    return made
