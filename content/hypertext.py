"""Sanitised HTML to blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from content.block import Block, BlockKind
from content.characters import clean, one_line
from content.link import target
from content.plaintext import WORD, paragraph, without_tags

_TINY = 48  # pixels; smaller pictures are icons beside a phone number, not something to look at
_CELL = "\x1f"  # between the cells of a table's row; cleaned text has no control characters
_BLOCKS = {"article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption",
           "figure", "footer", "header", "hr", "main", "nav", "p", "pre", "section", "table", "tbody", "tfoot", "thead"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7}
_VOID = {"br", "hr", "img"}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PIXELS = re.compile(r"(?:width|height)\s*:\s*(\d+)px", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|svg|webp)$", re.IGNORECASE)

Attributes = Mapping[str, str | None]


def read_html(text: str) -> list[Block]:
    """The blocks of well-formed HTML; headings have the level of their tag."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.finished()


@dataclass
class _Line:
    """What will be one block: its words, those of them outside links, and what follows it."""

    kind: BlockKind = "paragraph"
    level: int = 0
    number: int = 0
    words: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    images: list[Block] = field(default_factory=list)


@dataclass
class _List:
    """A list that is open; `number` is that of the next step, None in a list without numbers."""

    number: int | None


class _Reader(HTMLParser):
    """Collects blocks while it walks over the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._seen: set[str] = set()
        self._line = _Line()
        self._lists: list[_List] = []
        self._hidden = 0
        self._cell = False
        self._link: tuple[str, int] | None = None  # where it points, and the word it begins with

    def finished(self) -> list[Block]:
        """All blocks."""
        self._finish()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._hidden or _is_hidden(attributes):
            self._hidden += tag not in _VOID
        elif tag in _HEADINGS:
            self._begin(_Line("heading", _HEADINGS[tag]))
        elif tag in _BLOCKS or tag == "br":
            self._break()
        else:
            self._open(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= tag not in _VOID
        elif tag in _HEADINGS or tag == "li":
            self._begin(_Line())
        elif tag in _BLOCKS:
            self._break()
        else:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.words.append(data)
            if self._link is None:
                self._line.loose.append(data)

    def _open(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "ul" | "ol":
                self._begin(_Line())
                self._lists.append(_List(_count(attributes.get("start")) if tag == "ol" else None))
            case "li":
                self._begin(self._item(attributes))
            case "tr":
                self._begin(_Line())
            case "td" | "th":
                self._cell = True
                self._line.words.append(_CELL)
            case "a":
                self._link = (attributes.get("href") or "", len(self._line.words))
            case "img":
                self._line.images += _image(attributes)

    def _close(self, tag: str) -> None:
        match tag:
            case "ul" | "ol":
                self._begin(_Line())
                del self._lists[-1:]
            case "tr":
                self._begin(_Line())
            case "td" | "th":
                self._cell = False
            case "a":
                self._end_link()

    def _item(self, attributes: Attributes) -> _Line:
        depth = max(1, len(self._lists))
        if not self._lists or self._lists[-1].number is None:
            return _Line("item", depth)
        number = _count(attributes.get("value"), self._lists[-1].number)
        self._lists[-1].number = number + 1
        return _Line("step", depth, number)

    def _break(self) -> None:
        """A new line: a new block, but only a space inside a heading or the cell of a table."""
        if self._cell or self._line.kind == "heading":
            self.handle_data(" ")
        else:
            self._finish()

    def _begin(self, line: _Line) -> None:
        self._finish()
        self._line = line
        self._cell = False

    def _finish(self) -> None:
        """Keep the line as blocks; an item that has no words yet still waits for them."""
        self._end_link()
        line = self._line
        blocks = list(self._kept(line))
        self._blocks += blocks
        self._line = _Line() if blocks else replace(_Line(), kind=line.kind, level=line.level, number=line.number)

    def _end_link(self) -> None:
        if self._link is not None:
            href, start = self._link
            words = _words(self._line.words[start:]).rstrip(".,;: ")
            url = target(href, words) if WORD.search(words) else ""
            if url:
                self._line.links.append((words, url))
            else:
                self._line.loose.append(words)
        self._link = None

    def _kept(self, line: _Line) -> Iterator[Block]:
        """The block of a line, unless it is nothing but links; then its links and images."""
        text = _words(line.words)
        links = {url: words for words, url in reversed(line.links) if url not in self._seen}
        known = any(url in self._seen for _, url in line.links)
        only_links = links and not known and line.kind in {"paragraph", "item"} and not WORD.search("".join(line.loose))
        if text and not only_links:
            yield paragraph(text) if line.kind == "paragraph" else Block(line.kind, text, line.level, line.number)
        self._seen.update(links)
        yield from (Block("link", words, url=url) for url, words in reversed(links.items()))
        yield from line.images


def _words(pieces: list[str]) -> str:
    cells = (one_line(without_tags(clean(cell))) for cell in "".join(pieces).split(_CELL))
    return " - ".join(cell for cell in cells if WORD.search(cell))


def _is_hidden(attributes: Attributes) -> bool:
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def _image(attributes: Attributes) -> list[Block]:
    """The image as a block, if it says what is on it and is more than an icon."""
    description = one_line(without_tags(clean(attributes.get("alt") or "")))
    url = target(attributes.get("src") or "")
    telling = WORD.search(description) and not _FILE_NAME.search(description)
    return [Block("image", description, url=url)] if url and telling and not _is_tiny(attributes) else []


def _is_tiny(attributes: Attributes) -> bool:
    given = (attributes.get("width"), attributes.get("height"), *_PIXELS.findall(attributes.get("style") or ""))
    return any(side.isdecimal() and int(side[:6]) <= _TINY for side in given if side)


def _count(value: str | None, otherwise: int = 1) -> int:
    return int(value) if value and value.isdecimal() and len(value) <= 6 else otherwise
