"""Reading a feed pass after pass: what did not change costs next to nothing, and nothing goes by mistake."""

import sqlite3
from contextlib import closing
from email.utils import format_datetime
from pathlib import Path

import pytest

from content.store import Store
from sync.feed import Feed
from sync.reading import LIMITS, FeedReader, Planned
from sync.source import Pull, Source
from sync.sources.document import Reading
from tests.fakes.feed_server import FeedServer, answer
from tests.sync.passes import Copy

OLD, NEW, NEWER = ("Mon, 02 Nov 2026 10:00:00 GMT", "Tue, 03 Nov 2026 10:00:00 GMT", "Wed, 04 Nov 2026 10:00:00 GMT")


def entries(count: int, name: str = "A") -> list[dict[str, str]]:
    return [{"id": str(number), "name": f"{name} {number}"} for number in range(count)]


@pytest.fixture
def copy(tmp_path: Path, server: FeedServer) -> Copy:
    return Copy(tmp_path, Feed("json", f"{server.url}/list", "f"))


def paths(server: FeedServer) -> list[str]:
    asked = [path for path, _ in server.asked]
    server.asked.clear()
    return asked


class Watched:
    """A source that counts how often it takes its documents apart."""

    def __init__(self, source: Source, pulls: list[str]) -> None:
        self._source = source
        self._pulls = pulls
        self.feed, self.kind, self.url = source.feed, source.kind, source.url

    def pull(self) -> Pull:
        self._pulls.append(self.feed)
        return self._source.pull()


def watched(plan: Planned, pulls: list[str]) -> Planned:
    def make(reading: Reading) -> Source:
        return Watched(plan.make(reading), pulls)
    return plan._replace(make=make)


@pytest.mark.parametrize("head", [{}, {"ETag": '"1"'}, {"Last_Modified": OLD}])
def test_an_unchanged_feed_is_not_taken_apart_and_writes_no_record(
        copy: Copy, server: FeedServer, head: dict[str, str]) -> None:
    from sync.planned import planned
    pulls: list[str] = []
    plan = watched(planned(copy.feeds, copy.folder)[0], pulls)
    server.json("/list", entries(5), **head)
    with closing(Store(copy.folder / "content.db")) as store:
        assert FeedReader(store, lambda: copy.now).read(plan).added == 5
        before = store.db.total_changes
        assert FeedReader(store, lambda: copy.now).read(plan).state == "current"
        assert store.db.total_changes - before < 10
    assert len(pulls) == 1


def test_a_server_that_knows_versions_sends_nothing_twice(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(5), ETag='"1"', Last_Modified=OLD)
    copy.one()
    server.routes["/list"] = answer(b"", 304)
    assert copy.one().state == "current"
    _, head = server.asked[-1]
    assert (head["If-None-Match"], head["If-Modified-Since"]) == ('"1"', OLD)


def test_what_came_in_while_looking_is_not_asked_for_again(tmp_path: Path, server: FeedServer) -> None:
    copy = Copy(tmp_path, Feed("json", [f"{server.url}/{page}" for page in "abc"], "f"))
    for page in "abc":
        server.json(f"/{page}", [{"id": page, "name": page}])
    copy.one()
    assert paths(server) == ["/a", "/b", "/c"]
    copy.one()
    assert paths(server) == ["/a", "/b", "/c"]
    server.json("/b", [{"id": "b", "name": "B"}])
    assert copy.one().changed == 1
    assert paths(server) == ["/a", "/b", "/c"]


def test_a_day_later_it_is_taken_apart_anew_and_so_where_the_clock_was_put_back(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(5), ETag='"1"')
    copy.one()
    for hours in (25, -24 * 365, 24 * 365):
        copy.later(hours=hours)
        assert copy.one().state == "current"
        assert copy.one().state == "current"
    with closing(Store(copy.folder / "content.db")) as store:
        state, = (feed for feed in store.feeds() if feed.name == "f")
    assert state.retrieved == state.checked == copy.now


def test_another_mapping_makes_other_records_of_the_same_documents(tmp_path: Path, server: FeedServer) -> None:
    server.json("/list", [{"id": "1", "name": "A", "other": "B"}], ETag='"1"')
    mapping = tmp_path / "own.toml"
    mapping.write_text('feed = "f"\nkey = "id"\ntitle = "name"\n')
    copy = Copy(tmp_path, Feed("json", f"{server.url}/list", "f", "own.toml"))
    copy.one()
    mapping.write_text('feed = "f"\nkey = "id"\ntitle = "other"\n')
    assert copy.one().changed == 1


def test_a_folder_is_always_read(tmp_path: Path) -> None:
    (tmp_path / "parks").mkdir()
    copy = Copy(tmp_path, Feed("geojson", "parks", "f"))
    place = '{"type": "FeatureCollection", "features": [{"id": "%s", "properties": {"name": "Park"}}]}'
    (tmp_path / "parks/a.json").write_text(place % "a")
    assert copy.one().added == 1
    (tmp_path / "parks/b.json").write_text(place % "b")
    assert copy.one().added == 1


@pytest.mark.parametrize(("left", "state"), [(6, "held"), (5, "held"), (1, "held"), (7, "changed")])
def test_more_than_a_third_goes_when_a_second_pass_agrees(
        copy: Copy, server: FeedServer, left: int, state: str) -> None:
    server.json("/list", entries(10))
    copy.one()
    before = copy.held()
    server.json("/list", entries(left))
    event = copy.one()
    assert event.state == state
    assert (copy.held() == before) == (state == "held")
    if state == "held":
        assert f"only {left} of 10 records" in event.message
        assert copy.one().removed == 10 - left
    assert len(copy.held()) == left


def test_one_that_recovers_was_only_ill(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(10))
    copy.one()
    for _ in range(3):
        server.json("/list", entries(2))
        assert copy.one().state == "held"
        server.json("/list", entries(10))
        assert copy.one().state == "current"
    assert len(copy.held()) == 10


@pytest.mark.parametrize("nothing", [[], [{"id": "", "name": "x"}]])
def test_an_empty_feed_takes_nothing_away_however_often_it_says_so(
        copy: Copy, server: FeedServer, nothing: list[dict[str, str]]) -> None:
    server.json("/list", entries(3))
    copy.one()
    server.json("/list", nothing)
    assert [copy.one().state for _ in range(3)] == ["held"] * 3
    assert len(copy.held()) == 3
    server.json("/list", entries(1))
    assert (copy.one().state, copy.one().removed) == ("held", 2)


def test_nothing_older_is_taken_over_something_newer(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(3, "B"), Last_Modified=NEW)
    copy.one()
    before = copy.held()
    server.json("/list", entries(3, "A"), Last_Modified=OLD)
    assert [copy.one().state for _ in range(2)] == ["held", "held"]
    assert OLD in copy.one().message
    assert copy.held() == before
    server.json("/list", entries(3, "C"), Last_Modified=NEWER)
    assert copy.one().changed == 3


def test_another_server_with_the_same_file_is_no_older_state(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(3), Last_Modified=NEW)
    copy.one()
    server.json("/list", entries(3), Last_Modified=OLD)
    assert copy.one().state == "current"


@pytest.mark.parametrize("head", [{"Retry_After": "3600"}, {"Backoff": "3600"}])
@pytest.mark.parametrize("status", [200, 429, 503])
def test_a_server_is_left_alone_for_as_long_as_it_says(
        copy: Copy, server: FeedServer, status: int, head: dict[str, str]) -> None:
    server.routes["/list"] = answer("[]", status, **head)
    first = copy.one()
    assert (first.state, first.wait) == ("current" if status == 200 else "waiting", 3600)
    paths(server)
    copy.later(minutes=15)
    waiting = copy.one()
    assert (waiting.state, waiting.wait, paths(server)) == ("waiting", 2700, [])
    copy.later(minutes=45)
    server.json("/list", entries(1))
    assert copy.one().added == 1


def test_a_date_to_come_again_is_meant_by_the_clock_of_the_server(copy: Copy, server: FeedServer) -> None:
    copy.later(days=-365)
    server.routes["/list"] = answer(b"", 503, Retry_After=format_datetime(copy.now))
    assert copy.one().wait == 0
    server.routes["/list"] = answer(b"", 503, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT")
    assert copy.one().wait == 7 * 24 * 3600


def test_a_clock_that_was_put_back_does_not_wait_for_a_year(copy: Copy, server: FeedServer) -> None:
    server.routes["/list"] = answer(b"", 503, Retry_After="600")
    copy.one()
    copy.later(days=-365)
    server.json("/list", entries(1))
    assert copy.one().added == 1


def test_a_feed_out_of_the_settings_leaves_the_copy(tmp_path: Path, server: FeedServer) -> None:
    copy = Copy(tmp_path, *(Feed("json", f"{server.url}/{name}", name) for name in "ab"))
    for name in "ab":
        server.json(f"/{name}", entries(3))
    copy.sync()
    gone = copy.feeds.pop()
    assert [(event.name, event.removed) for event in copy.sync()] == [("a", 0), ("b", 3)]
    assert len(copy.held()) == 3
    copy.feeds.append(gone)
    assert copy.sync()[1].added == 3


def test_a_feed_with_another_name_goes_when_the_new_one_is_there(copy: Copy, server: FeedServer) -> None:
    server.json("/list", entries(3))
    copy.one()
    copy.feeds = [Feed("json", f"{server.url}/list", "g")]
    server.routes["/list"] = answer(b"", 500)
    assert [event.name for event in copy.sync()] == ["g"]
    assert len(copy.held()) == 3
    server.json("/list", entries(3))
    assert [(event.name, event.added, event.removed) for event in copy.sync()] == [("g", 3, 0), ("f", 0, 3)]


def test_a_feed_that_was_imported_by_hand_stays(copy: Copy, server: FeedServer) -> None:
    with closing(Store(copy.folder / "content.db")) as store:
        store.replace_feed("byhand", [], kind="json")
        store.replace_feed("help", [], kind="builtin")
    copy.feeds = []
    assert copy.sync() == []
    with closing(Store(copy.folder / "content.db")) as store:
        assert {"byhand", "help"} <= {feed.name for feed in store.feeds()}


def test_the_name_of_built_in_content_is_refused(copy: Copy, server: FeedServer) -> None:
    copy.sync()
    copy.feeds.append(Feed("json", f"{server.url}/list", "helplines"))
    for _ in range(2):
        assert copy.sync()[1].state == "failed"
    copy.feeds = []
    copy.sync()
    with closing(Store(copy.folder / "content.db")) as store:
        assert any(feed.records for feed in store.feeds() if feed.name == "helplines")


def test_the_starter_leaves_with_the_first_feed(copy: Copy, server: FeedServer) -> None:
    server.routes["/list"] = answer(b"", 500)
    copy.one()
    with closing(Store(copy.folder / "content.db")) as store:
        assert next(feed.records for feed in store.feeds() if feed.name == "starter") > 0
    server.json("/list", entries(1))
    copy.one()
    with closing(Store(copy.folder / "content.db")) as store:
        assert next(feed.records for feed in store.feeds() if feed.name == "starter") == 0


def test_a_full_disk_is_said_and_the_copy_stays(copy: Copy, server: FeedServer) -> None:
    from sync.planned import planned
    server.json("/list", entries(3))
    copy.one()
    before = copy.held()
    server.json("/list", entries(3000, "ein langer Name " * 20))
    with closing(Store(copy.folder / "content.db")) as store:
        pages: int = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages + 20}")
        event = FeedReader(store, lambda: copy.now).read(planned(copy.feeds, copy.folder)[0])
        assert event.state == "failed"
        assert "full" in event.message
        with pytest.raises(sqlite3.OperationalError, match="full"):
            store.db.execute("CREATE TABLE more AS SELECT * FROM body, word")
    assert copy.held() == before
    assert copy.sync(LIMITS)[0].added == 2997
