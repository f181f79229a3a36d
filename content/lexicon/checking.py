"""Checking the tables of the lexicon: what a concept lacks or has twice."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from content.lexicon.tables import CODES, DANGER, Concept, read_table, tables
from content.topics import load_topics

MAY_BE_EMPTY = frozenset({"de-simple"})


def check(paths: Sequence[Path] | None = None) -> list[str]:
    """What is wrong in the tables (those of the program, if none are named), one line a problem, naming file and
    concept; empty if all is well. A language that a table has no column for is not missed."""
    problems: list[str] = []
    names: Counter[str] = Counter()
    for path in tables() if paths is None else paths:
        columns = path.read_text(encoding="utf-8-sig").partition("\n")[0].split("\t")
        for entry in read_table(path):
            if isinstance(entry, Concept):
                names[entry.name] += 1
                problems += (f"{path.name}: {entry.name}: {problem}" for problem in _problems(entry, columns))
            else:
                problems.append(entry)
    return problems + [f"{name}: there {count} times" for name, count in names.items() if count > 1]


def _problems(concept: Concept, columns: Sequence[str]) -> Iterator[str]:
    known = load_topics()
    topics = {"topic": concept.topic, DANGER: concept.danger}
    yield from (f"{kind} {id_!r} is no topic" for kind, id_ in topics.items() if id_ and known.get(id_) is None)
    for code in CODES:
        terms = concept.terms[code]
        if not terms and code in columns and code not in MAY_BE_EMPTY:
            yield f"no words in {code}"
        yield from (f"{code}: {problem}" for problem in _of_terms(terms))


def _of_terms(terms: Iterable[str]) -> Iterator[str]:
    yield from (f"{term!r} is there {count} times" for term, count in Counter(terms).items() if count > 1)
    yield from (f"{term!r} is not composed (Unicode NFC)" for term in terms
                if unicodedata.normalize("NFC", term) != term)
