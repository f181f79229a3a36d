"""Somebody plugs in a stick: the screen says what happens and goes on, and the new content is there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from nacl.signing import SigningKey
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.settings import PROVISIONING, Settings, Sync
from sync.wire.bundling import Content, write
from sync.wire.key import to_text
from sync.wire.manifest import Manifest
from sync.wire.mirror import TABLES, Entry, Mirror
from sync.wire.provisioning import Hub, Provisioning
from sync.wire.record import COLLECTIONS, OFFERS, Line, digest_of, key_of
from tests.fakes.editor import offer
from tests.journeys.visitor import Visitor

KEY, SEAL = SigningKey(b"k" * 32), PrivateKey(b"p" * 32)
HUB = Hub("https://hub.example.org/v1", "stadt", "bibliothek", "secret", to_text(KEY.verify_key),
          to_text(SEAL.public_key))
AT = 1764150000123  # ms


@pytest.fixture
def sticks(tmp_path: Path) -> Path:
    """Where the system shows sticks."""
    (folder := tmp_path / "sticks").mkdir()
    return folder


@pytest.fixture
def visitor(tmp_path: Path, sticks: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Somebody at a kiosk of a hub that it has no network to."""
    (folder := tmp_path / "kiosk").mkdir()
    (folder / PROVISIONING).write_text(Provisioning(HUB).text(), encoding="utf-8")
    kiosk = Kiosk(folder, Settings(sync=Sync(enabled=False, sticks=str(sticks))), QSize(1280, 800))
    with qtbot.waitExposed(kiosk.window):
        kiosk.window.show()
    kiosk.caretaker.start()
    kiosk.visit.begin("en")
    yield Visitor(kiosk, qtbot)
    kiosk.close()


def plug(sticks: Path, key: SigningKey) -> Path:
    """A stick with a bundle that is signed with that key, there all at once."""
    lines: dict[str, list[Line]] = {name: [] for name in COLLECTIONS}
    lines[OFFERS].append(Line(key_of("stadt:a"), AT, offer("a")))
    signed = {}
    for name in COLLECTIONS:
        with closing(sqlite3.connect(":memory:")) as db:
            db.executescript(TABLES)
            mirror = Mirror(db, name)
            mirror.put(Entry(line.key, "", AT, digest_of(line.record)) for line in lines[name])
            manifest = Manifest(name, 1, AT, len(lines[name]), mirror.root(), datetime(2026, 11, 26, tzinfo=UTC))
        signed[name] = manifest.signed_by(key)
    (made := sticks.parent / "made").mkdir()
    write(made / "heute.anlaufstelle", Content(HUB.bucket, signed, lines, ()), key)
    return made.rename(sticks / "A")


def test_new_content_comes_with_a_stick_and_the_screen_says_when_it_may_go(visitor: Visitor, sticks: Path) -> None:
    stick = plug(sticks, KEY)
    visitor.qtbot.waitUntil(lambda: visitor.sees("New content is being read …"), timeout=20_000)
    assert visitor.kiosk.visit.screen == "home"
    visitor.touches("About")
    visitor.qtbot.waitUntil(lambda: visitor.sees("Done. You can pull out the stick."), timeout=60_000)
    visitor.kiosk.visit.open("offer", "stadt:a")
    assert visitor.sees("Angebot a")
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    visitor.qtbot.waitUntil(lambda: not visitor.sees("stick"), timeout=20_000)


def test_a_stick_of_another_city_is_not_believed(visitor: Visitor, sticks: Path) -> None:
    plug(sticks, SigningKey(b"o" * 32))
    visitor.qtbot.waitUntil(lambda: visitor.sees("This stick is not for this device."), timeout=60_000)
    visitor.kiosk.caretaker.lock.unlock()
    visitor.kiosk.visit.open("keeper")
    assert visitor.sees("It is not for this device.\n\u2068")
    assert b"stadt:a" not in b"".join(visitor.kiosk.library.store.export())
