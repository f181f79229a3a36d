"""Folding: the form in which words are compared, so that case, accents and letter variants do not matter."""

import re
import unicodedata

# Letters that Unicode does not take apart. Arabic and Persian: kaf, yeh, alef maksura and teh marbuta variants
# (Unicode 16, chapter 9.2); tatweel and the zero-width joiners carry no meaning.
_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ۀ": "ه", "ؤ": "و", "ئ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ـ": None, "\u200c": " ", "\u200d": None, "\u00ad": None, "ё": "е", "ґ": "г", "’": "'", "ʼ": "'",
    "·": None,
})
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` in lower case without accents: "Müller-Straße" → "muller-strasse", "أُسرة" → "اسره"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("İ", "i").lower().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))
