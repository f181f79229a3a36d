"""Signing: a kiosk takes what the city signed, signing costs what changed, and a restored server begins anew."""

import pytest
from nacl.signing import SigningKey

from content.record import feed_of
from sync.hub.following import PutBack, follow
from sync.hub.manifests import Signer
from tests.fakes.editor import offer


def asked(city, of):
    """How many requests to the server something takes."""
    count, ask = 0, city.kinto._session.request

    def counting(*arguments, **more):
        nonlocal count
        count += 1
        return ask(*arguments, **more)

    city.kinto._session.request = counting
    of()
    city.kinto._session.request = ask
    return count


def test_a_kiosk_takes_what_the_city_signed(opened_city, editor, kiosk):
    editor.put(*(offer(str(number)) for number in range(60)))
    assert {one.collection: one.count for one in opened_city.signer.sign()} == {"offers": 60, "guides": 0}
    assert kiosk.content().state == "changed"
    assert len(kiosk.export()) == 60
    editor.delete("stadt:1", "stadt:2")
    editor.put(offer("3", provider="Verein"), offer("new"))
    assert [one.collection for one in opened_city.signer.sign()] == ["offers"]
    event = kiosk.content()
    assert (event.added, event.changed, event.removed) == (1, 1, 2)


def test_signing_again_signs_nothing_and_asks_little(opened_city, editor):
    editor.put(offer("1"))
    opened_city.signer.sign()
    before = opened_city.kinto.find(opened_city.path("manifest", "offers"))
    assert asked(opened_city, opened_city.signer.sign) == 4
    assert opened_city.kinto.find(opened_city.path("manifest", "offers")) == before


def test_the_root_by_changes_is_the_root_of_the_whole(opened_city, editor):
    editor.put(*(offer(str(number)) for number in range(30)))
    opened_city.signer.sign()
    editor.delete(*(f"stadt:{number}" for number in range(5)))
    editor.put(offer("7", provider="Verein"))
    (manifest,) = opened_city.signer.sign()
    whole = editor.manifest("offers")
    assert (manifest.root, manifest.count, manifest.timestamp) == (whole.root, whole.count, whole.timestamp)


def test_what_lies_under_another_id_than_a_key_is_no_record(opened_city, editor, kiosk):
    editor.put(offer("1"))
    opened_city.kinto.put(opened_city.path("offers", "by-hand"), {"record": offer("2")})
    opened_city.signer.sign()
    assert kiosk.content().state == "changed"
    assert len(kiosk.export()) == 1


def test_a_hub_that_lost_its_memory_goes_on_in_the_same_epoch(opened_city, editor, kiosk):
    editor.put(offer("1"))
    epochs = {one.collection: one.epoch for one in opened_city.signer.sign()}
    kiosk.content()
    for collection in ("offers", "guides"):
        opened_city.ledger.forget(collection)
        opened_city.ledger.note(collection, epoch=0)
    editor.put(offer("2"))
    assert [one.epoch for one in opened_city.signer.sign()] == [epochs["offers"]]
    assert kiosk.content().added == 1


def test_a_server_put_back_is_noticed_and_begins_a_new_epoch(opened_city, editor, kiosk, hub):
    editor.put(offer("1"), offer("2"))
    opened_city.signer.sign()
    assert kiosk.content().state == "changed"
    editor.delete("stadt:2")
    opened_city.signer.sign()
    with opened_city.ledger.writing():  # what a backup of an hour ago looks like from here
        opened_city.ledger.note("offers", cursor=opened_city.ledger.cursor("offers") + 3_600_000)
    with pytest.raises(PutBack, match="new-epoch"):
        opened_city.signer.sign()
    refused = hub("sign")
    assert (refused.exit_code, "--new-epoch" in refused.stderr) == (1, True)
    assert hub("sign", "--new-epoch").exit_code == 0
    assert kiosk.content().state == "changed"
    assert len(kiosk.export()) == 1


def test_an_epoch_is_above_all_before_whatever_was_lost(opened_city):
    first = {one.collection: one.epoch for one in opened_city.signer.sign()}
    second = {one.collection: one.epoch for one in opened_city.signer.begin_epoch()}
    assert all(second[name] > first[name] > 1_700_000_000 for name in first)


def test_a_record_changed_behind_the_signature_is_not_shown(opened_city, editor, kiosk):
    editor.put(offer("1"))
    opened_city.signer.sign()
    kiosk.content()
    stranger = Signer(opened_city.kinto, opened_city.ledger, opened_city.bucket, SigningKey(b"x" * 32))
    editor.put(offer("2"))
    stranger.sign()
    event = kiosk.content()
    assert (event.state, len(kiosk.export())) == ("failed", 1)
    assert "signature" in event.message


def test_following_ends_where_the_server_stands_still(opened_city, editor):
    editor.put(offer("1"))
    timestamp = follow(opened_city.kinto, opened_city.ledger, opened_city.bucket, "offers")
    assert timestamp == editor.timestamp("offers")
    assert [feed_of(entry.record) for entry in opened_city.ledger.mirror("offers").entries()] == ["stadt"]
