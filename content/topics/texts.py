"""What people read about topics: one file a language, so that only those are read that somebody asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from content.language import LANGUAGES as SPOKEN
from content.topics.tables import read_table

LANGUAGES = tuple(language.code for language in SPOKEN)
"""The languages of the kiosk, German first; all other languages fall back to it."""

NAME, DESCRIPTION = "name", "description"


class Texts(Mapping[str, str]):
    """Language → text of one line in ``names/<language>.toml``; a language without that line is not in it."""

    def __init__(self, folder: Path, topic: str, line: str) -> None:
        self._folder, self._topic, self._line = folder, topic, line

    def __getitem__(self, language: str) -> str:
        text = _section(self._folder, language, self._topic).get(self._line)
        if not _is_text(text):
            raise KeyError(language)
        return str(text)

    def __iter__(self) -> Iterator[str]:
        return (language for language in LANGUAGES if language in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def text_problems(folder: Path, language: str, topics: Mapping[str, list[str]]) -> list[str]:
    """Lines that are missing in a language's file or point to nothing; `topics`: id → its subtopics."""
    file = f"names/{language}.toml"
    table = read_table(folder, "names", f"{language}.toml")
    if table.problem:
        return [table.problem]
    problems = [f"{file}: [{topic}] is no topic" for topic in table.data if topic not in topics]
    for topic, subtopics in topics.items():
        lines = [NAME, DESCRIPTION, *subtopics]
        there = _section(folder, language, topic)
        missing = (line for line in lines if not _is_text(there.get(line)))
        problems += [f"{file}: [{topic}] {line} is missing" for line in missing]
        problems += [f"{file}: [{topic}] {line} is no subtopic" for line in there if line not in lines]
    return problems


def _section(folder: Path, language: str, topic: str) -> Mapping[str, object]:
    if language not in LANGUAGES:
        return {}
    section = read_table(folder, "names", f"{language}.toml").data.get(topic, {})
    return section if isinstance(section, dict) else {}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
