"""Networks and servers that answer, but not as themselves: it is said what they may be, and nothing is lost."""

import gzip
import ssl
import subprocess
from pathlib import Path

import pytest

from sync.feed import Feed
from sync.sources.trouble import same_house
from tests.fakes.feed_server import Answer, FeedServer, answer, feed_server, packed
from tests.sync.passes import Copy

PAGE = "<!doctype html><title>WLAN</title><p>Bitte melden Sie sich an."
GOOD = '[{"id": "1", "name": "A"}, {"id": "2", "name": "B"}]'


@pytest.fixture
def copy(tmp_path: Path, server: FeedServer) -> Copy:
    """A copy that has the feed."""
    server.routes["/list"] = answer(GOOD)
    made = Copy(tmp_path / "data", Feed("json", f"{server.url}/list", "f"))
    assert made.one().added == 2
    return made


@pytest.mark.parametrize(("given", "told"), [
    (answer(PAGE, Content_Type="text/html"), "captive portal"),
    (answer(PAGE), "captive portal"),
    (answer(b"", 302, Location="http://login.example/"), "leads away to login.example"),
    (answer(b"", 301, Location="http://localhost/list"), "its new address belongs into the settings"),
    (answer(PAGE, 511), "captive portal"),
    (answer(GOOD[:-5]), "broken JSON"),
    (answer(b"\x89PNG\r\n\x1a\n\0\0", Content_Type="image/png"), "broken JSON"),
    (answer(GOOD.encode("utf-16-be")), "broken JSON"),
    (packed(b"[" + b" " * 5_000_000 + b"]"), "larger than"),
    (answer(gzip.compress(GOOD.encode())[:-9], Content_Encoding="gzip"), "broken off"),
    (answer(b'{"error": "nothing"}'), "list of entries was expected"),
    (answer(b"", 204), "HTTP 204"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_no_answer_changes_nothing(copy: Copy, server: FeedServer, given: Answer, told: str) -> None:
    before = copy.held()
    server.routes["/list"] = given
    event = copy.one()
    assert event.state == "failed"
    assert told in event.message
    assert copy.held() == before
    server.routes["/list"] = answer(GOOD)
    assert copy.one().state == "current"


@pytest.mark.parametrize(("piece", "seconds", "told"), [
    (b" ", 0.05, "after 1 seconds"), (b" " * 9999, 0, "larger than")])
def test_what_never_ends_is_ended(copy: Copy, server: FeedServer, piece: bytes, seconds: float, told: str) -> None:
    before = copy.held()
    server.drip("/list", piece, seconds)
    event = copy.one()
    assert (event.state, told in event.message) == ("failed", True)
    assert copy.held() == before


def test_a_server_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    event = Copy(tmp_path, Feed("json", "http://127.0.0.1:9/list", "f")).one()
    assert event.message == "http://127.0.0.1:9/list: cannot be reached: Connection refused"


def certificate(folder: Path) -> Path:
    """A certificate that nobody vouches for, with its key, in one file."""
    file = folder / "server.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key.pem"), "-out", str(file)],
                   check=True, capture_output=True)
    file.write_text(file.read_text() + (folder / "key.pem").read_text())
    return file


def test_a_certificate_nobody_vouches_for_is_said_plainly(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path))
    with feed_server(context) as server:
        server.routes["/list"] = answer(GOOD)
        event = Copy(tmp_path / "data", Feed("json", f"{server.url}/list", "f")).one()
    assert event.state == "failed"
    assert "certificate is not to be trusted (self-signed certificate)" in event.message
    assert "clock of this machine" in event.message
    assert not server.asked


def test_a_feed_that_moved_within_its_house_is_followed(copy: Copy, server: FeedServer) -> None:
    server.routes["/list"] = answer(b"", 301, Location="/new")
    server.routes["/new"] = answer(GOOD)
    assert copy.one().state == "current"


@pytest.mark.parametrize(("old", "new", "same"), [
    ("http://a.example/x", "https://a.example/x", True), ("https://a.example/", "https://www.a.example/", True),
    ("https://www.a.example/", "https://cms.a.example/", True), ("https://a.example/", "http://a.example/", False),
    ("https://a.example/", "https://b.example/", False), ("https://a.example/", "https://bada.example/", False),
    ("http://a.example:80/", "http://a.example:8080/", True), ("http://a.example/", "file:///etc/passwd", False)])
def test_houses(old: str, new: str, same: bool) -> None:
    assert same_house(old, new) is same


