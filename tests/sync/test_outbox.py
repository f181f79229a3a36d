"""The outbox keeps what it was given, over restarts, and no more than that."""

from datetime import date
from pathlib import Path

from sync.outbox import Outbox

DAY = date(2026, 11, 20)


def test_counts_add_up_by_day_and_language_over_restarts(tmp_path: Path) -> None:
    for language in ("ar", "ar", "de"):
        outbox = Outbox(tmp_path / "outbox.db")
        outbox.count("nothing-found", language, DAY)
        outbox.close()
    outbox = Outbox(tmp_path / "outbox.db")
    assert outbox.counts() == {("2026-11-20", "nothing-found", "ar"): 2, ("2026-11-20", "nothing-found", "de"): 1}
    assert outbox.items() == []
    outbox.close()


def test_items_keep_their_id(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.db")
    first = outbox.put("nothing-found", {"words": "Wünsche", "language": "de"}, DAY)
    second = outbox.put("nothing-found", {"words": "Wünsche", "language": "de"}, DAY)
    assert [item for item, *_ in outbox.items()] == [first, second]
    assert outbox.items()[0][2] == {"words": "Wünsche", "language": "de"}
    outbox.close()


def test_what_was_written_is_on_the_disk(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.db")
    assert outbox.db.execute("PRAGMA synchronous").fetchone()[0] == 2
    outbox.close()
