"""The topics, what they are called in ten languages, and the checker of the data files."""

import re
import shutil
from pathlib import Path

import pytest
from fonticon_mdi7 import MDI7

from content.topics import LANGUAGES, check_topics, load_topics
from content.topics.tables import FOLDER

ORDER = [
    *("phone-computer", "money", "housing", "health", "care", "family", "arriving"),
    *("learning", "work", "papers", "law", "company", "getting-around", "safety"),
]


# ------------------------------------------------------------------ the topics and their names


def test_the_data_files_are_in_order() -> None:
    assert check_topics() == []


def test_the_topics_stand_in_the_agreed_order() -> None:
    assert [topic.id for topic in load_topics().roots] == ORDER


def test_every_topic_has_three_to_six_subtopics_that_name_it_as_their_parent() -> None:
    topics = load_topics()
    for root in topics.roots:
        children = topics.children(root.id)
        assert 3 <= len(children) <= 6, root.id
        assert all(topics.get(child.id) is child and child.icon == root.icon for child in children)
        assert not any(topics.children(child.id) for child in children)


def test_every_icon_is_a_glyph() -> None:
    unknown = [topic.icon for topic in load_topics() if not hasattr(MDI7, topic.icon.replace("-", "_"))]
    assert unknown == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_name_and_a_description_that_fit_on_a_tile(language: str) -> None:
    for topic in load_topics():
        assert 2 < len(topic.name[language]) <= 28, topic.id
        if topic.parent is None:
            description = topic.description[language]
            assert len(description) <= 90, topic.id
            assert re.fullmatch(r"[^.!?]+\.", description), f"{topic.id}: one sentence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_names_side_by_side_are_the_same(language: str) -> None:
    topics = load_topics()
    for tiles in [topics.roots, *(topics.children(root.id) for root in topics.roots)]:
        names = [topic.name[language] for topic in tiles]
        assert len(set(names)) == len(names)


# letters that only a wrong keyboard or the neighbouring language produces
FOREIGN_LETTERS = {
    "de": r"[^A-Za-zÄÖÜäöüß ,.-]",
    "de-simple": r"[^A-Za-zÄÖÜäöüß ,.:·-]",
    "en": r"[^A-Za-z ,.-]",
    "tr": r"[^A-Za-zÇĞİÖŞÜçğıöşüâîû ,.;’-]",
    "ar": r"[^\u0621-\u063a\u0641-\u064a\u0651\u064b ،.]",
    "fa": r"[^\u0621-\u064a\u0654پچژگکی\u200c\u064e ،.()]|[يكىة]",
    "uk": r"[^А-ЩЬЮЯҐЄІЇа-щьюяґєії ,.’-]|[ЫЭЁЪыэёъ]",
    "ru": r"[^А-Яа-яЁё ,.-]",
    "pl": r"[^A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż ,.-]",
    "ro": r"[^A-Za-zĂÂÎȘȚăâîșț ,.-]",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_written_with_the_letters_of_their_language(language: str) -> None:
    for topic in load_topics():
        for text in [topic.name[language], topic.description.get(language, "")]:
            assert not re.search(FOREIGN_LETTERS[language], text.replace("Wi-Fi", "")), text
            assert text == text.strip()


def test_names_come_in_the_visitors_language_else_in_german() -> None:
    topics = load_topics()
    assert topics.name("housing", "tr") == "Konut"
    assert topics.name("housing-search", "en") == "Looking for a flat"
    assert topics.name("housing", "xx") == "Wohnen"
    assert topics.description("money", "xx") == topics.description("money", "de") != ""
    assert topics.description("housing-search", "de") == ""
    assert topics.name("no-such-topic", "de") == "no-such-topic"
    assert topics.get("no-such-topic") is None


def test_a_name_knows_exactly_the_ten_languages() -> None:
    name = load_topics().roots[0].name
    assert tuple(name) == LANGUAGES
    assert len(name) == 10
    assert "xx" not in name


# ------------------------------------------------------------------ the checker finds what is wrong


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data files, to be spoilt."""
    shutil.copytree(FOLDER, tmp_path / "topics")
    return tmp_path / "topics"


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("names/tr.toml", 'name = "Konut"\n', "", "names/tr.toml: [housing] name is missing"),
        ("names/tr.toml", '"Konut"', '""', "names/tr.toml: [housing] name is missing"),
        ("names/pl.toml", "renting =", "rentin =", "names/pl.toml: [housing] rentin is no subtopic"),
        ("names/ru.toml", "[money]", "[maney]", "names/ru.toml: [maney] is no topic"),
        ("names/uk.toml", '"Житло"', '"Житло', "names/uk.toml: cannot be read"),
        ("topics.toml", '"renting"', '"housing-search"', "housing-search is there more than once"),
        ("topics.toml", 'icon = "home"\n', "", "topics.toml: topic 3: Object missing required field `icon`"),
        ("rules.toml", 'topic = "renting"', 'topic = "rentals"', "rules.toml: no topic is called rentals"),
        ("rules.toml", 'topic = "renting"\n', "", "missing required field `topic`"),
        ("rules.toml", '"mieter"', '"handy*"', "rules.toml: 'handy*' points to phone and to renting"),
        ("rules.toml", '"mieter"', '"mie*er"', "rules.toml: renting: 'mie*er' can never match"),
        ("rules.toml", '"mieter"', '"*in der miete"', "rules.toml: renting: '*in der miete' can never match"),
        ("rules.toml", "ignore = [", "ignore = [1, ", "rules.toml: ignore: Expected `str`, got `int`"),
    ],
)
def test_the_checker_names_file_and_entry(folder: Path, file: str, old: str, new: str, problem: str) -> None:
    spoil(folder / file, old, new)
    assert any(problem in found for found in check_topics(folder)), check_topics(folder)


def test_the_checker_misses_a_file_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "names" / "ar.toml").unlink()
    (folder / "rules.toml").write_text("", encoding="utf-8")
    problems = check_topics(folder)
    assert len(problems) == 2
    assert problems[0].startswith("names/ar.toml: cannot be read")
    assert problems[1] == "rules.toml: no rule"
    assert load_topics(folder).name("housing", "ar") == "Wohnen"


def test_an_entry_that_is_not_well_formed_leaves_the_others(folder: Path) -> None:
    spoil(folder / "topics.toml", 'icon = "home"\n', "icon = 7\n")
    left = [topic.id for topic in load_topics(folder).roots]
    assert left == [topic for topic in ORDER if topic != "housing"]
