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

    def __call__(self, text: str, **values: object) -> str:
        """The text in the language, with `{names}` replaced by the values."""
        return self._words.gettext(text).format(**values) if values else self._words.gettext(text)

    def plural(self, one: str, many: str, n: int) -> str:
        """The form of the text for the number `n` (CLDR), with `{n}` replaced."""
        return self._words.ngettext(one, many, n).format(n=n)

    def qml(self, text: str, context: str, n: int) -> str:
        """The text as QML's `qsTr(text, context, n)` asks for it; `n` is -1 where no number is meant."""
        words = self._words
        if n >= 0:
            return words.npgettext(context, text, text, n) if context else words.ngettext(text, text, n)
        return words.pgettext(context, text) if context else words.gettext(text)

    def _load(self, language: str) -> NullTranslations:
        compiled = self._folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if not compiled.is_file():
            return NullTranslations()
        with compiled.open("rb") as file:
            return GNUTranslations(file)


class Translator(QTranslator):
    """Lets Qt ask the catalogue, so that `qsTr` and Python share their words."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002, N803
        """The text for Qt; its context, the name of the QML file, does not count."""
        return self.catalogue.qml(sourceText, disambiguation or "", n)

    def isEmpty(self) -> bool:  # noqa: N802
        """Never: every text is asked for."""
        return False
