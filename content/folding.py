"""Folding: the form in which words are compared, so that case, accents, digraphs and letter variants do not matter.

`fold` makes one form of all the ways a word is written; `words` takes a text apart into such forms. Both take the
language, because a rule of one would harm another: "ue" is "ü" in German only.
"""

import re
import unicodedata

# Letters that Unicode does not take apart, and letters people use for each other. Arabic and Persian: kaf, yeh, alef
# and teh marbuta (Unicode 16, chapter 9.2), tatweel carries no meaning. Cyrillic: yo, and the soft and hard signs
# that hurried writers leave out. Joiners, soft hyphens and the middle dot of simple German are inside words.
_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "e",
    "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ۀ": "ه", "ؤ": "و", "ئ": "ی", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ـ": None, "\u200d": None, "\u00ad": None, "·": None, "ё": "е", "ґ": "г", "ь": None, "ъ": None,
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
})
# A word may hold combining marks (Latin accents, Arabic vowel signs), soft hyphens and hyphens; a zero-width
# non-joiner, as Persian writes it before endings, divides.
_INSIDE = r"\w\u00ad\u00b7\u200d\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_TOKEN = re.compile(rf"\w[{_INSIDE}]*(?:[-‐‑][{_INSIDE}]+)*")
_WORD = re.compile(r"\w+")
_HYPHEN = re.compile("[-‐‑]")
_APOSTROPHE = re.compile("(?<=[\u0400-\u04ff])['’ʼ`](?=[\u0400-\u04ff])")
# The digraphs of ä, ö and ü; after a, e and q the letters "ue" are no ü (Bauer, neue, Quelle).
_DIGRAPH = re.compile("(?<![aeq])ue|ae|oe")
_GERMAN = ("de", "de-simple")


def fold(text: str, language: str = "") -> str:
    """`text` in lower case without accents: "Müller-Straße" → "muller-strasse", "أُسرة" → "اسره".

    In German also "Mueller" → "muller"; in Ukrainian "здоров'я" → "здоровя".
    """
    bare = text.lower() if text.isascii() else _bare(_joined(text, language))
    return _DIGRAPH.sub(_first, bare) if language in _GERMAN else bare


def words(text: str, language: str = "") -> list[str]:
    """The folded words of a text, in order, the parts of hyphenated ones each for itself."""
    return _WORD.findall(fold(text, language))


def tokens(text: str, language: str = "") -> list[str]:
    """The words of a text as they are written, in order; words joined by hyphens stay together."""
    return _TOKEN.findall(_joined(text, language))


def forms(token: str, language: str = "") -> list[tuple[str, str]]:
    """The words a token stands for, as written and folded: of "E-Mail" these are "e", "mail" and "email"."""
    if token.isalnum():
        return [(token, fold(token, language))]
    parts = [part for part in _HYPHEN.split(token) if part]
    found = [(part, fold(part, language)) for part in parts]
    if len(parts) > 1:
        found.append((token, "".join(folded for _, folded in found)))
    return [(shown, folded) for shown, folded in found if folded]


def _joined(text: str, language: str) -> str:
    """A Ukrainian apostrophe is inside a word, and often left out; elsewhere it divides ("İstanbul'da")."""
    return _APOSTROPHE.sub("", text) if language == "uk" else text


def _bare(text: str) -> str:
    return text.replace("İ", "i").lower().translate(_BARE)


class _Bare(dict[int, str]):
    """What is left of each small letter without accents and variants, worked out when it is first met: so a text
    is folded by one pass of `str.translate`."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).translate(_LETTERS))
        bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_LETTERS)
        self[code] = bare
        return bare


_BARE = _Bare()


def _first(digraph: re.Match[str]) -> str:
    return digraph[0][0]
