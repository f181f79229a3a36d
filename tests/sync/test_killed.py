"""A pass killed at any instant leaves a whole copy behind, the old one or the new one, and the next one goes on."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.fakes.feed_server import FeedServer

COUNT = 400
KILLS = 12


def start(data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "kiosk", "sync", "--once", "--json", "--data", str(data)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def state(data: Path) -> tuple[set[str], int]:
    """The first words of the titles of the feed, and how many there are; the file is whole."""
    with closing(sqlite3.connect(data / "content.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = db.execute("SELECT title FROM text JOIN record ON record.key = record WHERE feed = 'f'").fetchall()
    return {title.split()[0] for title, in rows}, len(rows)


def serve(server: FeedServer, word: str) -> None:
    server.json("/list", [{"id": str(number), "name": f"{word} {number}", "beschreibung": f"{word} " * 50}
                          for number in range(COUNT)])


def test_nothing_is_lost_however_often_a_pass_is_killed(tmp_path: Path, server: FeedServer) -> None:
    (tmp_path / "settings.toml").write_text(f'[[feeds]]\nkind = "json"\nurl = "{server.url}/list"\nname = "f"\n')
    serve(server, "word0")
    began = time.monotonic()
    assert start(tmp_path).communicate(timeout=60)[0]
    whole, chance, seen = time.monotonic() - began, random.Random(5), {"word0"}
    for number in range(1, KILLS + 1):
        serve(server, f"word{number}")
        running = start(tmp_path)
        try:
            running.communicate(timeout=whole * chance.uniform(0.3, 1.1))
        except subprocess.TimeoutExpired:
            running.kill()
            running.communicate()
        words, count = state(tmp_path)
        assert count == COUNT
        assert len(words) == 1
        seen |= words
    assert len(seen) > 1
    said, _ = start(tmp_path).communicate(timeout=60)
    assert json.loads(said.splitlines()[-1])["ok"]
    assert state(tmp_path) == ({f"word{KILLS}"}, COUNT)


def test_two_at_once_do_no_harm(tmp_path: Path, server: FeedServer) -> None:
    (tmp_path / "settings.toml").write_text(f'[[feeds]]\nkind = "json"\nurl = "{server.url}/list"\nname = "f"\n')
    serve(server, "word")
    both = [start(tmp_path) for _ in range(2)]
    ends = [json.loads(one.communicate(timeout=60)[0].splitlines()[-1]) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert all(end["ok"] for end in ends)
    assert state(tmp_path) == ({"word"}, COUNT)
