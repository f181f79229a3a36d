"""A copy of another form is made again from its records: no program searches in an index it would not have made."""

import hashlib
from pathlib import Path

import pytest

from content import form, wire
from content.store import Store
from tests.content.found import Finding, guide, offer
from tests.content.test_postings import everything

TEXTS = {
    "de": "Bürgergeld für Mütter | Wir beraten Sie (kostenlos) zu Miete, Straßen-Bahnen und E-Mail.",
    "uk": "Здоров'я родини | Ми допомагаємо з документами.", "ar": "دورة اللغة | نحن نقدم المساعدة",
    "fa": "کمک به خانواده‌ها | زبان", "tr": "Türkçe kursu | İş ve konut", "pl": "Mieszkanie | Szukam mieszkania",
    "ru": "Жильё | Ёлка и жилищные вопросы", "ro": "Învățare | Cursuri de limbă", "en": "Housing | We can help you",
}
MADE = {3: "7140e43ece810f1b"}
"""What the form of each number makes of the records below."""


def digest(finding: Finding) -> str:
    finding.having(offer("a", TEXTS, provider="Haus am Markt", topics=["housing"], languages=["tr"]), guide("b", TEXTS),
                   guide("c", "Umzug | <h2>Wer hilft?</h2><p>Das Amt hilft.</p>"))
    tables = [finding.store.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
              for table in ("record", "record_topic", "record_language", "text")]
    return hashlib.sha256(repr((everything(finding.store), tables)).encode()).hexdigest()[:16]


def test_whoever_changes_what_is_made_of_a_record_gives_the_form_a_new_number(finding: Finding) -> None:
    assert MADE.get(form.FORM) == digest(finding), "raise content.form.FORM, and write down here what it makes"


def test_an_index_of_another_form_is_made_again(finding: Finding) -> None:
    finding.having(offer("a", TEXTS), offer("b", "Nähcafé | Stoffe"), guide("c", "Umzug", parent="t:d", topic="money"))
    store = finding.store
    right, rows = everything(store), list(store.db.execute("SELECT * FROM record"))
    with store.writing():
        store.db.execute("UPDATE form SET number = number - 1")
        store.db.execute("UPDATE word SET word = 'x' || word, stem = 'x'")
        store.db.execute("DELETE FROM posting WHERE rowid % 2")
        store.db.execute("UPDATE record SET kind = 'place', district = 'nowhere'")
        store.db.execute("DELETE FROM text WHERE language = 'de'")
    assert finding.keys("Nähcafé") == []
    again = Store(store.path)
    assert everything(again) == right
    assert list(again.db.execute("SELECT * FROM record")) == rows
    assert finding.keys("Nähcafé") == ["b"]
    again.close()


def test_a_record_that_cannot_be_read_any_more_is_named_and_the_rest_goes_on(
        finding: Finding, caplog: pytest.LogCaptureFixture) -> None:
    finding.having(offer("a", "Nähcafé"), offer("b", "Umzug"))
    with finding.store.writing():
        finding.store.db.execute("UPDATE form SET number = number - 1")
        finding.store.db.execute("UPDATE body SET body = '{}' WHERE record = (SELECT key FROM record WHERE id = 't:a')")
    again = Store(finding.store.path)
    assert [wire.decode(body).id for body in again.export()] == ["t:b"]
    assert "cannot be read" in caplog.text
    again.close()


def test_a_copy_of_this_form_is_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "content.db")
    before = store.db.execute("PRAGMA data_version").fetchone()
    Store(tmp_path / "content.db").close()
    assert store.db.execute("PRAGMA data_version").fetchone() == before
    store.close()
