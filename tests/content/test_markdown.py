"""Authored Markdown: what it reads it reads as CommonMark does, and the rest it refuses by name and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.block import Block
from content.markdown import UnreadableMarkdown, read_markdown

HELP = Path(__file__).parents[2] / "content" / "help"
GUIDE = """# Ein Titel

Der **erste** Absatz
geht weiter.

## Was Sie brauchen

- einen *Ausweis*
- Hilfe: [116 016](tel:116016) oder [im Netz](https://example.org/a_b)
  - auch nachts

1. Anrufen
2. Warten
   1. Ruhig bleiben

Ende.
"""
_DEPTH = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}


def test_reads_title_summary_and_blocks() -> None:
    guide = read_markdown(GUIDE)
    assert guide.title == "Ein Titel"
    assert guide.summary == "Der erste Absatz geht weiter."
    assert guide.blocks == (
        Block("paragraph", "Der erste Absatz geht weiter."),
        Block("heading", "Was Sie brauchen", level=2),
        Block("item", "einen Ausweis", level=1),
        Block("item", "Hilfe: 116 016 oder im Netz", level=1),
        Block("link", "116 016", url="tel:116016"),
        Block("link", "im Netz", url="https://example.org/a_b"),
        Block("item", "auch nachts", level=2),
        Block("step", "Anrufen", level=1, number=1),
        Block("step", "Warten", level=1, number=2),
        Block("step", "Ruhig bleiben", level=2, number=1),
        Block("paragraph", "Ende."))


@pytest.mark.parametrize(("text", "problem"), [
    ("", "line 1: expected '# Title' first"),
    ("Nur Text", "line 1: expected '# Title' first"),
    ("## Zu tief", "line 1: expected '# Title' first"),
    ("# Eins\n\n# Zwei", "line 3: a second '# Title'"),
    ("# T\n\n> Zitat", "line 3: guides have no '>'"),
    ("# T\n\n```\ncode\n```", "line 3: guides have no '`'"),
    ("# T\n\n---", "line 3: guides have no '---'"),
    ("# T\n\n* Stern", "line 3: guides have no '*'"),
    ("# T\n\nText mit <b>HTML</b>", "line 3: guides have no '<'"),
    ("# T\n\n![Bild](https://example.org/x.png)", "line 3: guides have no '!['"),
    ("# T\n\n[Sprung](javascript:alert)", "line 3: guides have no '['"),
    ("# T\n\n[ohne Ziel]", "line 3: guides have no '['"),
    ("# T\n\noffen **fett", "line 3: guides have no '*'"),
    ("# T\n\nein &nbsp; Zeichen", "line 3: guides have no '&nbsp;'"),
])
def test_refuses_what_guides_do_not_have(text: str, problem: str) -> None:
    with pytest.raises(UnreadableMarkdown) as caught:
        read_markdown(text)
    assert str(caught.value) == problem


def test_every_guide_reads_as_commonmark_reads_it() -> None:
    texts = [path.read_text(encoding="utf-8") for path in HELP.glob("*/*.md")]
    assert texts
    for text in texts:
        assert _plain(text) == _commonmark(text)


_WORDS = st.lists(st.sampled_from(
    ["Rat", "116 016", "**sofort**", "*bald*", "[Amt](https://example.org)", "2. Stock", "- so", "a*b", "#5", "1."],
), min_size=1, max_size=4).map(" ".join)
_HEADINGS = _WORDS.map("## {}".format)
_PARAGRAPHS = st.lists(_WORDS.map("Und {}".format), min_size=1, max_size=2).map("\n".join)
_ITEMS = st.lists(st.tuples(st.sampled_from(["- ", "- ", "  - "]), _WORDS).map("".join), min_size=1, max_size=3)
_STEPS = st.lists(_WORDS, min_size=1, max_size=3).map(lambda all_: [f"{n}. {words}" for n, words in enumerate(all_, 1)])
_LISTS = st.one_of(_ITEMS, _STEPS).map(lambda lines: "\n".join([lines[0].strip(), *lines[1:]]))


@given(st.lists(st.one_of(_HEADINGS, _PARAGRAPHS, _LISTS), max_size=6))
def test_what_it_accepts_it_reads_as_commonmark_does(parts: list[str]) -> None:
    text = "\n\n".join(["# Titel", *parts])
    try:
        mine = _plain(text)
    except UnreadableMarkdown:
        return
    assert mine == _commonmark(text)


def _plain(text: str) -> list[tuple[object, ...]]:
    """A guide's blocks, the title among them, in a form to compare."""
    guide = read_markdown(text)
    return [("heading", guide.title, 1, 0), *(
        ("link", block.url) if block.kind == "link" else (block.kind, block.text, block.level, block.number)
        for block in guide.blocks)]


def _commonmark(text: str) -> list[tuple[object, ...]]:
    """The same from markdown-it's tokens."""
    blocks: list[tuple[object, ...]] = []
    depth, opened = 0, ("paragraph", 0, 0)
    for token in MarkdownIt("commonmark").parse(text):
        depth += _DEPTH.get(token.type, 0)
        if token.type == "heading_open":
            opened = ("heading", int(token.tag[1:]), 0)
        elif token.type == "list_item_open":
            opened = ("step", depth, int(token.info)) if token.info else ("item", depth, 0)
        elif token.type == "inline":
            blocks += _inline(opened, token)
            opened = ("paragraph", 0, 0)
    return blocks


def _inline(opened: tuple[str, int, int], token: Token) -> list[tuple[object, ...]]:
    parts = token.children or []
    words = "".join(" " if part.type.endswith("break") else part.content for part in parts)
    kind, level, number = opened
    return [(kind, words, level, number), *(("link", part.attrs["href"]) for part in parts if part.type == "link_open")]
