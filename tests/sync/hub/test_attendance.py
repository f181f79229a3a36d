"""How long ago a kiosk was heard of, in words that say what to do."""

from datetime import UTC, datetime, timedelta

import pytest

from sync.hub.attendance import SILENT, Attendance, table

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def line(at):
    silent = at is None or NOW - at > SILENT
    (_, told) = table([Attendance("bib", "Bibliothek", "", at, silent, "1", 0, 0)], NOW)
    return told


@pytest.mark.parametrize(("ago", "told"), [
    (timedelta(minutes=-3), "0 min ago"), (timedelta(seconds=20), "0 min ago"), (timedelta(minutes=16), "16 min ago"),
    (timedelta(hours=5), "5 h ago"), (timedelta(hours=47), "47 h ago"), (timedelta(days=9), "9 DAYS AGO")])
def test_a_sign_of_life_is_told_by_its_age(ago, told):
    assert f"  {told}  " in line(NOW - ago)


def test_one_that_was_never_heard_of_stands_out():
    assert "  NEVER  " in line(None)
