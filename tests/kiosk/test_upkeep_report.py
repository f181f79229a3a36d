"""What a report takes from the copy: how each feed fared when it was last asked."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from content.feed import Known
from content.store import Store
from kiosk.upkeep.report import report

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
THEN = NOW - timedelta(hours=1)


@pytest.mark.parametrize(("known", "state"), [
    (Known(tried=NOW, checked=NOW), ""), (Known(tried=NOW, checked=NOW, wait=60), ""),
    (Known(tried=NOW, checked=THEN, problem="only 2 of 12", held="shrunk"), "held"),
    (Known(tried=NOW, checked=THEN, problem="HTTP 503", wait=60), "waiting"),
    (Known(tried=NOW, checked=NOW, problem="languages: en"), "partly"),
    (Known(tried=NOW, checked=THEN, problem="HTTP 500"), "failed"), (Known(tried=NOW, problem="HTTP 500"), "failed")])
def test_how_a_feed_fared(tmp_path: Path, known: Known, state: str) -> None:
    store = Store(tmp_path / "content.db")
    store.set_feed("f", **known)
    source, = report(store, tmp_path).sources
    store.close()
    assert source.state == state
