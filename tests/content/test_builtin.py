"""The built-in feeds in the copy: there from the first start, renewed only when they changed, the starter on trial."""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from content import builtin, wire
from content.authored import Unreadable, read_folder, read_guide
from content.builtin import ensure
from content.language import LANGUAGES
from content.record import Guide, Offer, OfferText, Source
from content.store import Store

HELP = Path(builtin.__file__).parent / "help"
GUIDES = [read_guide(about.parent, "help") for about in sorted(HELP.glob("*/guide.toml"))]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "content.db")
    yield opened
    opened.close()


def feed_of_city(store: Store) -> None:
    offer = Offer(id="city:1", kind="service", source=Source(feed="city"), texts={"de": OfferText(title="Rat")})
    store.replace_feed("city", [(offer, wire.encode(offer))])


def records(store: Store) -> dict[str, int]:
    return {feed.name: feed.records for feed in store.feeds()}


def when_read(store: Store) -> dict[str, datetime | None]:
    return {feed.name: feed.retrieved for feed in store.feeds()}


def test_a_first_start_has_guides_help_lines_and_the_starter(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    ensure(store)
    counts = records(store)
    assert counts["help"] == len(GUIDES) > 0
    assert counts["helplines"] == len(builtin.emergency_order())
    assert counts["starter"] > 40
    assert caplog.records == []
    for record in ("helplines:112", "starter:stadtbibliothek", GUIDES[0].id):
        assert store.get(record) is not None


def test_a_start_with_nothing_new_writes_nothing_and_loads_nothing(store: Store) -> None:
    ensure(store)
    before = store.db.total_changes
    ensure(store)
    assert store.db.total_changes == before
    code = (f"import sys, pathlib, content.builtin, content.store\n"
            f"content.builtin.ensure(content.store.Store(pathlib.Path({str(store.path)!r})))\n"
            f"print({{'tomllib', 'content.authored', 'content.markdown'}} & set(sys.modules))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_starter_leaves_when_another_feed_arrives_and_stays_away(store: Store) -> None:
    ensure(store)
    feed_of_city(store)
    ensure(store)
    assert records(store)["starter"] == 0
    assert store.get("starter:stadtbibliothek") is None
    assert store.get("helplines:112") is not None
    store.db.execute("DELETE FROM feed WHERE name = 'city'")
    ensure(store)
    assert records(store)["starter"] == 0


def test_a_copy_that_began_with_another_feed_never_sees_the_starter(store: Store) -> None:
    feed_of_city(store)
    ensure(store)
    assert records(store)["starter"] == 0
    assert records(store)["helplines"] > 0


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    """Two guides and the help lines in folders that a test may change."""
    own = {feed: tmp_path / feed for feed in builtin.FOLDERS}
    for guide in GUIDES[:2]:
        shutil.copytree(HELP / guide.id.partition(":")[2], own["help"] / guide.id.partition(":")[2])
    shutil.copytree(builtin.FOLDERS["helplines"], own["helplines"])
    own["starter"].mkdir()
    return own


def test_only_a_changed_folder_is_read_again(store: Store, folders: dict[str, Path]) -> None:
    ensure(store, folders)
    store.db.execute("UPDATE feed SET retrieved = '2020-01-01T00:00:00+00:00'")
    page = next(folders["help"].glob("*/de.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nNeu dazu.\n", encoding="utf-8")
    ensure(store, folders)
    assert [name for name, read in when_read(store).items() if read and read.year > 2020] == ["help"]
    guide = store.get(f"help:{page.parent.name}")
    assert isinstance(guide, Guide)
    assert guide.texts["de"].blocks[-1].text == "Neu dazu."


def test_a_correction_of_the_same_length_is_noticed(store: Store, folders: dict[str, Path]) -> None:
    ensure(store, folders)
    file = folders["helplines"] / "helplines.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("0551 19240", "0551 19241"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    ensure(store, folders)
    poison = store.get("helplines:poison")
    assert isinstance(poison, Offer)
    assert poison.contacts[0].phones == ("0551 19241",)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
        store: Store, folders: dict[str, Path], caplog: pytest.LogCaptureFixture) -> None:
    broken, sound = sorted(folders["help"].iterdir())
    (broken / "tr.md").write_text("# Başlık\n\n<b>kalın</b>\n", encoding="utf-8")
    file = folders["helplines"] / "helplines.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('kind = "helpline"', 'kind = "hotline"', 1), encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        ensure(store, folders)
    told = "\n".join(caplog.messages)
    assert f"{broken.name}/tr.md: line 3: guides have no html inline" in told
    assert "helplines.toml, offer 112: Invalid enum value 'hotline' - at `$.kind`" in told
    assert store.get(f"help:{broken.name}") is None
    assert store.get(f"help:{sound.name}") is not None
    assert store.get("helplines:110") is not None


@pytest.mark.parametrize(("name", "text", "problem"), [
    ("guide.toml", "order = ", "guide.toml: Invalid value"),
    ("guide.toml", 'original = "en"', "no text in 'en', its original language"),
    ("guide.toml", 'order = "first"', "Expected `int`, got `str` - at `$.order`"),
    ("de.md", "", "a/de.md: line 1: expected '# Title' first"),
])
def test_a_guide_that_cannot_be_used_says_why(tmp_path: Path, name: str, text: str, problem: str) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "guide.toml").write_text("", encoding="utf-8")
    (folder / "de.md").write_text("# Titel\n\nText.\n", encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_guide(folder, "help")
    assert problem in str(caught.value)


def test_a_file_that_is_no_toml_is_rejected_whole(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("offer", encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b'x = "\xff"')
    rejected: list[str] = []
    assert list(read_folder(tmp_path, "starter", lambda error: rejected.append(str(error)))) == []
    assert [problem.partition(":")[0] for problem in rejected] == ["a.toml", "b.toml"]


def test_a_copy_that_cannot_be_written_says_so(store: Store) -> None:
    store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError):
        ensure(store)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_a_guide_is_whole_in_ten_languages(guide: Guide) -> None:
    assert set(guide.texts) == {language.code for language in LANGUAGES}
    assert guide.source.url.startswith("http")
    assert guide.source.assured_date is not None
    assert guide.topic
    shapes = {code: [(block.kind, block.level, block.number, block.url) for block in text.blocks]
              for code, text in guide.texts.items()}
    assert {code for code, shape in shapes.items() if shape != shapes["de"]} <= {"de-simple"}
    phones = {code: sorted({block.url for block in text.blocks if block.url.startswith("tel:")})
              for code, text in guide.texts.items()}
    assert {code for code, numbers in phones.items() if numbers != phones["de"]} == set()
    assert all(text.summary for text in guide.texts.values())
    assert {code for code, text in guide.texts.items() if not text.reviewed} == set(guide.texts) - {"de"}


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide.steps], ids=lambda guide: guide.id)
def test_a_lesson_has_steps_counted_from_one(guide: Guide) -> None:
    for text in guide.texts.values():
        numbers = [block.number for block in text.blocks if block.kind == "step" and block.level == 1]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers


def test_a_feed_that_was_only_tried_leaves_the_starter_alone(store: Store) -> None:
    ensure(store)
    store.set_feed("city", kind="hsds", problem="The server does not answer.")
    ensure(store)
    assert records(store)["starter"] > 40
