"""Documents from files and HTTP: read in every encoding, and within bounds whatever the other side does."""

import gzip
import json
import threading
import time
import tracemalloc
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from sync.source import NotFound, SourceError
from sync.sources.document import Document, Documents, Limits
from sync.sources.download import Patience
from tests.fakes.feed_server import FeedServer, answer, packed

TIGHT = Limits(document=100_000, pull=250_000, patience=Patience(connect=1, silence=0.5, total=1, redirects=3))


@pytest.fixture
def documents() -> Iterator[Documents]:
    reader = Documents(TIGHT)
    yield reader
    reader.close()


def test_a_file_and_an_address_give_the_same(server: FeedServer, documents: Documents, tmp_path: Path) -> None:
    body = json.dumps({"straße": "Große Burgstraße", "ok": True}).encode()
    (tmp_path / "a.json").write_bytes(body)
    server.routes["/a"] = packed(body)
    assert documents.json(f"{server.url}/a") == documents.json(str(tmp_path / "a.json")) == json.loads(body)


def test_it_asks_politely_and_always_for_the_same_language(server: FeedServer, documents: Documents) -> None:
    server.json("/a", [])
    documents.json(f"{server.url}/a")
    _, head = server.asked[0]
    assert head["User-Agent"].startswith("Anlaufstelle")
    assert head["Accept-Language"] == "de"
    assert "application/geo+json" in head["Accept"]


@pytest.mark.parametrize(("raw", "charset"), [
    ("Größe – „ß“".encode(), ""),
    ("Größe – „ß“".encode("utf-8-sig"), "iso-8859-1"),
    ("Größe – „ß“".encode("utf-16"), ""),
    ("Größe – „ß“".encode("cp1252"), ""),
    ("Größe – „ß“".encode("cp1252"), "windows-1252"),
    ("Größe – „ß“".encode("cp1252"), "no-such-encoding"),
    ("Größe – „ß“".encode(), "us-ascii"),
])
def test_encodings(raw: bytes, charset: str) -> None:
    assert Document("feed", raw, "application/json", charset).text() == "Größe – „ß“"


def test_the_server_may_name_an_encoding(server: FeedServer, documents: Documents) -> None:
    server.routes["/a"] = answer('"Łódź"'.encode("iso-8859-2"), Content_Type='application/json; charset="ISO-8859-2"')
    assert documents.json(f"{server.url}/a") == "Łódź"


@pytest.mark.parametrize(("text", "value"), [
    ('{"a": NaN, "b": [Infinity, -Infinity]}', {"a": None, "b": [None, None]}),
    ('\ufeff[1]', [1]),
    ('"\\ud800"', "\ud800"),
])
def test_json_that_is_not_quite_json(text: str, value: object) -> None:
    assert Document("feed", text.encode("utf-8")).json() == value


@pytest.mark.parametrize(("text", "reason"), [
    ('[{"id": 1}, {"id"', "broken JSON"),
    ("", "broken JSON"),
    ("[" * 200_000, "nested too deeply"),
    ("9" * 10_000, "broken JSON"),
    ("<!doctype html><p>Wartung", "web page"),
    ("\x00\x01\x02", "broken JSON"),
])
def test_what_is_no_json_is_one_clear_error(text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=f"^feed: .*{reason}"):
        Document("feed", text.encode()).json()


def test_errors_of_files(documents: Documents, tmp_path: Path) -> None:
    (tmp_path / "large.json").write_bytes(b"1" * 100_001)
    for name, error in (("none.json", NotFound), (".", NotFound), ("large.json", SourceError), ("a\x00b", SourceError)):
        with pytest.raises(error):
            documents.read(str(tmp_path / name))


@pytest.mark.parametrize(("status", "error"), [
    (404, NotFound), (410, NotFound), (500, SourceError), (403, SourceError), (204, SourceError)])
def test_errors_of_servers(server: FeedServer, documents: Documents, status: int, error: type[SourceError]) -> None:
    server.routes["/a"] = answer(b"", status)
    with pytest.raises(error, match=f"HTTP {status}"):
        documents.read(f"{server.url}/a")


@pytest.mark.parametrize("address", [
    "http://127.0.0.1:9/", "http://", "http://[::1", "https://x.invalid/", "http://a b/"])
def test_addresses_that_lead_nowhere(documents: Documents, address: str) -> None:
    with pytest.raises(SourceError):
        documents.read(address)


def test_redirects_are_followed_a_few_times(server: FeedServer, documents: Documents) -> None:
    server.json("/end", 1)
    server.routes["/3"] = answer(b"", 301, Location="/2")
    server.routes["/2"] = answer(b"", 302, Location="/end")
    server.routes["/loop"] = answer(b"", 302, Location="/loop")
    server.routes["/file"] = answer(b"", 302, Location="file:///etc/hostname")
    assert documents.json(f"{server.url}/3") == 1
    with pytest.raises(SourceError, match="redirected too often"):
        documents.read(f"{server.url}/loop")
    with pytest.raises(SourceError):
        documents.read(f"{server.url}/file")


def test_a_feed_cannot_send_without_end(server: FeedServer, documents: Documents) -> None:
    server.drip("/endless", b"x" * 10_000, 0)
    with pytest.raises(SourceError, match="larger than 100,000 bytes"):
        documents.read(f"{server.url}/endless")


def test_a_bomb_is_not_unpacked(server: FeedServer, documents: Documents) -> None:
    server.routes["/bomb"] = packed(b"0" * 50_000_000)
    server.routes["/twice"] = answer(gzip.compress(gzip.compress(b"0" * 50_000_000)), Content_Encoding="gzip, gzip")
    tracemalloc.start()
    with pytest.raises(SourceError, match="larger than"):
        documents.read(f"{server.url}/bomb")
    with pytest.raises(SourceError, match="not asked for"):
        documents.read(f"{server.url}/twice")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_all_documents_of_a_pull_together_are_bounded(server: FeedServer, documents: Documents) -> None:
    server.routes["/a"] = answer(b"x" * 90_000)
    documents.read(f"{server.url}/a")
    documents.read(f"{server.url}/a")
    with pytest.raises(SourceError, match="larger than 70,000"):
        documents.read(f"{server.url}/a")


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_dripping_is_broken_off(server: FeedServer, documents: Documents, head: bytes) -> None:
    server.drip("/slow", b"a", 0.05, head)
    begun = time.perf_counter()
    with pytest.raises(SourceError, match="after 1 seconds"):
        documents.read(f"{server.url}/slow")
    assert time.perf_counter() - begun < 30  # it goes on for ever
    server.stop_dripping()
    for thread in threading.enumerate():
        if thread.name.startswith("reading"):
            thread.join(2)


def test_silence_is_broken_off(server: FeedServer, documents: Documents) -> None:
    waiting = threading.Event()

    def mute(_asked: BaseHTTPRequestHandler) -> None:
        waiting.wait(3)
    server.routes["/mute"] = mute
    with pytest.raises(SourceError, match="no answer in time"):
        documents.read(f"{server.url}/mute")
    waiting.set()


def test_half_an_answer_is_none(server: FeedServer, documents: Documents) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        answer(b"[1, 2", Content_Length="100")(handler)
        handler.close_connection = True

    body = gzip.compress(json.dumps(list(range(1000))).encode())
    server.routes["/half"] = half
    server.routes["/packed"] = answer(body[:-20], Content_Encoding="gzip")
    server.routes["/unpackable"] = answer(b"no gzip at all", Content_Encoding="gzip")
    for path in ("/half", "/packed", "/unpackable"):
        with pytest.raises(SourceError):
            documents.read(f"{server.url}{path}")
