"""What each language says for numbers, signs and abbreviations: `languages/*.toml`, with `common.toml` for all.

A file has `digits` (ten words), `[words]`, `[tables.…]`, `[units]` (sign → forms), `[abbreviations]` (as written →
as said), `ending` (the abbreviations among them a sentence may end with), `[parts]` (names for pieces of patterns,
used as `<name>`) and `[[rule]]`s with `find` and `say`. Rules are tried in order: `[[before]]` of the common file,
the language's, its abbreviations, `[[after]]` of the common file. What one has taken, no later one touches.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from content.language import canonical
from content.spoken.rule import Rule, Voicing

_FOLDER = Path(__file__).parent / "languages"
_PART = re.compile(r"<(\w+)>")
_ALIKE = {"prs": "fa"}  # Dari is written and read like Farsi
_CAPITAL = r"\s+[^\W\d_a-zäöüß-ÿа-яіїєґёąćęłńśźżăâîșțçğış]"


class _Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    find: str
    say: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    digits: tuple[str, ...] = ()
    words: dict[str, str] = {}
    tables: dict[str, dict[str, str]] = {}
    units: dict[str, tuple[str, ...]] = {}
    abbreviations: dict[str, str] = {}
    ending: tuple[str, ...] = ()
    parts: dict[str, str] = {}
    before: tuple[_Pair, ...] = ()
    rule: tuple[_Pair, ...] = ()
    after: tuple[_Pair, ...] = ()


class Vocabulary(NamedTuple):
    """The rules of one language in the order in which they are tried, and what they draw on."""

    rules: tuple[Rule, ...]
    voicing: Voicing


def spoken_language(code: str) -> str:
    """The language whose voice and words read a text of language `code`: `de-simple` is spoken as German,
    Dari as Farsi; `de-DE` as German."""
    plain = canonical(code)
    return _ALIKE.get(plain, plain.partition("-")[0])


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a spoken language; of one that has no file, the rules that need no words."""
    common, own = _read("common"), _read(language)
    parts = {**common.parts, "unit": _any_of(own.units), **own.parts}
    pairs = (*common.before, *own.rule, *_abbreviations(own), *common.after)
    rules = tuple(Rule(re.compile(_expanded(pair.find, parts)), pair.say) for pair in pairs)
    return Vocabulary(rules, Voicing(own.words, own.digits, own.tables, own.units))


def languages() -> tuple[str, ...]:
    """The languages that have a vocabulary of their own."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml") if file.stem != "common"))


def _read(name: str) -> _File:
    file = _FOLDER / f"{name}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=_File) if file.exists() else _File()


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda part: f"(?:{_expanded(parts[part[1]], parts)})", pattern)


def _abbreviations(file: _File) -> Iterator[_Pair]:
    """Longest first, so that "e. V." is not taken for "e."; the first letter may be a capital."""
    for short in sorted(file.abbreviations, key=len, reverse=True):
        pattern, said = _abbreviation(short), file.abbreviations[short]
        if short in file.ending:
            yield _Pair(f"{pattern}(?={_CAPITAL}|\\s*$)", f"{said}.")
        yield _Pair(pattern, said)


def _abbreviation(short: str) -> str:
    """The pattern of an abbreviation: blanks may be missing; one that begins with "-" ends longer words."""
    inner = short.removeprefix("-")
    first = f"[{inner[0]}{inner[0].upper()}]" if inner[0].islower() else re.escape(inner[0])
    rest = "".join(r"\s?" if sign == " " else re.escape(sign) for sign in inner[1:])
    border = r"(?<=\w)" if short.startswith("-") else r"(?<![\w.])"
    return border + first + rest + ("" if short.endswith(".") else r"(?!\w)")


def _any_of(signs: Mapping[str, object]) -> str:
    """A pattern for one of the signs; one that never matches where there are none."""
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True)) or r"(?!)"
