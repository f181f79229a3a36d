"""The hub on the database that a city runs it on: the same promises, and a backup put back."""

from collections.abc import Iterator

import pytest

from content.here import Place
from sync.hub.city import opened
from sync.hub.enrolment import enrol
from sync.hub.following import PutBack
from tests.fakes import hub_server
from tests.fakes.editor import Editor, offer
from tests.fakes.postgres import Cluster, cluster
from tests.fakes.terminal import Terminal


@pytest.fixture(scope="module")
def database() -> Iterator[Cluster]:
    with cluster() as running:
        yield running


@pytest.fixture
def city(database, tmp_path):
    with hub_server.hub_server(tmp_path / "hub", database.url) as server:
        yield hub_server.found(server, tmp_path / "city")


def test_a_restored_backup_is_noticed_and_kiosks_follow_into_the_new_epoch(database, city, tmp_path):
    editor = Editor(city)
    with opened(city.settings) as hub:
        kiosk = Terminal(tmp_path / "kiosk", enrol(hub, "bibliothek-1", Place("Bibliothek"), ("de",)).hub)
        editor.put(*(offer(str(number), places=[{"latitude": 53.0, "longitude": 1e-7}]) for number in range(30)))
        hub.signer.sign()
        assert kiosk.content().added == 30
        database.dump(tmp_path / "backup.sql")
        editor.put(offer("late"))
        editor.delete("stadt:1")
        hub.signer.sign()
        kiosk.content()
        database.restore(tmp_path / "backup.sql")
        with pytest.raises(PutBack):
            hub.signer.sign()
        hub.signer.begin_epoch()
        assert kiosk.content().state == "changed"
        assert len(kiosk.export()) == 30
    editor.close()


def test_accounts_and_records_outlive_the_server(database, tmp_path):
    with hub_server.hub_server(tmp_path / "hub", database.url) as server:
        city = hub_server.found(server, tmp_path / "city")
        who = city.account("editor-1", "editors")
    with hub_server.hub_server(tmp_path / "hub", database.url, int(server.server.listen.partition(":")[2])):
        answer = city.ask("PUT", f"{city.collection('offers')}/records/a", who, json={"data": {"record": offer("1")}})
        assert answer.status_code == 201
