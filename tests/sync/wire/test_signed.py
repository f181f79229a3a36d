"""What the hub signs and what is sealed for it: nothing else is taken, and nothing older."""

from datetime import UTC, datetime

import msgspec
import pytest
from nacl.public import PrivateKey
from nacl.signing import SigningKey, VerifyKey

from sync.wire import manifest, receipt
from sync.wire.key import from_text, to_text
from sync.wire.manifest import Manifest, Older
from sync.wire.sealed import Item, Unreadable, seal, unseal
from sync.wire.signature import Signed, Untrusted, sign, verified

KEY, OTHER = SigningKey(b"k" * 32), SigningKey(b"o" * 32)


def made(epoch: int = 1, timestamp: int = 10, root: str = "0" * 64) -> Manifest:
    return Manifest("offers", epoch, timestamp, 3, root, datetime(2026, 11, 26, 10, tzinfo=UTC))


def test_a_manifest_comes_back_as_it_was_signed() -> None:
    signed = made().signed_by(KEY)
    assert msgspec.json.decode(signed.body)["signed"] == "2026-11-26T10:00:00Z"
    assert manifest.read(signed, KEY.verify_key, "offers") == made()


@pytest.mark.parametrize("signed", [
    made().signed_by(OTHER),
    Signed(made().signed_by(KEY).body.replace("3", "4"), made().signed_by(KEY).signature),
    Signed(made().signed_by(KEY).body, "no base64"),
    Signed(made().signed_by(KEY).body, ""),
    Signed(made().signed_by(KEY).body, "ä"),
    sign("{}", KEY), sign("[", KEY), sign('{"id": "a"}', KEY),
    sign(made().signed_by(KEY).body.replace("0" * 64, "0"), KEY),
    msgspec.structs.replace(made(), collection="guides").signed_by(KEY),
])
def test_what_is_not_the_hubs_word_on_offers_is_not_taken(signed: Signed) -> None:
    with pytest.raises(Untrusted, match="the manifest of offers: "):
        manifest.read(signed, KEY.verify_key, "offers")


@pytest.mark.parametrize(("known", "offered", "follows"), [
    (None, made(), True), (made(), made(), False), (made(), made(timestamp=11), True), (made(), made(2, 1), True),
    (made(), made(root="1" * 64), True)])
def test_newer_manifests_are_followed(known: Manifest | None, offered: Manifest, follows: bool) -> None:
    assert offered.follows(known) is follows


@pytest.mark.parametrize("offered", [made(timestamp=9), made(0, 11)])
def test_older_manifests_are_refused(offered: Manifest) -> None:
    with pytest.raises(Older, match="older"):
        offered.follows(made())


def test_keys_travel_as_text() -> None:
    assert from_text(VerifyKey, to_text(KEY.verify_key)) == KEY.verify_key
    assert from_text(SigningKey, to_text(KEY)) == KEY
    assert verified(sign("ä", KEY), from_text(VerifyKey, to_text(KEY.verify_key)), "x") == "ä".encode()


@pytest.mark.parametrize("text", ["", "AAAA", "not base64", "ä"])
def test_what_is_no_key_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64|32 bytes|ASCII"):
        from_text(VerifyKey, text)


def test_receipts_come_back_and_strangers_are_not_believed() -> None:
    raw = receipt.issue(["a", "b"], KEY)
    assert receipt.read(raw, KEY.verify_key, "x.receipt") == {"a", "b"}
    for broken in (raw[:-3], raw.replace(b"a", b"c", 1), receipt.issue(["a"], OTHER), b"", b"[]", b"\xff",
                   msgspec.json.encode(sign("{}", KEY)), msgspec.json.encode(made().signed_by(KEY))):
        with pytest.raises(Untrusted, match=r"x\.receipt: "):
            receipt.read(broken, KEY.verify_key, "x.receipt")


def test_only_the_hub_reads_a_sealed_outbox() -> None:
    hub, stranger = PrivateKey.generate(), PrivateKey.generate()
    items = [Item("1", "feedback", {"words": "Wünsche"}), Item("2", "counts", {"number": 7})]
    sealed = seal(items, hub.public_key)
    assert "Wünsche".encode() not in sealed
    assert unseal(sealed, hub) == items
    assert unseal(seal([], hub.public_key), hub) == []
    for broken in (sealed[:-1], b"", sealed[:40], bytes(len(sealed))):
        with pytest.raises(Unreadable):
            unseal(broken, hub)
    with pytest.raises(Unreadable):
        unseal(sealed, stranger)
