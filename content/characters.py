"""The characters of a text from outside: what cannot be seen or spoken goes, what is left is spelled in one way."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_PARAGRAPH_ENDS = re.compile("\u2029")
# Bullets of Word's symbol font arrive as private use characters.
_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")
# Control characters, soft hyphens, zero-width spaces, marks that turn the direction of all that follows, byte order
# marks, halves of surrogate pairs, private use, noncharacters. The joiners of Persian and emoji stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff]")
# Latin, Cyrillic, Arabic and Persian letters, punctuation of ASCII: nothing of this is ever changed.
_ORDINARY = re.compile("[\n -~À-ž\u0410-\u044f\u0621-\u064a\u0671-\u06cc–„“”’€]*")
_SPACES = re.compile(r"\s+")
_JOINERS = "\u200c\u200d\u200e\u200f"
_MANY_JOINERS = re.compile(f"([{_JOINERS}])[{_JOINERS}]+")
_LOOSE_JOINERS = re.compile(f"(?<!\\S)[{_JOINERS}]|[{_JOINERS}](?!\\S)")


def clean(text: str) -> str:
    """`text` in Unicode's composed form (NFC), with plain line ends and without characters nobody sees."""
    if _ORDINARY.fullmatch(text):
        return text
    lines = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BULLETS.sub("•", lines)))


def is_ordinary_line(text: str) -> bool:
    """Whether it is a line of common letters, which cleaning would leave as it is but for spaces around it."""
    return "  " not in text and "\n" not in text and _ORDINARY.fullmatch(text) is not None


def one_line(text: str) -> str:
    """A cleaned text on one line: every run of white space, no-break spaces included, is one space."""
    if is_ordinary_line(text):
        return text.strip(" ")
    return _SPACES.sub(" ", _LOOSE_JOINERS.sub(" ", _MANY_JOINERS.sub(r"\1", text))).strip()
