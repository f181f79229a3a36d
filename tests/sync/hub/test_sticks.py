"""What travels on sticks: content to kiosks without a network, and what visitors said back, each once."""

import uuid

import pytest
from nacl.public import PrivateKey

from sync import stick
from sync.hub import sticks
from sync.hub.kinto import HubError
from sync.wire import sealed
from sync.wire.bundle import Bundle
from tests.fakes.editor import offer


@pytest.fixture
def items():
    return [sealed.Item(str(uuid.uuid4()), "feedback", {"kind": "wish", "body": {"words": f"Wunsch {number}"}})
            for number in range(30)]


def said(city):
    return {found["id"] for found in city.kinto.all(city.path("feedback"))}


def test_a_bundle_holds_what_was_signed(opened_city, editor, kiosk, hub, tmp_path):
    editor.put(*(offer(str(number)) for number in range(40)))
    done = hub("bundle", tmp_path)
    assert done.exit_code == 0, done.stderr
    with Bundle(tmp_path / f"{opened_city.bucket}.anlaufstelle", kiosk.hub.verifying) as bundle:
        assert len(list(bundle.records("offers"))) == 40
        assert bundle.manifests["offers"].root == editor.manifest("offers").root


def test_a_bundle_of_a_server_that_is_written_to_is_none(opened_city, editor, tmp_path):
    editor.put(offer("1"), offer("2"))
    sign = opened_city.signer.sign
    opened_city.signer.sign = lambda: (sign(), editor.delete("stadt:1"))
    with pytest.raises(HubError, match="written to meanwhile"):
        sticks.bundle(opened_city, tmp_path / "a.anlaufstelle")
    assert list(tmp_path.glob("*.anlaufstelle")) == []


def test_what_visitors_said_arrives_once_and_is_receipted(opened_city, kiosk, hub, tmp_path, items):
    stick.leave(tmp_path, kiosk.hub, items)
    for _ in range(2):
        assert hub("receive", tmp_path).exit_code == 0
    assert said(opened_city) == {item.id for item in items}
    assert stick.receipts(tmp_path, kiosk.hub) == {item.id for item in items}


def test_the_next_bundle_carries_the_receipts_too(opened_city, kiosk, hub, tmp_path, items):
    stick.leave(tmp_path, kiosk.hub, items)
    hub("receive", tmp_path)
    hub("bundle", tmp_path / "a.anlaufstelle")
    with Bundle(tmp_path / "a.anlaufstelle", kiosk.hub.verifying) as bundle:
        assert bundle.receipts() == {item.id for item in items}


def test_an_outbox_for_another_hub_is_named_and_the_others_arrive(opened_city, kiosk, hub, tmp_path, items):
    stick.leave(tmp_path, kiosk.hub, items)
    (tmp_path / "outbox" / "foreign.sealed").write_bytes(sealed.seal(items, PrivateKey.generate().public_key))
    done = hub("receive", tmp_path)
    assert (done.exit_code, "foreign.sealed" in done.stderr) == (1, True)
    assert len(said(opened_city)) == len(items)


def test_an_item_the_hub_refuses_gets_no_receipt(opened_city, kiosk, hub, tmp_path, items):
    wrong = sealed.Item("no id for Kinto!", "feedback", {})
    stick.leave(tmp_path, kiosk.hub, [*items, wrong])
    done = hub("receive", tmp_path)
    assert (done.exit_code, wrong.id in done.stderr) == (1, True)
    assert stick.receipts(tmp_path, kiosk.hub) == {item.id for item in items}
