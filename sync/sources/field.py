"""Where the value of a field comes from: by name, by the first that is filled, by rule."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sync.sources.value import string, texts

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_COMMA = re.compile(r"\s*,(?:\s+|$)")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)")

Row = Mapping[str, Any]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to get a value: from a `field`, by a `pattern` of fields in braces, or a `constant`.

    It is then taken apart at `split`, cut to what `match` finds (its first group, if it has one; both are regular
    expressions), and translated by `map`; what `map` does not know becomes `otherwise`, or stays as it is.
    """

    field: str = ""
    pattern: str = ""
    constant: str = ""
    split: str = ""
    match: str = ""
    map: dict[str, str] = {}
    otherwise: str | None = None

    def __post_init__(self) -> None:
        if sum(map(bool, (self.field, self.pattern, self.constant))) != 1:
            raise ValueError("give one of `field`, `pattern` and `constant`")
        for expression in (self.split, self.match):
            try:
                re.compile(expression)
            except re.error as error:
                raise ValueError(f"{expression!r} is no regular expression: {error}") from error

    def values(self, row: Row) -> list[str]:
        """The values a row gives, cleaned, none of them empty."""
        given = texts(look_up(row, self.field)) if self.field else [self.constant or _filled(self.pattern, row)]
        parts = (part for text in given for part in (re.split(self.split, text) if self.split else [text]))
        return [value for value in map(self._translated, map(string, parts)) if value]

    def _translated(self, value: str) -> str:
        if self.match:
            found = re.search(self.match, value)
            value = (found[1] if found.re.groups else found[0]) or "" if found else ""
        return self.map.get(value, value if self.otherwise is None else self.otherwise)


Term = str | Rule
Field = Term | list[Term]


def every(field: Field, row: Row) -> list[str]:
    """All values of a field, each once."""
    return list(dict.fromkeys(_values(field, row)))


def as_written(field: Field, row: Row) -> list[str]:
    """All values of a field; those that come straight from a row with the lines and markup they have there."""
    terms = field if isinstance(field, list) else [field]
    return [value for term in terms for value in (term.values(row) if isinstance(term, Rule) else _texts(term, row))]


def first(field: Field, row: Row) -> str:
    """The first value a field has, or ""."""
    return next(_values(field, row), "")


def look_up(row: Row, name: str) -> Any:
    """The value of a field; "a.b" is field b of object a, and "a.0" the first of list a."""
    if name in row:
        return row[name]
    value: Any = row
    for part in name.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def _values(field: Field, row: Row) -> Iterator[str]:
    for term in field if isinstance(field, list) else (field,):
        if isinstance(term, Rule):
            yield from term.values(row)
        elif term:
            yield from filter(None, map(string, texts(look_up(row, term))))


def _texts(name: str, row: Row) -> list[str]:
    return [text for text in texts(look_up(row, name)) if text] if name else []


def _filled(pattern: str, row: Row) -> str:
    """The pattern with its fields; "" if all are empty, and without the commas that empty ones leave behind."""
    found = [first(name, row) for name in _PLACEHOLDER.findall(pattern)]
    if found and not any(found):
        return ""
    values = iter(found)
    text = _EMPTY_BRACKETS.sub("", _PLACEHOLDER.sub(lambda _: next(values), pattern))
    return string(", ".join(part for part in _COMMA.split(text) if part.strip()))
