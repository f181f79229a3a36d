"""Text from outside becomes blocks: safely, completely, in bounded time."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.block import Block, plain_text
from content.markup import LIMIT, blocks_of, plain

TAG = re.compile(r"<[a-zA-Z/!?]")


def paragraph(text: str) -> Block:
    return Block("paragraph", text)


def link(text: str, url: str) -> Block:
    return Block("link", text, url=url)


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", text, level=level)


def item(text: str, level: int = 1) -> Block:
    return Block("item", text, level=level)


@pytest.mark.parametrize(("source", "blocks"), [
    ("<p>Eins</p><p>Zwei</p>", [paragraph("Eins"), paragraph("Zwei")]),
    ("<p>Eins<br>Zwei<br/><br>Drei</p>", [paragraph("Eins"), paragraph("Zwei"), paragraph("Drei")]),
    ("<h3>Oben</h3><h5>Unten</h5><h3>&#160;</h3>", [heading("Oben"), heading("Unten", 2)]),
    ("<h1>a1</h1><h2>a2</h2><h3>a3</h3><h4>a4</h4><h5>a5</h5><h6>a6</h6>",
     [heading("a1"), heading("a2", 2), heading("a3", 3), heading("a4", 4), heading("a5", 4), heading("a6", 4)]),
    ("<h2>Zwei<br>Zeilen</h2>", [heading("Zwei Zeilen")]),
    ("<ul><li>A<ul><li>B</li></ul></li><li><p>C</p><p>dazu</p></li></ul>",
     [item("A"), item("B", 2), item("C"), paragraph("dazu")]),
    ("<ol><li>Erst</li><li>Dann</li></ol>", [Block("step", "Erst", 1, 1), Block("step", "Dann", 1, 2)]),
    ("<ol start=3><li>c<ul><li>x</li></ul></li><li>d</li><li value=9>i</li></ol>",
     [Block("step", "c", 1, 3), item("x", 2), Block("step", "d", 1, 4), Block("step", "i", 1, 9)]),
    ("<table><tr><th>Wer?</th><th>Nummer</th></tr><tr><td><p>Polizei</p></td><td>110<br>immer</td><td> </td></tr>"
     "</table>",
     [paragraph("Wer? - Nummer"), paragraph("Polizei - 110 immer")]),
    ("<details><summary>Zeiten</summary><p>Mo 9-12</p></details>", [heading("Zeiten"), paragraph("Mo 9-12")]),
    ("<p>Sichtbar<span style='DISPLAY : none'>geheim<b>!</b></span></p><div hidden>weg<br></div>da",
     [paragraph("Sichtbar"), paragraph("da")]),
    ("<p>a</p><script>böse()</script><style>p{}</style><p>b</p>", [paragraph("a"), paragraph("b")]),
    ("<b>Fett</b> und <em>kursiv</em>e Wörter", [paragraph("Fett und kursive Wörter")]),
    ("<b>Öffnungszeiten</b>\nMo 9-12\n\nDi zu",
     [paragraph("Öffnungszeiten"), paragraph("Mo 9-12"), paragraph("Di zu")]),
    ("&lt;p&gt;Doppelt&lt;/p&gt;&lt;p&gt;verpackt&lt;/p&gt;", [paragraph("Doppelt"), paragraph("verpackt")]),
    ("<div><ul><li> </li><li></li></ul><p>&nbsp;</p><p>* * *</p></div>", []),
    ("<p>R&auml;&shy;der\u200b\ufeff &amp;\xa0Teile\r\n</p>", [paragraph("Räder & Teile")]),
    ("<p>می\u200cخواهم</p>", [paragraph("می\u200cخواهم")]),
])
def test_html(source: str, blocks: list[Block]) -> None:
    assert blocks_of(source) == tuple(blocks)


@pytest.mark.parametrize(("source", "blocks"), [
    ("<p>Siehe <a href='https://a.example/'>unsere Seite</a>.</p>",
     [paragraph("Siehe unsere Seite."), link("unsere Seite", "https://a.example/")]),
    ("<p><a href='https://a.example/'>unsere Seite</a></p>", [link("unsere Seite", "https://a.example/")]),
    ("<ul><li><a href='tel:110'>110</a></li></ul>", [link("110", "tel:110")]),
    ("<p><a href='tel:110'>110</a> | <a href='tel:112'>112</a></p>", [link("110", "tel:110"), link("112", "tel:112")]),
    ("<h2><a href='https://a.example/'>Titel</a></h2>", [heading("Titel"), link("Titel", "https://a.example/")]),
    ("<p>A <a href='https://a.example/'>eins</a></p><p>B <a href='https://a.example/'>zwei</a></p>"
     "<p><a href='https://a.example/'>drei</a></p>",
     [paragraph("A eins"), link("eins", "https://a.example/"), paragraph("B zwei"), paragraph("drei")]),
    ("<p><a href='javascript:alert(1)'>Klick</a> <a href='/intern'>hier</a> <a href='file:///etc/passwd'>da</a></p>",
     [paragraph("Klick hier da")]),
    ("<a href='https://a.example/'><img src='https://a.example/i.png'></a>", []),
    ("<a href='https://a.example/'>eins<br>zwei</a>", [link("eins", "https://a.example/"), paragraph("zwei")]),
    ("<p>x <a href='www.a.example/ü b'>Seite</a></p>",
     [paragraph("x Seite"), link("Seite", "https://www.a.example/%C3%BC%20b")]),
    ("<a href='https://integreat.app/mailto:'>post@a.example\xa0</a>",
     [link("post@a.example", "mailto:post@a.example")]),
    ("<a href='tel:+49%C2%B41741315515'>0174 1315515</a>", [link("0174 1315515", "tel:+491741315515")]),
    ("<a href='tel:+49 (0) 821 / 22-0'>anrufen</a>", [link("anrufen", "tel:+49821220")]),
    ("<a href='tel:'>anrufen</a>", [paragraph("anrufen")]),
    ("<a href='geo:53.86,10.68?z=3'>Karte</a>", [link("Karte", "geo:53.86,10.68")]),
    (f"<a href='https://a.example/{'x' * 3000}'>lang</a>", [paragraph("lang")]),
])
def test_links(source: str, blocks: list[Block]) -> None:
    assert blocks_of(source) == tuple(blocks)


@pytest.mark.parametrize(("image", "kept"), [
    ('src="https://a.example/b.jpg" alt="Der Eingang"', True),
    ('src="https://a.example/b.jpg" alt="Der Eingang" width="640" height="360"', True),
    ('src="https://a.example/b.jpg" alt=""', False),
    ('src="https://a.example/b.jpg"', False),
    ('src="https://a.example/b.jpg" alt="IMG_2041.JPG"', False),
    ('src="https://a.example/call.svg" alt="Telefon" width="15" height="15"', False),
    ('src="https://a.example/call.svg" alt="Telefon" style="width: 15px; height: 15px;"', False),
    ('src="data:image/png;base64,AAAA" alt="Der Eingang"', False),
])
def test_images_are_kept_if_they_say_something(image: str, kept: bool) -> None:
    found = blocks_of(f"<p>Vor <img {image}> nach</p>")
    assert found[0] == paragraph("Vor nach")
    assert found[1:] == ((Block("image", "Der Eingang", url="https://a.example/b.jpg"),) if kept else ())


@pytest.mark.parametrize(("source", "blocks"), [
    ("Eins\n\nZwei", [paragraph("Eins"), paragraph("Zwei")]),
    ("Eine Zeile,\r\ndie weitergeht.\r\nNeue Zeile",
     [paragraph("Eine Zeile, die weitergeht."), paragraph("Neue Zeile")]),
    ("Mitbringen:\n• Ausweis\n- Foto\n\uf0b7 Geld",
     [paragraph("Mitbringen:"), item("Ausweis"), item("Foto"), item("Geld")]),
    ("OVERVIEW: Offers food.\n\n1) FOOD PANTRY: Walk in.\nSERVICES:\nMany",
     [heading("OVERVIEW"), paragraph("Offers food."), heading("1) FOOD PANTRY", 2), paragraph("Walk in."),
      heading("SERVICES"), paragraph("Many")]),
    ("TTY: (410) 555\nBUS: MTA #1", [paragraph("TTY: (410) 555"), paragraph("BUS: MTA #1")]),
    ("Kinder < 6 und > 3, R&B, AT&amp;T", [paragraph("Kinder < 6 und > 3, R&B, AT&T")]),
    ("Post an <anna@a.example>", [paragraph("Post an anna@a.example")]),
    ("Home visits: No                     ", [paragraph("Home visits: No")]),
    ("", []),
    ("\ud800\x00\u202e", []),
])
def test_plain_text(source: str, blocks: list[Block]) -> None:
    assert blocks_of(source) == tuple(blocks)


@pytest.mark.parametrize(("source", "title"), [
    ("Kultur &amp; Freizeit", "Kultur & Freizeit"),
    ("Kultur & Freizeit", "Kultur & Freizeit"),
    ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    (" <b>Recht</b>sberatung<br>Mitte\r\n", "Rechtsberatung Mitte"),
    ("&lt;script&gt;alert(1)&lt;/script&gt;", "alert(1)"),
    ("Ju\xadgend\u200b\xa0–  Treff", "Jugend – Treff"),
    ("<b", "< b"),
])
def test_plain_titles(source: str, title: str) -> None:
    assert plain(source) == title


FRAGMENTS = st.sampled_from([
    "<p>", "</p>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</table>", "<h2>", "</h2>", "<a href='tel:110'>",
    "</a>", "<script>", "</script>", "<scr<b>ipt>", "<img src=x alt=y>", "<!--", "-->", "<![CDATA[", "<svg><style>",
    "&lt;script&gt;", "&#0;", "&#x110000;", "<div style='display:none'>", "</div>", "\x00", "\ud800", "<", ">", "&",
    "\n", "- ", "o X", "ÄÖÜ:"])
HTML = st.lists(FRAGMENTS | st.text(max_size=20), max_size=40).map("".join)


@given(HTML | st.text(max_size=400))
def test_whatever_comes_no_markup_is_left(source: str) -> None:
    blocks = blocks_of(source)
    for text in (*(block.text for block in blocks), plain(source)):
        assert not TAG.search(text)
        assert text == text.strip()
        text.encode()
    assert all(block.text for block in blocks)
    assert sum(len(block.text) for block in blocks) <= 3 * len(source) + 3
    addresses = [block.url for block in blocks if block.kind in {"link", "image"}]
    assert all(re.match(r"(https?|tel|mailto|geo):\S+$", address) for address in addresses)


@given(st.text(alphabet=st.characters(exclude_characters="&<", exclude_categories=["Cs"]), max_size=300))
def test_plain_text_stays_as_it_is_when_read_again(source: str) -> None:
    once = "\n\n".join(block.text for block in blocks_of(source))
    assert "\n\n".join(block.text for block in blocks_of(once)) == once


@pytest.mark.parametrize("source", [
    "<div>" * LIMIT, "<ul><li>" * LIMIT, "<p><b id=1><i id=2>" * LIMIT, "<" * LIMIT, "<a href=x>" * LIMIT,
    "&" * LIMIT, "<table><tr><td>" * LIMIT, "\u200c" * LIMIT + "x", "a" * LIMIT + "@", "- " * LIMIT,
    "<p " + "a=1 " * LIMIT, "(" * LIMIT, "<a href='mailto:" + "a." * LIMIT, "<!--" * LIMIT,
    "".join(f"<p><b id={n}>x" for n in range(LIMIT // 10)), "A:" * LIMIT])
def test_hostile_texts_give_bounded_blocks(source: str) -> None:
    blocks = blocks_of(source)
    assert len(plain_text(blocks)) <= 3 * LIMIT


def test_real_pages_lose_no_words(shared_data: Path) -> None:
    """Every word of the running text of a real region is still there, and no icon is."""
    for entry in json.loads((shared_data / "integreat-lkaugsburg/de/pages.json").read_text()):
        blocks = blocks_of(entry["content"])
        kept = plain(" ".join(block.text for block in blocks)).split()
        words = plain(entry["content"]).split()
        assert {word.strip(".,:;()") for word in words if word.isalpha()} <= {word.strip(".,:;()") for word in kept}
        assert not [block for block in blocks if block.kind == "image" and block.url.endswith(".svg")]
        assert bool(blocks) == bool(entry["content"])
