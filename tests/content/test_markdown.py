"""Authored Markdown: the small part of CommonMark that guides have; the rest is refused by name and line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.block import Block
from content.markdown import UnreadableMarkdown, read_markdown

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
    ("# Eins\n\n# Zwei", "line 3: guides have no '#' here"),
    ("# T\n\n##### Fünf", "line 3: guides have no '#####' here"),
    ("# T\n\n> Zitat", "line 3: guides have no blockquote"),
    ("# T\n\n```\ncode\n```", "line 3: guides have no fence"),
    ("# T\n\n---", "line 3: guides have no hr"),
    ("# T\n\nText mit <b>HTML</b>", "line 3: guides have no html inline"),
    ("# T\n\n![Bild](https://example.org/x.png)", "line 3: guides have no image"),
    ("# T\n\n[Sprung](javascript:alert)", "line 3: guides have no '['"),
    ("# T\n\n[Sprung](ftp://example.org)", "line 3: guides have no link to 'ftp://example.org'"),
    ("# T\n\n[ohne Ziel]", "line 3: guides have no '['"),
    ("# T\n\noffen **fett", "line 3: guides have no '*'"),
])
def test_refuses_what_guides_do_not_have(text: str, problem: str) -> None:
    with pytest.raises(UnreadableMarkdown) as caught:
        read_markdown(text)
    assert str(caught.value) == problem


@given(st.text(alphabet="# -*1.[](tel:6)\nabÄ>`!<&;", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableMarkdown):
        assert read_markdown(text).title is not None
