"""The languages spoken somewhere, as feeds name them: by code, by name, in half a sentence."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from babel import Locale

from content.language import canonical
from sync.sources.value import string, structure

_BETWEEN = re.compile(r"[,;/|&.\n]|\band\b|\bund\b|\bor\b|\boder\b")
_ASIDE = re.compile(r"\([^)]{0,100}\)")
_ALSO = {"asl": "ase", "dgs": "gsg", "deutsche gebärdensprache": "gsg", "gebärdensprache": "sgn",
         "sign language": "sgn", "farsi": "fa",
         "dari": "prs", "mandarin": "zh", "cantonese": "yue", "kantonesisch": "yue"}


def tongues(values: Iterable[Any]) -> list[str]:
    """The codes of the languages named in `values`: texts, or objects with `code` and `name`. Others are dropped."""
    found: dict[str, None] = {}
    for value in values:
        code = string(structure(value).get("code"))
        known = canonical(code) if canonical(code) in _codes() else ""
        name = structure(value).get("name") or structure(value).get("language") if isinstance(value, dict) else value
        found.update(dict.fromkeys([known] if known else _named(string(name))))
    return list(found)


def _named(text: str) -> list[str]:
    """ "Spanish, Chinese (Mandarin) and ASL." → es, zh, ase."""
    words = (word.strip() for word in _BETWEEN.split(_ASIDE.sub(" ", text[:1000]).casefold()))
    codes = (_names().get(word) or (canonical(word) if canonical(word) in _codes() else "") for word in words)
    return [code for code in codes if code]


@cache
def _names() -> dict[str, str]:
    named = {name.casefold(): canonical(code) for locale in ("de", "en")
             for code, name in Locale(locale).languages.items() if "_" not in code}
    return named | _ALSO


@cache
def _codes() -> frozenset[str]:
    return frozenset(_names().values())
