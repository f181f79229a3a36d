"""Asking a server: any status is an answer, and none can stall, overrun or send us elsewhere."""

import gzip
from collections.abc import Iterator
from contextlib import closing

import pytest

from sync.source import SourceError
from sync.sources.download import Downloads, Patience, Request
from tests.fakes.feed_server import FeedServer, answer, packed

LIMIT = 10_000


@pytest.fixture
def downloads() -> Iterator[Downloads]:
    with closing(Downloads(Patience(connect=2, silence=2, total=2))) as made:
        yield made


@pytest.mark.parametrize("status", [200, 304, 400, 404, 503])
def test_any_status_is_an_answer(server: FeedServer, downloads: Downloads, status: int) -> None:
    server.routes["/a"] = answer("" if status == 304 else "{}", status, ETag='"7"')
    got = downloads.ask(Request(f"{server.url}/a", head={"If-None-Match": '"7"'}), LIMIT)
    assert (got.status, got.head["etag"]) == (status, '"7"')
    assert server.asked[0][1]["If-None-Match"] == '"7"'


def test_nobody_sends_us_elsewhere(server: FeedServer, downloads: Downloads) -> None:
    server.routes["/a"] = answer("", 301, Location=f"{server.url}/b")
    server.json("/b", {})
    account = ("kiosk", "secret")
    assert downloads.ask(Request(f"{server.url}/a", account=account), LIMIT).status == 301
    assert [path for path, _ in server.asked] == ["/a"]


def test_an_answer_is_no_longer_than_it_may_be(server: FeedServer, downloads: Downloads) -> None:
    for body in (answer("x" * (LIMIT + 1)), packed(bytes(50_000_000)), answer(gzip.compress(b"x")[:-4],
                                                                             Content_Encoding="gzip")):
        server.routes["/a"] = body
        with pytest.raises(SourceError, match=r"larger than|broken off"):
            downloads.ask(Request(f"{server.url}/a"), LIMIT)


def test_a_server_that_never_ends_is_left(server: FeedServer, downloads: Downloads) -> None:
    server.drip("/a", b"x", 0.1)
    with pytest.raises(SourceError, match=r"not complete|no answer"):
        downloads.ask(Request(f"{server.url}/a"), LIMIT)
