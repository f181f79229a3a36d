"""Authored Markdown to blocks: the small part of CommonMark that guides are written in, and a clear no to the rest.

A file is one `# Title`, an opening paragraph, then `##` to `####` headings, paragraphs, `-` items, `1.` steps (both
may be nested), `**strong**` and `*emphasised*` words, and links.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.block import Block
from content.record import GuideText

_DEPTH = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_KNOWN = {*_DEPTH, "heading_open", "heading_close", "paragraph_open", "paragraph_close", "list_item_open",
          "list_item_close", "inline", "text", "softbreak", "strong_open", "strong_close", "em_open", "em_close",
          "link_open", "link_close"}
_SCHEMES = {"http", "https", "tel", "mailto", "geo"}
_LEFT_OVER = "*_`[]<>"
_DEEPEST_HEADING = 4


class UnreadableMarkdown(ValueError):
    """A text that is not the Markdown guides are written in; the message names the line."""


def read_markdown(text: str) -> GuideText:
    """The title, the summary (the first paragraph, which stays among the blocks) and the blocks of a guide.

    A link leaves its words in the sentence and adds a link block after the block it stands in.
    Raises `UnreadableMarkdown`.
    """
    title, *blocks = [*_blocks(MarkdownIt("commonmark").parse(text))] or [Block("paragraph")]
    if (title.kind, title.level) != ("heading", 1):
        raise UnreadableMarkdown("line 1: expected '# Title' first")
    summary = next((block.text for block in blocks if block.kind == "paragraph"), "")
    return GuideText(title=title.text, summary=summary, blocks=tuple(blocks))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    depth, titles = 0, 0
    opened = Block("paragraph")
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        _check(token, line)
        depth += _DEPTH.get(token.type, 0)
        if token.type == "heading_open":
            opened = Block("heading", level=int(token.tag[1:]))
            titles += opened.level == 1
            if titles > 1 or opened.level > _DEEPEST_HEADING:
                raise UnreadableMarkdown(f"line {line}: guides have no {token.markup!r} here")
        elif token.type == "list_item_open":
            opened = Block("step", "", depth, int(token.info)) if token.info else Block("item", level=depth)
        elif token.type == "inline":
            yield from _inline(opened, token.children or [], line)
            opened = Block("paragraph")


def _inline(opened: Block, parts: list[Token], line: int) -> Iterator[Block]:
    """The block with its words, then its links as blocks of their own."""
    for part in parts:
        _check(part, line)
    words = "".join(" " if part.type == "softbreak" else part.content for part in parts)
    yield Block(opened.kind, words, opened.level, opened.number)
    for index, part in enumerate(parts):
        if part.type == "link_open":
            said = "".join(inner.content for inner in parts[index:_end_of_link(parts, index)])
            yield Block("link", said, url=str(part.attrs["href"]))


def _end_of_link(parts: list[Token], start: int) -> int:
    return next(index for index in range(start, len(parts)) if parts[index].type == "link_close")


def _check(token: Token, line: int) -> None:
    """Guides have few kinds of marks; what is left of one in the words was a mistake."""
    if token.type not in _KNOWN:
        raise UnreadableMarkdown(f"line {line}: guides have no {token.type.removesuffix('_open').replace('_', ' ')}")
    if token.type == "link_open" and urlsplit(str(token.attrs["href"])).scheme not in _SCHEMES:
        raise UnreadableMarkdown(f"line {line}: guides have no link to {token.attrs['href']!r}")
    if token.type == "text" and (mark := next((sign for sign in _LEFT_OVER if sign in token.content), "")):
        raise UnreadableMarkdown(f"line {line}: guides have no {mark!r}")
