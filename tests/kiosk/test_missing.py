"""What visitors did not find reaches the outbox; their words only if they say so."""

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.missing import OUTBOX, keeper_of_missing
from sync.outbox import Outbox

NOW = datetime.fromisoformat("2026-11-20T10:30")


def test_counts_without_words_and_keeps_words_that_are_sent(tmp_path: Path) -> None:
    keep = keeper_of_missing(tmp_path, lambda: NOW)
    assert keep("ar", "")
    assert keep("ar", "حضانة")
    outbox = Outbox(tmp_path / OUTBOX)
    assert outbox.counts() == {("2026-11-20", "nothing-found", "ar"): 2}
    assert [body for _, _, body in outbox.items()] == [{"language": "ar", "words": "حضانة"}]
    outbox.close()


def test_an_outbox_that_cannot_be_written_is_said_and_not_quoted(
        tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / OUTBOX).mkdir()
    assert not keeper_of_missing(tmp_path, lambda: NOW)("de", "mein Geheimnis")
    assert "could not be kept" in caplog.text
    assert "Geheimnis" not in caplog.text
