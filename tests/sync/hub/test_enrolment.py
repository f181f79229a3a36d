"""Kiosks come, are heard of, get another password, and go."""

import stat

import msgspec
import pytest

from content.here import Place
from sync.hub.enrolment import enrol
from sync.hub.kinto import HubError
from sync.wire.provisioning import read


def status(city, name, password, collection="feedback"):
    return city.ask("PUT", f"{city.collection(collection)}/records/{name}", (name, password),
                    json={"data": {}}).status_code


def test_the_file_is_all_a_kiosk_needs(city, hub, tmp_path):
    name = f"bib-{city.bucket}"
    file = tmp_path / "provisioning.toml"
    done = hub("enroll", name, "--place", "Bibliothek „Süd“", "--district", "Moisling", "--lat", "53.84", "--lon",
               "10.65", "--languages", "de,ar", "--out", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    given = read(file.read_text(encoding="utf-8"))
    assert (given.hub.url, given.hub.bucket, given.hub.kiosk) == (city.url, city.bucket, name)
    assert given.place == Place("Bibliothek „Süd“", "Moisling", 53.84, 10.65)
    assert given.languages == ("de", "ar")
    assert status(city, name, given.hub.password) == 201
    assert status(city, name, given.hub.password, "kiosks") == 200


def test_enrolled_again_the_old_password_is_void_though_it_was_good_a_moment_ago(city, opened_city):
    name = f"bib-{city.bucket}"
    first = enrol(opened_city, name, Place(), ()).hub.password
    assert status(city, name, first, "counts") == 201
    second = enrol(opened_city, name, Place(), ()).hub.password
    assert status(city, name, first) == 401
    assert status(city, name, second) == 201


def test_a_retired_kiosk_can_write_nothing(city, opened_city, hub):
    name = f"bib-{city.bucket}"
    password = enrol(opened_city, name, Place("Bibliothek"), ()).hub.password
    assert status(city, name, password) == 201
    assert hub("retire", name).exit_code == 0
    assert status(city, name, password) == 401
    assert msgspec.json.decode(hub("status", "--json").stdout) == []
    again = hub("retire", name)
    assert (again.exit_code, "no kiosk is called" in again.stderr) == (1, True)


@pytest.mark.parametrize("name", ["admin", "a b", "", "../x", "ü"])
def test_a_name_that_cannot_be_or_is_the_admins_is_refused(opened_city, name):
    with pytest.raises(HubError, match="no name for an account"):
        enrol(opened_city, name, Place(), ())


def test_a_language_the_kiosk_does_not_speak_is_named(hub):
    done = hub("enroll", "kiosk", "--languages", "de,tlh")
    assert (done.exit_code, "tlh" in done.stderr) == (2, True)


def test_the_status_names_the_silent_first_and_believes_no_nonsense(city, kiosk, hub, opened_city):
    silent = f"silent-{city.bucket}"
    odd = enrol(opened_city, f"odd-{city.bucket}", Place("Treff"), ()).hub
    enrol(opened_city, silent, Place("Rathaus", "Innenstadt"), ())
    opened_city.signer.sign()
    kiosk.content()
    kiosk.greet("1.2")
    city.ask("PUT", f"{city.collection('kiosks')}/records/{odd.kiosk}", (odd.kiosk, odd.password),
             json={"data": {"at": "yesterday", "waiting": "many", "version": []}})
    rows = {row["kiosk"]: row for row in msgspec.json.decode(hub("status", "--json").stdout)}
    assert list(rows)[-1] == kiosk.hub.kiosk
    heard = rows[kiosk.hub.kiosk]
    assert (heard["version"], heard["waiting"], heard["place"], heard["behind"]) == ("1.2", 0, "Bibliothek", 0)
    assert rows[silent]["at"] is rows[odd.kiosk]["at"] is None
    lines = hub("status").stdout.splitlines()
    assert "NEVER" in lines[1]
    assert "current" in lines[-1]


def test_no_secret_reaches_what_is_printed_or_logged(city, hub, opened_city, kiosk):
    secrets = [kiosk.hub.password, opened_city.vault.admin(), opened_city.vault.salt()]
    opened_city.signer.sign()
    kiosk.content()
    kiosk.greet()
    said = "".join(done.output for done in (hub("init"), hub("sign"), hub("status"), hub("retire", kiosk.hub.kiosk)))
    said += (opened_city.vault._folder.parent / "hub.log").read_text(encoding="utf-8")
    assert not [secret for secret in secrets if secret in said]


def test_an_editor_corrects_offers_and_nothing_else(city, hub):
    name = f"editor-{city.bucket}"
    who = (name, hub("editor", name).stdout.strip())
    record = {"record": {"type": "offer", "id": "own:1", "kind": "service", "source": {"feed": "own"},
                         "texts": {"de": {"title": "Beratung"}}}}
    answers = [city.ask("PUT", f"{city.collection(collection)}/records/a", who, json={"data": record}).status_code
               for collection in ("offers", "manifest", "feedback", "kiosks")]
    assert answers == [201, 403, 403, 403]
