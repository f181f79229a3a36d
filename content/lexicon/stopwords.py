"""Words that say little about what is looked for, per language: `stopwords.tsv`."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from content.folding import words
from content.stemming import stem

_FILE = Path(__file__).with_name("stopwords.tsv")


class Stopwords(NamedTuple):
    """Folded words of questions (`stop`: "where can I …"), and stems of words that are in many questions whatever
    they are about (`weak`: "information", "help")."""

    stop: frozenset[str]
    weak: frozenset[str]


@cache
def stopwords(language: str) -> Stopwords:
    """The stop words of a language; none where the table does not know it."""
    stop, weak = _lines().get(language, ("", ""))
    return Stopwords(frozenset(words(stop, language)),
                     frozenset(stem(word, language) for word in words(weak, language)))


@cache
def _lines() -> dict[str, tuple[str, str]]:
    rows = (line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines()[1:])
    return {language: (stop, weak) for language, stop, weak in rows}
