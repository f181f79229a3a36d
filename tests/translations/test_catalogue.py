"""Catalogue files: what an update keeps, what compiling leaves out."""

from gettext import GNUTranslations
from pathlib import Path

import polib
import pytest

from content.language import LANGUAGES, language
from translations import catalogue
from translations.extract import Text

ONE, MANY = Text("Closed"), Text("%n offer(s)", "%n offer(s)")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogue, "TEMPLATE", tmp_path / "kiosk.pot")
    return tmp_path


def spoken(code: str):
    found = language(code)
    assert found is not None
    return found


def entries(code: str) -> polib.POFile:
    return polib.pofile(str(catalogue.file_of(spoken(code))))


def translate(code: str, **forms: dict[int, str]) -> None:
    file = entries(code)
    for entry in file:
        if entry.msgid_plural:
            entry.msgstr_plural = forms.get("plural", entry.msgstr_plural)
        else:
            entry.msgstr = str(forms.get("single", {}).get(0, ""))
    file.save()


def compiled(code: str) -> GNUTranslations:
    file = catalogue.file_of(spoken(code))
    catalogue.compile_file(file, spoken(code))
    with file.with_suffix(".mo").open("rb") as lines:
        return GNUTranslations(lines)


def test_every_language_gets_a_catalogue_with_its_plural_forms(folder):
    catalogue.update({ONE: ["a.py"], MANY: ["A.qml"]})
    forms = {spoken.code: len(entries(spoken.code).find("%n offer(s)").msgstr_plural) for spoken in LANGUAGES}
    assert forms == {"de": 2, "de-simple": 2, "en": 2, "tr": 1, "ar": 6, "fa": 1, "uk": 3, "ru": 3, "pl": 3, "ro": 3}


def test_an_update_keeps_translations_and_drops_what_is_no_longer_used(folder):
    catalogue.update({ONE: ["a.py"], Text("Old"): ["a.py"]})
    translate("tr", single={0: "Kapalı"})
    catalogue.update({ONE: ["b.py"], Text("Closed now"): ["a.py"]})
    assert [(entry.msgid, entry.msgstr, entry.fuzzy) for entry in entries("tr")] == [
        ("Closed", "Kapalı", False), ("Closed now", "", False)]


def test_an_update_of_nothing_changes_no_byte(folder):
    def files() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in folder.rglob("*.po*")}
    catalogue.update({ONE: ["a.py"], MANY: ["A.qml"]})
    before = files()
    catalogue.update({ONE: ["a.py"], MANY: ["A.qml"]})
    assert files() == before


def test_english_repeats_the_sources_and_the_others_do_not(folder):
    catalogue.update({ONE: ["a.py"]})
    assert (entries("en").find("Closed").msgstr, entries("ru").find("Closed").msgstr) == ("Closed", "")


def test_a_half_translated_plural_is_left_out_and_counted(folder):
    catalogue.update({ONE: ["a.py"], MANY: ["A.qml"]})
    translate("uk", single={0: "Зачинено"}, plural={0: "%n пропозиція", 1: "%n пропозиції", 2: ""})
    words = compiled("uk")
    assert words.gettext("Closed") == "Зачинено"
    assert words.ngettext("%n offer(s)", "%n offer(s)", 3) == "%n offer(s)"
    assert words.info()["x-missing"] == "1"


def test_a_review_survives_update_and_compiling(folder):
    catalogue.update({ONE: ["a.py"]})
    file = entries("fa")
    assert file.metadata["X-Reviewed"] == "no"
    file.metadata["X-Reviewed"] = "yes"
    file.save()
    catalogue.update({MANY: ["A.qml"]})
    assert compiled("fa").info()["x-reviewed"] == "yes"
