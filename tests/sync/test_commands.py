"""`kiosk import`, `export` and `show`: their shapes, their exit codes, and what they leave in the copy."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main

OF_THE_COPY = (("export",), ("show", "a:b"), ("import", "json", "x.json"), ("find", "Rad"),
               ("speak", "a:b", "--wav", "x.wav"))


def kiosk(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--data", str(data)])


def answer(data: Path, *arguments: str) -> Any:
    result = kiosk(data, *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A region of two languages with a menu, a page in both, and one whose translation is empty."""
    folder = tmp_path / "stadt"
    titles = {"de": ("Wohnen", "Mieten", "Heizen"), "tr": ("Konut", "Kira", "Isınma")}
    for (language, names), other in zip(titles.items(), ("tr", "de"), strict=True):
        entries = [{"id": number, "path": f"/stadt/{language}/{number}/", "title": name, "order": number,
                    "url": f"https://a.example/{language}/{number}", "last_updated": "2026-05-04T08:00:00+02:00",
                    "parent": {"path": f"/stadt/{language}/1/" if number > 1 else None},
                    "content": f"<p>{name}!</p>" if number == 2 or (number == 3 and language == "de") else "",
                    "available_languages": {other: {"id": 1, "path": f"/stadt/{other}/{number}/"}}}
                   for number, name in enumerate(names, 1)]
        (folder / language).mkdir(parents=True)
        (folder / language / "pages.json").write_text(json.dumps(entries))
    return folder


def test_import_reports_in_the_agreed_shape(region: Path, tmp_path: Path) -> None:
    assert answer(tmp_path / "data", "import", "integreat", str(region)) == {
        "read": 3, "kept": 3, "offers": 0, "guides": 3, "languages": {"de": 3, "tr": 3}, "missing": {},
        "rejected": []}


def test_rejections_have_key_and_reason(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([{"id": 1, "name": "A"}, {"id": 2}, {"id": 1, "name": "B"}]))
    report = answer(tmp_path / "data", "import", "json", str(tmp_path / "list.json"), "--feed", "f")
    assert (report["read"], report["kept"], report["offers"]) == (3, 1, 1)
    assert report["rejected"] == [{"key": "2", "reason": "no title"},
                                  {"key": "1", "reason": "the id occurs twice; the first is kept"}]


def test_import_speaks_to_people_on_standard_error(region: Path, tmp_path: Path) -> None:
    result = kiosk(tmp_path / "data", "import", "integreat", str(region), "--feed", "s")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "s: read 3, kept 3 (0 offers, 3 guides)" in result.stderr
    assert "languages: de 3, tr 3" in result.stderr
    assert "copy: 3 added, 0 changed, 0 removed" in result.stderr


def test_a_feed_that_fails_changes_nothing(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    before = kiosk(data, "export", "--json").stdout
    (region / "de/pages.json").write_text('[{"id": 1')
    result = kiosk(data, "import", "integreat", str(region), "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "de/pages.json: broken JSON" in result.stderr
    assert kiosk(data, "export", "--json").stdout == before


def test_importing_again_takes_away_what_is_gone(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    for language in ("de", "tr"):
        file = region / language / "pages.json"
        file.write_text(json.dumps(json.loads(file.read_text())[:2]))
    assert answer(data, "import", "integreat", str(region))["guides"] == 2
    assert kiosk(data, "show", "stadt:/stadt/de/3/").exit_code == 1
    for language in ("de", "tr"):
        (region / language / "pages.json").write_text("[]")
    result = kiosk(data, "import", "integreat", str(region))
    assert result.exit_code == 1
    assert "the 2 of 'stadt' stay" in result.stderr


def test_export_is_sorted_and_says_types(region: Path, tmp_path: Path) -> None:
    answer(tmp_path / "data", "import", "integreat", str(region))
    lines = [json.loads(line) for line in kiosk(tmp_path / "data", "export", "--json").stdout.splitlines()]
    ids = [line["id"] for line in lines]
    assert ids == sorted(ids)
    assert {line["type"] for line in lines} == {"offer", "guide"}
    mine = [line for line in lines if line["source"]["feed"] == "stadt"]
    assert [line["id"] for line in mine] == [f"stadt:/stadt/de/{number}/" for number in (1, 2, 3)]
    assert [line["texts"].keys() for line in mine] == [{"de", "tr"}] * 3


def test_show_gives_what_a_visitor_reads(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    turkish = answer(data, "show", "stadt:/stadt/de/2/", "--lang", "tr")
    assert [turkish[name] for name in ("language", "fallback", "direction", "title")] == ["tr", False, "ltr", "Kira"]
    assert turkish["blocks"] == [{"kind": "paragraph", "text": "Kira!"}]
    assert "texts" not in turkish
    arabic = answer(data, "show", "stadt:/stadt/de/2/", "--lang", "ar")
    assert (arabic["asked"], arabic["language"], arabic["fallback"]) == ("ar", "de", True)


def test_a_hit_goes_by_the_address_in_the_readers_language_and_show_knows_it(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    turkish, german = (answer(data, "find", "Mieten", "--lang", language)["hits"][0] for language in ("tr", "de"))
    assert (turkish, german) == ("stadt:/stadt/tr/2/", "stadt:/stadt/de/2/")
    shown = answer(data, "show", turkish)
    assert (shown["id"], shown["language"], shown["title"]) == (german, "tr", "Kira")
    assert answer(data, "show", turkish, "--lang", "de")["title"] == "Mieten"


def test_show_prefers_a_page_with_words_over_a_title(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    unwritten, menu = (answer(data, "show", f"stadt:/stadt/de/{number}/", "--lang", "tr") for number in (3, 1))
    assert (unwritten["language"], unwritten["title"]) == ("de", "Heizen")
    assert (menu["language"], menu["title"], menu["blocks"]) == ("tr", "Konut", [])


def test_show_for_people_and_for_no_record(region: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    answer(data, "import", "integreat", str(region))
    assert kiosk(data, "show", "stadt:/stadt/de/2/", "--lang", "ar").stdout == "Mieten  [de, not in ar]\nMieten!\n"
    missing = kiosk(data, "show", "stadt:nothing", "--json")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "stadt:nothing" in missing.stderr


@pytest.mark.parametrize("arguments", [
    ("import", "gopher", "x"), ("import", "integreat"), ("import", "geojson", "x.json", "--mapping", "none"),
    ("import", "json", "/no/such/file.json"), ("import", "integreat", "http://127.0.0.1:9/stadt")])
def test_mistakes_are_told_and_fail(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = kiosk(tmp_path / "data", *arguments)
    assert result.exit_code in {1, 2}
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_a_copy_of_a_later_version_is_a_message(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "content.db") as later:
        later.execute("PRAGMA user_version = 1000")
    later.close()
    for command in OF_THE_COPY:
        result = kiosk(tmp_path, *command)
        assert result.exit_code == 1
        assert "Error: the copy cannot be used: made for schema 1000" in result.stderr


def test_a_folder_that_cannot_be_used_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for command in OF_THE_COPY:
        result = kiosk(tmp_path / "file" / "data", *command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "data cannot be used: Not a directory" in result.stderr
