"""Text from outside, HTML or plain, to blocks: once, on the way in, so that nothing after it sees markup.

HTML is sanitised by nh3 (the Rust library ammonia) before it is read. Work and output grow with the length of the text
and are bounded by `LIMIT`; nothing recurses.
"""

import html
import re

import nh3

from content.block import Block
from content.characters import clean, is_ordinary_line, one_line
from content.hypertext import read_html
from content.plaintext import read_plain, without_tags

LIMIT = 200_000
"""So many characters of a text are read at most."""

_DEPTH = 64  # elements inside each other; beyond, tags are dropped and their text stays
_TAGS = {
    "a", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "img", "li", "main", "nav", "ol", "p",
    "pre", "section", "span", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
_SILENT = {"audio", "button", "canvas", "embed", "head", "iframe", "math", "noscript", "object", "script", "select",
           "style", "svg", "template", "textarea", "title", "video"}
# Browsers open these again in each paragraph that follows (HTML standard, 13.2.4.3), so a few of them can grow a
# text without end; a span looks the same to a reader of blocks.
_FORMATTING = {"abbr", "b", "big", "code", "em", "font", "i", "mark", "nobr", "s", "small", "strike", "strong", "sub",
               "sup", "tt", "u"}
_KNOWN = _TAGS | _SILENT | _FORMATTING
_VOID = {"br", "hr", "img"}
_CLOSED_BY_THE_NEXT = {"p", "li", "td", "th", "tr", "dt", "dd"}
_INLINE = _FORMATTING | {"a", "span", "img"}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "ol": {"start"}, "li": {"value"},
               "*": {"style", "hidden"}}

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])([^<>]*)>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text in HTML or plain text, in order. Never fails; of nonsense comes nothing.

    Links leave their words in the sentence and follow it as a block of their own; each address comes once. Headings
    are numbered from 1 without gaps. Images without a description are left out, and so is what a browser would hide.
    """
    cleaned = clean(text[:LIMIT])
    if not _is_html(cleaned):
        cleaned = _unescaped(cleaned)  # HTML that was escaped as a whole shows now
    blocks = read_html(_sanitised(cleaned)) if _is_html(cleaned) else read_plain(cleaned)
    levels = sorted({block.level for block in blocks if block.kind == "heading"})
    return tuple(_ranked(block, levels) if block.kind == "heading" else block for block in blocks)


def plain(text: str) -> str:
    """`text` without markup on one line, for titles and names: entities are read once, tags go."""
    bare = text[:LIMIT]
    if "<" not in bare and "&" not in bare:
        return bare.strip(" ") if is_ordinary_line(bare) else one_line(clean(bare))
    cleaned = clean(bare)
    bare = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", cleaned)
    return one_line(without_tags(_unescaped(bare)))


def _ranked(heading: Block, levels: list[int]) -> Block:
    return Block("heading", heading.text, level=min(levels.index(heading.level) + 1, 4))


def _is_html(text: str) -> bool:
    """Whether there is a tag of HTML in it ("Kinder < 6" and "<anna@example.org>" are none)."""
    return "<" in text and any(tag[2].lower() in _KNOWN for tag in _TAG.finditer(text))


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    return clean(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))


def _sanitised(text: str) -> str:
    if not any(tag[2].lower() not in _INLINE for tag in _TAG.finditer(text)):
        text = text.replace("\n", "<br>")  # only bold and links: lines are as the author broke them
    return nh3.clean(_flattened(text), tags=_TAGS, clean_content_tags=_SILENT, attributes=_ATTRIBUTES, link_rel=None,
                     url_schemes={"geo", "http", "https", "mailto", "tel"})


def _flattened(text: str) -> str:
    """The text with formatting made spans and nothing nested deeper than anybody writes (deep trees take long)."""
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        end, name, rest = tag[1], tag[2].lower(), tag[3]
        if name not in _VOID | _CLOSED_BY_THE_NEXT:
            depth = max(0, depth - 1) if end else depth + 1
        if depth > _DEPTH:
            return " "
        return f"<{end}{'span' if name in _FORMATTING else name}{rest}>"

    return _TAG.sub(shallow, text)
