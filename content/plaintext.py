"""Plain text to blocks: paragraphs, lists and the headings in capitals that directories are fond of."""

import re
from collections.abc import Iterator

from content.block import Block
from content.characters import one_line

WORD = re.compile(r"\w")
"""A letter or digit; what has none is an ornament."""

_BULLET = re.compile(r"\s*(?:(?:--|[•‣◦▪●■○*–—-]|o(?=\s+[A-Z]))\s+)+(?=\S)")
_CAPITALS = re.compile(r"([^:\n]{4,60}):(?:[ \t]+|$)")
_MIN_LETTERS = 4
_BRACKETED = re.compile(r"<([^<>\s]{1,200}@[^<>\s]{1,200}|https?://[^<>\s]{1,2000})>")
_TAGLIKE = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_LOOSE = re.compile(r"<(?=[a-zA-Z/!?])")


def read_plain(text: str) -> list[Block]:
    """The blocks of a cleaned plain text.

    A line is a paragraph of its own unless it goes on in lower case, as hard-wrapped text does.
    """
    return [block for line in _lines(without_tags(text)) for block in _blocks(line)]


def paragraph(text: str) -> Block:
    """A paragraph, or an item if it begins with a bullet; `text` is one line."""
    bullet = _BULLET.match(text)
    return Block("item", text[bullet.end():], level=1) if bullet else Block("paragraph", text)


def without_tags(text: str) -> str:
    """The text with nothing in it that a careless reader could take for a tag; addresses in brackets stay."""
    if "<" not in text:
        return text
    return _LOOSE.sub("< ", _TAGLIKE.sub("", _BRACKETED.sub(r"\1", text)))


def _lines(text: str) -> Iterator[str]:
    """The lines of the text, those that were wrapped put together again."""
    begun: list[str] = []
    for line in (*map(str.strip, text.split("\n")), ""):
        wrapped = begun and line[:1].islower() and not _BULLET.match(line)
        if begun and not wrapped:
            yield one_line(" ".join(begun))
            begun = []
        if line:
            begun.append(line)


def _blocks(line: str) -> Iterator[Block]:
    """A line as one block, or as a heading and what stands behind it ("FEES: none")."""
    head, rest = _heading(line)
    if head:
        yield Block("heading", head, level=2 if head[0].isdigit() else 1)
    if WORD.search(rest):
        yield paragraph(rest)


def _heading(line: str) -> tuple[str, str]:
    capitals = _CAPITALS.match(line)
    if capitals and _shouted(capitals[1]):
        rest = line[capitals.end():]
        if not rest or rest.upper() != rest:
            return capitals[1], rest
    return ("", line)


def _shouted(text: str) -> bool:
    """Whether it is all in capitals, and words rather than an abbreviation or a number."""
    return text.isupper() and text[0].isalnum() and sum(map(str.isalpha, text)) >= _MIN_LETTERS
