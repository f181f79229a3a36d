"""Numbers as they stay in one piece: telephone numbers, which are written in groups, and a postcode with its town."""

import re

_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_AFTER_POSTCODE = re.compile(r"(?<=\b\d{5}) (?=\w)")


def whole(text: str) -> str:
    """`text`, as long as it was, with no-break spaces in its numbers. Two groups of digits with an ordinary space
    between them are two numbers to the Unicode bidirectional algorithm, which puts them in the order of the line: in
    Arabic "116 117" would read "117 116"."""
    return _BETWEEN_DIGITS.sub("\u00a0", text)


def address(text: str) -> str:
    """An address whose postcode does not part from its town."""
    return _AFTER_POSTCODE.sub("\u00a0", text)
