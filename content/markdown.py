"""Authored Markdown to blocks: the small part of CommonMark a guide needs, and a clear no to the rest.

A file is one `# Title`, an opening paragraph, then `##` to `####` headings, paragraphs, `-` items, `1.` steps,
emphasis and links. Importing this module loads markdown-it; import it only where a file is really read.
"""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.block import Block
from content.record import GuideText

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_SILENT = {"paragraph_open", "paragraph_close", "heading_close", *_LISTS}
_SPACES = {"softbreak", "hardbreak"}
_MARKS = {"em_open", "em_close", "strong_open", "strong_close", "link_open", "link_close"}
_SCHEMES = ("https:", "http:", "tel:", "mailto:", "geo:")


class UnreadableMarkdown(ValueError):
    """A file that is not the Markdown guides are written in; the message names the line."""


def read_markdown(text: str) -> GuideText:
    """The title, the summary (the first paragraph, which stays among the blocks) and the blocks of a guide.

    A link leaves its words in the sentence and adds a link block after the block it stands in.
    Raises `UnreadableMarkdown`.
    """
    blocks: list[Block] = []
    for token, opened in _opened(_MARKDOWN.parse(text)):
        titled = opened.kind == "heading" and opened.level == 1
        if titled == bool(blocks):
            raise _wrong(token, "'# Title' stands first and only once")
        blocks += _texts(token, opened)
    if not blocks:
        raise UnreadableMarkdown("line 1: the file is empty")
    title, *rest = blocks
    summary = next((block.text for block in rest if block.kind == "paragraph"), "")
    return GuideText(title=title.text, summary=summary, blocks=tuple(rest))


def _opened(tokens: list[Token]) -> Iterator[tuple[Token, Block]]:
    """Every piece of running text, with the empty block it belongs into."""
    depth, opened = 0, Block("paragraph")
    for token in tokens:
        depth += _LISTS.get(token.type, 0)
        if token.type == "inline":
            yield token, opened
            opened = Block("paragraph")
        elif token.type == "heading_open":
            opened = Block("heading", level=min(int(token.tag[1:]), 4))
        elif token.type == "list_item_open":
            opened = Block("step", level=depth, number=int(token.info)) if token.info else Block("item", level=depth)
        elif token.type == "list_item_close":
            opened = Block("paragraph")
        elif token.type not in _SILENT:
            raise _wrong(token, f"guides have no {token.type}")


def _texts(token: Token, opened: Block) -> Iterator[Block]:
    """The block with its words, then its links as blocks of their own."""
    words, links, start = "", [], 0
    for part in token.children or ():
        if part.type == "link_open":
            start = len(words)
            links.append(_target(part, token))
        elif part.type == "link_close":
            links.append(words[start:])
        elif part.type not in _MARKS | _SPACES | {"text"}:
            raise _wrong(token, f"guides have no {part.type}")
        words += " " if part.type in _SPACES else part.content
    yield Block(opened.kind, words.strip(), opened.level, opened.number)
    yield from (Block("link", text, url=url) for url, text in zip(links[::2], links[1::2], strict=True))


def _target(link: Token, token: Token) -> str:
    url = str(link.attrs["href"])
    if not url.startswith(_SCHEMES):
        raise _wrong(token, f"a link to {url!r}; expected one of {', '.join(_SCHEMES)}")
    return url


def _wrong(token: Token, problem: str) -> UnreadableMarkdown:
    line = token.map[0] + 1 if token.map else 1
    return UnreadableMarkdown(f"line {line}: {problem}")
