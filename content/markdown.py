"""Authored Markdown to blocks: the small part of CommonMark that guides are written in, and a clear no to the rest.

A file is one `# Title`, an opening paragraph, then `##` to `####` headings, paragraphs, `-` items, `1.` steps (both
may be nested), `**strong**` and `*emphasised*` words, and links, with an empty line between what is different. This
part is read as CommonMark 0.31 reads it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from content.block import Block
from content.record import GuideText

_LINE = re.compile(r"( *)(?:(#{1,4}|-|\d{1,9}\.) +)?(.*)")
_FOREIGN_LINE = re.compile(r"""\s*(?:
    > | \t | [-=~+]{2,} | [+*][ ] | \#{5,}              # quotes, tabs, rules, other marks
    | (?:\#+|-|\d+\.)\s*$                              # a mark without words
    | (?:-|\d+\.)[ ]+(?:\#+|-|\d+\.)(?:\s|$)           # two marks
)""", re.VERBOSE)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(((?:https?|tel|mailto|geo):[^()\s]+)\)")
_EMPHASIS = re.compile(r"(\*\*?)(?=[^\s*])([^*]*[^\s*])\1")
_FOREIGN = re.compile(r"!\[|[`*_\[\]<>|\\~]|&#?\w+;")


class UnreadableMarkdown(ValueError):
    """A text that is not the Markdown guides are written in; the message names the line."""


class _Piece(NamedTuple):
    """Lines that belong together: the kind of block they make, their words, and the number of the first."""

    opened: Block
    words: str
    line: int


def read_markdown(text: str) -> GuideText:
    """The title, the summary (the first paragraph, which stays among the blocks) and the blocks of a guide.

    A link leaves its words in the sentence and adds a link block after the block it stands in.
    Raises `UnreadableMarkdown`.
    """
    title, *rest = list(_pieces(text)) or [_Piece(Block("paragraph"), "", 1)]
    if not _is_title(title):
        raise UnreadableMarkdown(f"line {title.line}: expected '# Title' first")
    if second := next(filter(_is_title, rest), None):
        raise UnreadableMarkdown(f"line {second.line}: a second '# Title'")
    blocks = tuple(block for piece in rest for block in _blocks(piece))
    summary = next((block.text for block in blocks if block.kind == "paragraph"), "")
    return GuideText(title=next(_blocks(title)).text, summary=summary, blocks=blocks)


def _is_title(piece: _Piece) -> bool:
    return piece.opened.kind == "heading" and piece.opened.level == 1


def _pieces(text: str) -> Iterator[_Piece]:
    """The lines of a text, put together to headings, paragraphs, items and steps."""
    piece: _Piece | None = None
    indents: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if foreign := _FOREIGN_LINE.match(line):
            raise UnreadableMarkdown(f"line {number}: guides have no {foreign[0].strip()!r}")
        indent, mark, words = _LINE.findall(line.rstrip())[0]
        if piece and (mark or not words or piece.opened.kind == "heading"):
            yield piece
            piece = None
        if piece:
            piece = piece._replace(words=f"{piece.words} {words}")
        elif words:
            piece = _Piece(_opened(mark, len(indent), indents), words, number)
    if piece:
        yield piece


def _opened(mark: str, indent: int, indents: list[int]) -> Block:
    """The empty block a line opens; `indents` holds where the texts of the lists around it begin."""
    while indents and indent < indents[-1]:
        indents.pop()
    if not mark:
        return Block("paragraph")
    if mark.startswith("#"):
        return Block("heading", level=len(mark))
    indents.append(indent + len(mark) + 1)
    return Block("item", level=len(indents)) if mark == "-" else Block("step", "", len(indents), int(mark[:-1]))


def _blocks(piece: _Piece) -> Iterator[Block]:
    """The block with its words, then its links as blocks of their own."""
    words = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", piece.words)))
    if foreign := _FOREIGN.search(words):
        raise UnreadableMarkdown(f"line {piece.line}: guides have no {foreign[0]!r}")
    opened = piece.opened
    yield Block(opened.kind, words, opened.level, opened.number)
    yield from (Block("link", text, url=url) for text, url in _LINK.findall(piece.words))
