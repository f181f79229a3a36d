"""What keys and typed characters are called that no voice says by themselves."""

import unicodedata

from ui.catalogue import Catalogue
from ui.voice import Phrase


def called(text: str, words: Catalogue) -> Phrase:
    """The text as it is said: signs that stand alone by their names; those without one in the catalogue by that of
    Unicode, which is English."""
    if len(text) != 1 or text.isalnum():
        return Phrase(text, words.language)
    name = _names(words).get(text)
    return Phrase(name, words.language) if name else Phrase(unicodedata.name(text, "").lower(), "en")


def _names(words: Catalogue) -> dict[str, str]:
    comma, question, semicolon = words("comma"), words("question mark"), words("semicolon")
    return {
        " ": words("space"), ".": words("full stop"), ",": comma, "،": comma, "?": question, "؟": question,
        "!": words("exclamation mark"), "-": words("hyphen"), "'": words("apostrophe"), ":": words("colon"),
        ";": semicolon, "؛": semicolon, "@": words("at sign"), "/": words("slash"),
    }
