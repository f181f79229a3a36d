"""The copy is what the hub signed: by deltas, page by page, over any line, and never half."""

import json
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from content import wire
from sync.wire.record import key_of
from tests.fakes.editor import Editor, offer
from tests.fakes.line import Line, Passing
from tests.fakes.terminal import Terminal


def guide(key: str) -> dict[str, object]:
    record, _ = wire.read({"type": "guide", "id": f"stadt:{key}", "source": {"feed": "stadt"},
                           "texts": {"de": {"title": f"Ratgeber {key}", "blocks": "Text"}}})
    made: dict[str, object] = json.loads(wire.encode(record))
    return made


def held(editor: Editor) -> list[bytes]:
    """What the hub holds, as an export of a copy shows it."""
    records = [line.record for name in ("offers", "guides") for line in editor.lines(name)]
    return [wire.encode(wire.read(record)[0]) for record in sorted(records, key=lambda record: record["id"])]


def did(terminal: Terminal) -> tuple[str, int, int, int]:
    event = terminal.content()
    return event.state, event.added, event.changed, event.removed


def test_what_is_new_changed_and_gone_on_the_hub_is_so_in_the_copy(editor: Editor, terminal: Terminal) -> None:
    editor.put(*map(offer, "abc"))
    editor.put(guide("g"), collection="guides")
    editor.sign()
    assert did(terminal) == ("changed", 4, 0, 0)
    assert terminal.export() == held(editor)
    editor.put(offer("b", provider="Amt"), offer("d"))
    editor.delete("stadt:a")
    editor.sign()
    assert did(terminal) == ("changed", 1, 1, 1)
    assert terminal.export() == held(editor)
    assert did(terminal) == ("current", 0, 0, 0)
    with closing(terminal.store()) as store:
        feeds = {feed.name: (feed.kind, feed.records, feed.problem) for feed in store.feeds()}
    assert feeds == {"stadt": ("hub", 4, ""), f"hub:{editor.city.bucket}": ("hub", 0, "")}


def test_nothing_new_costs_one_request(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    editor.sign()
    terminal.content()
    del line.asked[:]
    assert did(terminal) == ("current", 0, 0, 0)
    assert [path.rpartition("/collections")[2] for _, path in line.asked] == ["/manifest/records"]


def test_many_pages_come_whole_with_what_changed_between_them(editor: Editor, terminal: Terminal, line: Line) -> None:
    terminal.page = 7
    editor.put(*(offer(str(number)) for number in range(40)))
    editor.sign()
    assert did(terminal)[:2] == ("changed", 40)
    assert len([path for _, path in line.asked if "/offers/" in path]) == 6
    editor.put(*(offer(str(number), provider="Amt") for number in range(25)))
    editor.delete(*(f"stadt:{number}" for number in range(30, 38)))
    editor.sign()
    assert did(terminal) == ("changed", 0, 25, 8)
    assert terminal.export() == held(editor)


@pytest.mark.parametrize("whole", [True, False])
def test_a_line_cut_between_pages_costs_one_page(editor: Editor, terminal: Terminal, line: Line, whole: bool) -> None:
    terminal.page = 5
    if not whole:
        editor.put(*(offer(str(number)) for number in range(30)))
        editor.sign()
        terminal.content()
    before = terminal.export()
    editor.put(*(offer(str(number), provider="Amt") for number in range(30)))
    editor.sign()
    pages: list[str] = []

    def cut(passing: Passing) -> Passing | None:
        if "/offers/" in passing.path:
            pages.append(passing.path)
            return None if len(pages) % 3 == 0 else passing
        return passing

    line.change = cut
    states: list[str] = []
    while not states or states[-1] == "failed":
        assert terminal.export() == before
        states.append(terminal.content().state)
    assert states == ["failed", "failed", "changed"]
    assert len(pages) == 6 + 2
    assert terminal.export() == held(editor)
    assert terminal.rows("hub_staged") == 0


def test_what_went_while_the_line_was_cut_does_not_come(editor: Editor, terminal: Terminal, line: Line) -> None:
    terminal.page = 5
    editor.put(*(offer(str(number)) for number in range(20)))
    editor.sign()
    line.change = lambda passing: None if "_token" in passing.path else passing
    assert terminal.content().state == "failed"
    assert terminal.rows("hub_staged") == 5
    editor.delete("stadt:0")
    editor.put(offer("1", provider="Amt"))
    editor.sign()
    line.change = lambda passing: passing
    assert did(terminal) == ("changed", 19, 0, 0)
    assert terminal.export() == held(editor)


def test_a_hub_that_is_being_written_to_is_tried_next_time(editor: Editor, terminal: Terminal) -> None:
    editor.put(offer("a"), offer("b"))
    editor.sign()
    terminal.content()
    before = terminal.export()
    editor.put(offer("a", provider="Amt"))
    editor.sign()
    editor.put(offer("a", provider="Anderes Amt"))
    event = terminal.content()
    assert (event.state, "being written to" in event.message) == ("held", True)
    assert terminal.export() == before
    editor.sign()
    assert did(terminal) == ("changed", 0, 1, 0)


def test_what_was_written_after_signing_is_not_seen_before_it_is_signed(editor: Editor, terminal: Terminal) -> None:
    editor.put(offer("a"))
    editor.sign()
    editor.put(offer("b"))
    assert did(terminal)[:2] == ("changed", 1)
    editor.sign()
    assert did(terminal)[:2] == ("changed", 1)


def test_a_copy_that_is_not_what_was_signed_is_brought_anew(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(*map(offer, "abc"))
    editor.sign()
    terminal.content()
    with closing(terminal.store()) as store, store.writing():
        store.remove(["stadt:a"])
        store.db.execute("DELETE FROM mirror WHERE record = 'stadt:a'")
        store.db.execute("UPDATE mirror_bucket SET hash = NULL")
    editor.put(offer("d"))
    editor.sign()
    del line.asked[:]
    assert did(terminal) == ("changed", 2, 0, 0)
    assert terminal.export() == held(editor)
    assert len([path for _, path in line.asked if "_sort" in path and "_since" not in path]) == 1


def test_a_hub_that_is_not_what_it_signed_changes_nothing_and_is_not_asked_again(
        editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(*map(offer, "abc"))
    editor.sign()
    terminal.content()
    before = terminal.export()
    editor.put(offer("d"))
    editor.sign(root="0" * 64)
    for _ in range(2):
        event = terminal.content()
        assert event.state == "failed"
        assert "offers: what the hub has is not what it signed" in event.message
    assert len([path for _, path in line.asked if "_sort" in path and "/offers/" in path]) == 3
    with closing(terminal.store()) as store:
        assert "not what it signed" in next(feed.problem for feed in store.feeds() if feed.name.startswith("hub:"))
    assert terminal.export() == before
    editor.put(offer("e"))
    editor.sign()
    assert did(terminal)[:2] == ("changed", 2)


def tampered(passing: Passing, field: str, right: bytes, wrong: bytes) -> Passing:
    return passing._replace(body=passing.body.replace(right, wrong)) if field in passing.path else passing


@pytest.mark.parametrize(("where", "right", "wrong"), [
    ("/offers/", b"Beratung a", b"Abzocke a!"), ("/offers/", b"stadt:a", b"stadt:x"),
    ("/offers/", b'"last_modified":1', b'"last_modified":2'), ("/offers/", b'"data":[', b'"data":[{"id":"00"},'),
    ("/offers/", b"{", b""), ("/offers/", b'"id":', b'"deleted":true,"id":'),
    ("/manifest/", b'\\"count\\":2', b'\\"count\\":1'), ("/manifest/", b'"signature":"', b'"signature":"A'),
    ("/manifest/", b'"id":"offers"', b'"id":"others"'), ("/manifest/", b"{", b"<html>")])
def test_who_tampers_on_the_line_changes_nothing(  # noqa: PLR0917
        editor: Editor, terminal: Terminal, line: Line, where: str, right: bytes, wrong: bytes) -> None:
    editor.put(offer("a"))
    editor.sign()
    terminal.content()
    before = terminal.export()
    editor.put(offer("a", provider="Amt"), offer("b"))
    editor.sign()
    line.change = lambda passing: tampered(passing, where, right, wrong)
    event = terminal.content()
    assert event.state in {"failed", "held"}
    assert event.message
    assert terminal.export() == before
    line.change = lambda passing: passing
    editor.put(offer("c"))
    editor.sign()
    assert did(terminal) == ("changed", 2, 1, 0)
    assert terminal.export() == held(editor)


def test_a_captive_portal_is_not_the_hub(editor: Editor, terminal: Terminal, line: Line) -> None:
    editor.put(offer("a"))
    editor.sign()
    line.change = lambda passing: passing._replace(status=200, head={}, body=b"<html>Willkommen im WLAN</html>")
    assert terminal.content().state == "failed"
    line.change = lambda passing: passing._replace(status=302, head={"Location": "http://portal.example/"}, body=b"")
    assert "HTTP 302" in terminal.content().message
    assert terminal.export() == []


def test_a_record_that_cannot_be_kept_is_named_and_the_rest_goes_on(editor: Editor, terminal: Terminal) -> None:
    editor.city.ask("PATCH", editor.city.collection("offers"), editor.city.admin,
                    json={"data": {"schema": {}}}).raise_for_status()
    editor.put(offer("a"))
    editor.sign()
    terminal.content()
    editor.put({**offer("a"), "texts": {}}, offer("b"), {**offer("c"), "type": "guide"}, {**offer("d"), "kind": 5})
    editor.sign()
    event = terminal.content()
    assert (event.state, event.added) == ("changed", 1)
    assert "3 rejected" in event.message
    assert "stadt:a: $.texts: no text in any language" in event.message
    assert [json.loads(body)["id"] for body in terminal.export()] == ["stadt:a", "stadt:b"]
    editor.delete("stadt:a")
    editor.put(offer("c"))
    editor.sign()
    assert did(terminal) == ("changed", 1, 0, 1)


def test_what_lies_under_another_id_is_no_record(editor: Editor, terminal: Terminal) -> None:
    editor.put(offer("a"))
    path = editor.city.collection("offers") + "/records/"
    for name, record in (("my-own", offer("b")), (key_of("stadt:c"), offer("d"))):
        editor.city.ask("PUT", path + name, editor.city.admin,
                        json={"data": {"record": record}}).raise_for_status()
    editor.sign()
    event = terminal.content()
    assert (event.state, event.added) == ("changed", 1)
    assert f"{key_of('stadt:c')}: $.id: it does not belong to the key" in event.message


def test_what_came_from_the_feed_itself_is_the_hubs_from_then_on(editor: Editor, terminal: Terminal) -> None:
    with closing(terminal.store()) as store:
        store.replace_feed("stadt", [wire.read(offer("a")), wire.read(offer("old"))], kind="json")
    editor.put(offer("a", provider="Amt"))
    editor.sign()
    assert did(terminal) == ("changed", 0, 1, 1)
    assert terminal.export() == held(editor)


def test_built_in_records_are_not_the_hubs_to_change(editor: Editor, terminal: Terminal) -> None:
    with closing(terminal.store()) as store:
        store.replace_feed("stadt", [wire.read(offer("a"))], kind="builtin")
    editor.put(offer("a", provider="Amt"))
    editor.sign()
    assert "belongs to what the program brings along" in terminal.content().message
    assert terminal.export() == [wire.encode(wire.read(offer("a"))[0])]


def test_another_hub_takes_the_place_of_the_first(editor: Editor, terminal: Terminal, line: Line,
                                                  tmp_path: Path) -> None:
    editor.put(offer("a"), offer("b"))
    editor.sign()
    terminal.content()
    terminal.hub = msgspec.structs.replace(terminal.hub, signing_key=terminal.hub.sealing_key)
    assert terminal.content().state == "failed"
    assert len(terminal.export()) == 2
