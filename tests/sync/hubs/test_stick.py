"""A stick brings the whole content and takes the outbox along; whatever is wrong with it, nothing is lost."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from nacl.signing import SigningKey

from content.here import Place
from kiosk.cli import main
from kiosk.folder import open_copy
from kiosk.settings import PROVISIONING
from sync.stick import why_not
from sync.wire import receipt
from sync.wire.provisioning import Provisioning
from sync.wire.sealed import unseal
from tests.fakes.editor import KEY, SEAL, Editor, offer
from tests.fakes.terminal import Terminal
from tests.sync.hubs.test_outbox import say, waiting

OTHER = SigningKey(b"o" * 32)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def kiosk(terminal: Terminal) -> Terminal:
    """A terminal with its provisioning in its folder, and the built-in content."""
    given = Provisioning(terminal.hub, Place(district="Moisling"))
    (terminal.folder / PROVISIONING).write_text(given.text(), encoding="utf-8")
    open_copy(terminal.folder).close()
    return terminal


def run(kiosk: Terminal, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", str(kiosk.folder)])


def put_in(kiosk: Terminal, path: Path, code: int = 0) -> dict[str, Any]:
    """What `kiosk bundle import` says about a stick."""
    result = run(kiosk, "bundle", "import", str(path), "--json")
    assert result.exit_code == code, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def exported(kiosk: Terminal) -> list[str]:
    """The ids of what the hub brought."""
    lines = run(kiosk, "export", "--json").stdout.splitlines()
    return [record["id"] for record in map(json.loads, lines) if record["source"]["feed"] == "stadt"]


def left(stick: Path) -> list[dict[str, Any]]:
    """What lies on the stick for the hub, as the hub reads it."""
    return [{"id": item.id, "collection": item.collection, **item.body}
            for file in sorted(stick.glob("outbox/*.sealed")) for item in unseal(file.read_bytes(), SEAL)]


def test_a_stick_brings_everything_and_the_network_goes_on_from_there(
        kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(*map(offer, "abc"))
    editor.bundle(stick / "heute.anlaufstelle")
    answer = put_in(kiosk, stick)
    assert (answer["event"], answer["outcome"], answer["name"], answer["added"]) == (
        "bundle", "imported", "heute.anlaufstelle", 3)
    assert exported(kiosk) == ["stadt:a", "stadt:b", "stadt:c"]
    assert put_in(kiosk, stick)["outcome"] == "current"
    editor.delete("stadt:b")
    editor.put(offer("d"))
    editor.sign()
    event = kiosk.content()
    assert (event.state, event.added, event.removed) == ("changed", 1, 1)
    assert put_in(kiosk, stick)["outcome"] == "older"
    assert exported(kiosk) == ["stadt:a", "stadt:c", "stadt:d"]
    assert "is older than the copy" in put_in(kiosk, stick)["message"]


def test_the_copy_of_a_stick_is_that_of_the_network(
        kiosk: Terminal, editor: Editor, stick: Path, tmp_path: Path) -> None:
    editor.put(*(offer(str(number)) for number in range(300)))
    editor.sign()
    other = Terminal(tmp_path / "other", kiosk.hub)
    open_copy(other.folder).close()
    other.content()
    put_in(kiosk, editor.bundle(stick / "a.anlaufstelle"))
    assert run(kiosk, "export", "--json").stdout == run(other, "export", "--json").stdout
    with closing(kiosk.store()) as one, closing(other.store()) as two:
        for table in ("mirror", "mirror_bucket"):
            first, second = (db.execute(f"SELECT * FROM {table}").fetchall() for db in (one.db, two.db))
            assert first == second


def test_the_newest_of_several_is_taken_wherever_it_lies(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    (stick / "ordner").mkdir()
    editor.put(offer("a"))
    editor.bundle(stick / "a.anlaufstelle")
    editor.put(offer("b"))
    editor.bundle(stick / "ordner" / "b.anlaufstelle")
    editor.put(offer("c"))
    editor.bundle(stick / "c.anlaufstelle", key=OTHER)
    (stick / "d.anlaufstelle").write_bytes(b"nothing")
    assert put_in(kiosk, stick)["name"] == "b.anlaufstelle"
    assert exported(kiosk) == ["stadt:a", "stadt:b"]


def test_a_new_epoch_may_hold_less(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"), offer("b"))
    old = editor.timestamp("offers")
    put_in(kiosk, editor.bundle(stick / "a.anlaufstelle", epoch=1, timestamp=old + 1000))
    editor.delete("stadt:a")
    assert put_in(kiosk, editor.bundle(stick / "b.anlaufstelle", epoch=1, timestamp=old))["outcome"] == "older"
    assert put_in(kiosk, editor.bundle(stick / "c.anlaufstelle", epoch=2, timestamp=old))["removed"] == 1
    assert exported(kiosk) == ["stadt:b"]


def test_what_is_no_bundle_of_this_hub_changes_nothing(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    put_in(kiosk, editor.bundle(stick / "a.anlaufstelle"))
    editor.put(offer("b"))
    whole = editor.bundle(stick / "b.anlaufstelle").read_bytes()
    (stick / "a.anlaufstelle").unlink()
    for content, outcome in ((whole[:-100], "broken"), (b"", "broken"), (whole[:500], "broken")):
        (stick / "b.anlaufstelle").write_bytes(content)
        answer = put_in(kiosk, stick, 1)
        assert (answer["outcome"], "b.anlaufstelle: " in answer["message"]) == (outcome, True)
    editor.bundle(stick / "b.anlaufstelle", key=OTHER)
    assert "the signature is not the hub's" in put_in(kiosk, stick, 1)["message"]
    editor.bundle(stick / "b.anlaufstelle", root="0" * 64)
    assert "does not hold what was signed" in put_in(kiosk, stick, 1)["message"]
    (stick / "b.anlaufstelle").unlink()
    assert put_in(kiosk, stick, 1)["outcome"] == "none"
    assert exported(kiosk) == ["stadt:a"]
    assert kiosk.rows("hub_staged") == 0


def test_a_bundle_of_another_city_is_not_taken(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    editor.bundle(stick / "a.anlaufstelle")
    given = Provisioning(kiosk.hub.__class__(**{**{name: getattr(kiosk.hub, name) for name in (
        "url", "kiosk", "password", "signing_key", "sealing_key")}, "bucket": "kiel"}))
    (kiosk.folder / PROVISIONING).write_text(given.text(), encoding="utf-8")
    answer = put_in(kiosk, stick, 1)
    assert (answer["outcome"], "not for 'kiel'" in answer["message"]) == ("untrusted", True)


def test_a_kiosk_of_no_hub_takes_no_bundle(terminal: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    editor.bundle(stick / "a.anlaufstelle")
    answer = put_in(terminal, stick, 1)
    assert (answer["outcome"], answer["message"]) == (
        "unprovisioned", "This kiosk belongs to no hub: it has no key to check a bundle with.")
    assert list(stick.iterdir()) == [stick / "a.anlaufstelle"]


def test_the_outbox_leaves_sealed_and_goes_when_the_hub_says_so(
        kiosk: Terminal, editor: Editor, stick: Path) -> None:
    first, second, third = say(kiosk, "a", "b", "c")
    with closing(kiosk.outbox()) as outbox:
        for _ in range(6):
            outbox.count("topic", "ar", date(2026, 11, 20), topic="money")
    answer = put_in(kiosk, stick, 1)
    assert (answer["outcome"], answer["left"]) == ("none", 4)
    assert [item["id"] for item in left(stick)][:3] == [first, second, third]
    assert left(stick)[3] | {"id": ""} == {
        "id": "", "collection": "counts", "what": "topic", "topic": "money", "district": "", "language": "ar",
        "number": 6, "day": "2026-11-20"}
    assert left(stick)[0]["district"] == "Moisling"
    (stick / "receipts").mkdir()
    (stick / "receipts" / "a.receipt").write_bytes(receipt.issue([first], KEY))
    (stick / "receipts" / "b.receipt").write_bytes(receipt.issue([second], OTHER))
    answer = put_in(kiosk, stick, 1)
    assert (answer["arrived"], answer["left"]) == (1, 3)
    assert [item["id"] for item in left(stick)][:2] == [second, third]
    assert len(list(stick.glob("outbox/*"))) == 1
    editor.bundle(stick / "a.anlaufstelle", receipts=[second])
    assert put_in(kiosk, stick)["arrived"] == 1
    assert waiting(kiosk)[0] == (third, "")


def test_what_left_on_a_stick_and_over_the_network_arrives_once(
        kiosk: Terminal, editor: Editor, stick: Path) -> None:
    ids = say(kiosk, "a", "b")
    put_in(kiosk, stick, 1)
    (event,) = kiosk.deliver()
    assert event.delivered == 2
    assert sorted(item["id"] for item in left(stick)) == sorted(ids) == sorted(
        one["id"] for one in editor.received("feedback"))
    assert put_in(kiosk, stick, 1)["left"] == 0
    assert left(stick) == []


def test_another_kiosks_outbox_on_the_stick_is_left_alone(kiosk: Terminal, stick: Path) -> None:
    (stick / "outbox").mkdir()
    others = [stick / "outbox" / f"{kiosk.hub.kiosk}-2-0b0e7d3c-0000-4000-8000-000000000000.sealed",
              stick / "outbox" / "rathaus-0b0e7d3c-0000-4000-8000-000000000000.sealed"]
    for other in others:
        other.write_bytes(b"theirs")
    say(kiosk, "a")
    put_in(kiosk, stick, 1)
    put_in(kiosk, stick, 1)
    assert all(other.read_bytes() == b"theirs" for other in others)
    assert len(list(stick.glob("outbox/*.sealed"))) == 3


def test_a_stick_that_cannot_be_written_to_still_brings_content(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    editor.bundle(stick / "a.anlaufstelle")
    (stick / "outbox").write_text("in the way")
    (item,) = say(kiosk, "a")
    answer = put_in(kiosk, stick)
    assert (answer["outcome"], answer["left"]) == ("imported", 0)
    assert "The stick cannot be written to" in answer["message"]
    assert waiting(kiosk) == [(item, "")]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A stick with room for next to nothing, where this machine lets us make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", str(folder)], check=False,
                             capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_stick_is_said_and_nothing_lost(kiosk: Terminal, small: Path) -> None:
    ids = say(kiosk, *("lang" * 100 for _ in range(60)))
    answer = put_in(kiosk, small, 1)
    assert "The stick is full: 60 in the outbox stay here." in answer["message"]
    assert [item for item, _ in waiting(kiosk)] == ids
    assert not list(small.glob("outbox/*"))


@pytest.mark.parametrize(("code", "sentence"), [
    (28, "the stick is full"), (30, "the stick cannot be written to"), (5, "the stick cannot be written to (I")])
def test_why_a_stick_takes_nothing_is_said(code: int, sentence: str) -> None:
    assert why_not(OSError(code, os.strerror(code))).startswith(sentence)


def test_a_bundle_file_alone_gets_no_outbox_beside_it(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    say(kiosk, "a")
    answer = put_in(kiosk, editor.bundle(stick / "a.anlaufstelle"))
    assert (answer["outcome"], answer["left"]) == ("imported", 0)
    assert [file.name for file in stick.iterdir()] == ["a.anlaufstelle"]


def test_people_read_a_sentence(kiosk: Terminal, editor: Editor, stick: Path) -> None:
    editor.put(offer("a"))
    editor.bundle(stick / "a.anlaufstelle")
    result = run(kiosk, "bundle", "import", str(stick))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "a.anlaufstelle was taken: 1 added, 0 changed, 0 removed.\n"
