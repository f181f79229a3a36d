"""While another process writes, a search answers from one whole state, and from the newest."""

from pathlib import Path

from content.search import Search
from content.store import Store
from tests.faults.city import passes, snapshot, taken
from tests.faults.test_kills import PROCESSES, say


def test_every_answer_is_of_one_pass_and_none_is_missed(tmp_path: Path) -> None:
    store = Store(tmp_path / "content.db")
    search = Search(store)
    ours, theirs = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=say, args=(theirs, passes, store.path, 1))
    writer.start()
    seen = set()
    try:
        assert ours.recv() == "begun"
        while (done := ours.recv()) < 12:
            with store.reading():
                number = taken(store)
                hits = search.find("Titel", "de", limit=100).hits
            assert number >= done
            assert {hit.id for hit in hits} == {record.id for record, _ in snapshot(number)}
            seen.add(number)
    finally:
        writer.kill()
        writer.join()
    assert len(seen) > 3
    store.close()
