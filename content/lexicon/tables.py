"""The tables of the lexicon: one file an area, one concept a line, one language a column."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from content.language import LANGUAGES

FOLDER = Path(__file__).parent
CODES = tuple(language.code for language in LANGUAGES)
HEADER = ("concept", "flags", "topic", *CODES)
DANGER = "danger"
EMERGENCY = "emergency"
_OTHER_TABLES = {"stopwords.tsv"}


class Concept(NamedTuple):
    """A thing people look for, and the words for it in each language, the plainest first.

    `danger` is the topic of the help lines that come first where somebody says it (flag `danger:TOPIC`, or `danger`
    for those of any emergency), else empty; `topic` is an id of `content/topics` or empty.
    """

    name: str
    danger: str
    topic: str
    terms: dict[str, tuple[str, ...]]


def tables(folder: Path = FOLDER) -> list[Path]:
    """The files of the lexicon in a folder."""
    return sorted(path for path in folder.glob("*.tsv") if path.name not in _OTHER_TABLES)


def read_table(path: Path) -> Iterator[Concept | str]:
    """The concepts of a file; a line that is none comes as a message that names file and line.

    The columns are found by the header, so a city's own table may have fewer languages.
    """
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    header = lines[0].split("\t") if lines else []
    if "concept" not in header or not set(header) <= set(HEADER):
        yield f"{path.name}:1: the first line must name columns of {', '.join(HEADER)}"
        return
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            yield _concept(dict(zip(header, line.split("\t"), strict=False)), f"{path.name}:{number}")


def read_tables(paths: Iterable[Path]) -> list[Concept]:
    """The concepts of some files, a concept of the same name in two files being one; lines that are none are left
    out (`content.lexicon.check` names them)."""
    concepts: dict[str, Concept] = {}
    for path in paths:
        for concept in read_table(path):
            if isinstance(concept, Concept):
                known = concepts.get(concept.name)
                concepts[concept.name] = _joined(known, concept) if known else concept
    return list(concepts.values())


def _concept(cells: dict[str, str], where: str) -> Concept | str:
    terms = {code: tuple(filter(None, (term.strip() for term in cells.get(code, "").split("|")))) for code in CODES}
    if not cells["concept"].strip():
        return f"{where}: no name of a concept"
    if not any(terms.values()):
        return f"{where}: {cells['concept']}: no words"
    return Concept(cells["concept"].strip(), _danger(cells.get("flags", "")), cells.get("topic", "").strip(), terms)


def _danger(flags: str) -> str:
    found = (flag.partition(":") for flag in flags.split())
    return next((topic or EMERGENCY for flag, _, topic in found if flag == DANGER), "")


def _joined(first: Concept, second: Concept) -> Concept:
    terms = {code: tuple(dict.fromkeys(first.terms[code] + second.terms[code])) for code in CODES}
    return Concept(first.name, first.danger or second.danger, first.topic or second.topic, terms)
