"""`kiosk sync` on a kiosk that was provisioned: the hub is one more line of what it says."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from click.testing import CliRunner

from content.here import Place
from kiosk.cli import main
from kiosk.settings import PROVISIONING
from sync.wire.provisioning import Provisioning
from tests.fakes.editor import Editor, offer
from tests.fakes.line import Line
from tests.fakes.terminal import Terminal
from tests.sync.hubs.test_outbox import say


def events(folder: Path, code: int = 0) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["sync", "--once", "--json", "--data", str(folder)])
    assert result.exit_code == code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_file_is_all_a_kiosk_needs(editor: Editor, terminal: Terminal, line: Line) -> None:
    given = Provisioning(terminal.hub, Place(district="Moisling"))
    (terminal.folder / PROVISIONING).write_text(given.text(), encoding="utf-8")
    editor.put(offer("a"), offer("b"))
    editor.sign()
    say(terminal, "a")
    hub, delivery, end = events(terminal.folder)
    assert (hub["event"], hub["name"], hub["state"], hub["added"]) == (
        "feed", f"hub:{editor.city.bucket}", "changed", 2)
    assert (delivery["event"], delivery["delivered"], delivery["waiting"]) == ("delivery", 1, 0)
    assert (end["event"], end["ok"]) == ("pass", True)
    (received,) = editor.received("feedback")
    assert received["district"] == "Moisling"
    sign = next(one for one in editor.received("kiosks") if one["id"] == terminal.hub.kiosk)
    assert datetime.fromisoformat(sign["at"]).date() in {date.today(), datetime.now(UTC).date()}  # noqa: DTZ011
    del line.asked[:]
    assert [event.get("state") for event in events(terminal.folder)] == ["current", None]
    assert len(line.asked) == 1


def test_a_hub_that_cannot_be_reached_is_said_and_the_pass_fails(terminal: Terminal, line: Line) -> None:
    (terminal.folder / PROVISIONING).write_text(Provisioning(terminal.hub).text(), encoding="utf-8")
    line.change = lambda passing: None
    say(terminal, "a")
    hub, delivery, end = events(terminal.folder, 1)
    assert (hub["state"], delivery["delivered"], delivery["waiting"], end["ok"]) == ("failed", 0, 1, False)


def test_a_feed_that_the_hub_carries_is_not_read_from_elsewhere(editor: Editor, terminal: Terminal) -> None:
    (terminal.folder / PROVISIONING).write_text(Provisioning(terminal.hub).text(), encoding="utf-8")
    (terminal.folder / "list.json").write_text('[{"id": "x", "name": "X"}]')
    (terminal.folder / "settings.toml").write_text('[[feeds]]\nkind = "json"\nurl = "list.json"\nname = "stadt"')
    editor.put(offer("a"))
    editor.sign()
    assert [event.get("state") for event in events(terminal.folder)] == ["changed", "changed", None]
    for _ in range(2):
        feed, hub, _ = events(terminal.folder, 1)
        assert (feed["state"], hub["state"]) == ("failed", "current")
        assert "the hub carries a feed of this name" in str(feed["message"])
    ids = [json.loads(body)["id"] for body in terminal.export()]
    assert [id_ for id_ in ids if id_.startswith("stadt:")] == ["stadt:a"]
