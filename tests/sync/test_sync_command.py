"""`kiosk sync` as it is called: what it does to the copy, what it says, and how it ends."""

import json
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.folder import OUTBOX
from sync.lock import alone
from sync.outbox import Outbox
from tests.fakes.feed_server import FeedServer, answer


def sync(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["sync", *arguments, "--data", str(data)])


def events(data: Path, code: int = 0) -> list[dict[str, Any]]:
    result = sync(data, "--once", "--json")
    assert result.exit_code == code, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def copy(data: Path) -> str:
    return CliRunner().invoke(main, ["export", "--json", "--data", str(data)]).stdout


def entries(*names: str) -> list[dict[str, str]]:
    return [{"id": name, "name": name} for name in names]


@pytest.fixture
def data(tmp_path: Path, server: FeedServer) -> Path:
    """A folder whose settings name two feeds of the server, `a` and `b`."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.toml").write_text("".join(
        f'[[feeds]]\nkind = "json"\nurl = "{server.url}/{name}"\nname = "{name}"\n' for name in "ab"))
    for name in "ab":
        server.json(f"/{name}", entries("1", "2", "3", "4"))
    return folder


def test_a_pass_says_what_it_did(data: Path) -> None:
    assert events(data) == [
        {"event": "feed", "name": name, "state": "changed", "message": "", "added": 4, "changed": 0, "removed": 0,
         "wait": 0} for name in "ab"] + [{"event": "pass", "ok": True, "next": 900, "message": ""}]
    assert [event.get("state") for event in events(data)] == ["current", "current", None]


def test_the_copy_is_that_of_an_import(data: Path, server: FeedServer, tmp_path: Path) -> None:
    events(data)
    for name in "ab":
        arguments = ["import", "json", f"{server.url}/{name}", "--feed", name, "--data", str(tmp_path / "other")]
        assert CliRunner().invoke(main, arguments).exit_code == 0
    assert copy(data) == copy(tmp_path / "other")


def test_a_feed_that_fails_stops_no_other_and_loses_nothing(data: Path, server: FeedServer) -> None:
    events(data)
    before = copy(data)
    server.routes["/a"] = answer("oh dear", 500)
    first, second, end = events(data, code=1)
    assert (first["state"], second["state"], end["ok"], end["next"]) == ("failed", "current", False, 900)
    assert "HTTP 500" in first["message"]
    assert copy(data) == before


def test_the_time_to_the_next_pass_grows_while_nobody_is_reached(data: Path, server: FeedServer) -> None:
    for name in "ab":
        server.routes[f"/{name}"] = answer("oh dear", 500)
    assert [events(data, code=1)[-1]["next"] for _ in range(5)] == [1800, 3600, 7200, 14400, 14400]
    server.json("/a", entries("1"))
    assert events(data, code=1)[-1]["next"] == 900


def test_for_people_it_is_a_sentence_each(data: Path) -> None:
    result = sync(data)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == ["a: changed; 4 added, 0 changed, 0 removed",
                                          "b: changed; 4 added, 0 changed, 0 removed",
                                          "the pass is over; the next in 15 min"]


def test_without_feeds_all_is_well(tmp_path: Path) -> None:
    assert events(tmp_path / "new") == [{"event": "pass", "ok": True, "next": 900, "message": ""}]


def test_a_second_sync_says_so_and_ends_well(data: Path, server: FeedServer) -> None:
    with alone(data):
        end, = events(data)
    assert (end["event"], end["ok"]) == ("pass", True)
    assert "under way" in end["message"]
    assert not server.asked


def test_settings_that_cannot_be_used_are_named(data: Path) -> None:
    (data / "settings.toml").write_text("[[feeds]]\nkind = 'json'\n")
    result = sync(data, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`url`" in result.stderr


def test_a_feed_that_cannot_be_made_is_named(data: Path) -> None:
    with (data / "settings.toml").open("a") as file:
        file.write('[[feeds]]\nkind = "json"\nurl = "x.json"\nmapping = "none.toml"\n'
                   '[[feeds]]\nkind = "json"\nurl = "x.json"\nname = "b"\n')
    told = events(data, code=1)
    assert [(event["name"], event["state"]) for event in told[:-1]] == [
        ("a", "changed"), ("b", "changed"), ("x", "failed"), ("b", "failed")]
    assert "none.toml" in told[2]["message"]
    assert "this name" in told[3]["message"]


def test_paths_are_meant_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[[feeds]]\nkind = "json"\nurl = "list.json"\nmapping = "own.toml"\n')
    (tmp_path / "list.json").write_text(json.dumps([{"nr": 1, "titel": "A"}]))
    (tmp_path / "own.toml").write_text('feed = "own"\nkey = "nr"\ntitle = "titel"\n')
    assert [event.get("name") for event in events(tmp_path)] == ["own", None]


def test_a_pass_that_hangs_is_ended(data: Path, server: FeedServer) -> None:
    events(data)
    before = copy(data)
    server.drip("/a", b" ", 0.05)
    done = subprocess.run([sys.executable, "-m", "kiosk", "sync", "--once", "--deadline", "0.02", "--data", str(data)],
                          capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 75
    assert "longer than 1.2 s" in done.stderr
    assert copy(data) == before
    server.json("/a", entries("1", "2", "3", "4"))
    assert events(data)[-1]["ok"]


def test_what_was_refused_is_sent_again_when_somebody_says_so(data: Path) -> None:
    with closing(Outbox(data / OUTBOX)) as outbox:
        outbox.refuse(outbox.put("feedback", {"thumb": "up"}, date(2026, 11, 26)), "HTTP 400")
        assert sync(data, "--once").exit_code == 0
        assert [item.refused for item in outbox.items()] == ["HTTP 400"]
        assert sync(data, "--once", "--refused").exit_code == 0
        assert [item.refused for item in outbox.items()] == [""]


def test_an_outbox_that_cannot_be_read_is_named(data: Path) -> None:
    (data / OUTBOX).write_bytes(b"no database, but more than a hundred bytes of it" * 3)
    result = sync(data, "--once", "--refused")
    assert result.exit_code == 1
    assert "the outbox cannot be used" in result.stderr
