"""Entries of the same page, place or event in several languages, brought together.

Each entry names the paths of the others, but they may name each other one-sidedly, name what does not exist, and share
a path (two pages of one language had the same). So entries are joined along all names, and never two of one language.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import unquote

from content.language import canonical
from sync.sources.value import string, structure

_MOST_LANGUAGES = 200
_OCCURRENCE = re.compile(r"\$\d{4}-\d{2}-\d{2}(?:-\d+)?(?=/?$)")


class Entry(NamedTuple):
    """One entry in one language. `others` are the names it is linked by; `dates` the events of a series."""

    language: str
    path: str
    raw: Mapping[str, Any]
    others: tuple[str, ...] = ()
    dates: tuple[Mapping[str, Any], ...] = ()


@dataclass(eq=False)
class Translations:
    """The entries that are one thing, by language; `entries` is in the order of the region's languages."""

    entries: dict[str, Entry] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    @property
    def first(self) -> Entry:
        """The entry in the region's first language, or in the first that it has."""
        return next(iter(self.entries.values()))


def first_path(thing: Translations, languages: Iterable[str], missing: Container[str]) -> str:
    """Its path in the first of these languages that it has; of a `missing` one its other entries say whether."""
    named = {code: path for entry in thing.entries.values() for name, path in _paths(entry.raw).items()
             if (code := canonical(name)) in missing}
    named |= {language: entry.path for language, entry in thing.entries.items()}
    return next((named[language] for language in languages if language in named), thing.first.path)


def entries_of(language: str, raw: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """The entries of one language; the dates of a series, which the server lists one by one, are one entry."""
    found: dict[str, Entry] = {}
    for number, entry in enumerate(raw):
        path, series = path_of(entry), _series(entry)
        key = series or f"{path}#{number}"
        first = found.get(key) or Entry(language, path, entry, (*_others(entry), *filter(None, [series])))
        dates = (*first.dates, structure(entry.get("event"))) if entry.get("event") else ()
        found[key] = first._replace(dates=dates)
    return list(found.values())


def path_of(entry: Mapping[str, Any]) -> str:
    """The path of an entry, undated and not percent-encoded."""
    return undated(unquote(string(entry.get("path"))))


def undated(path: str) -> str:
    """A path or address without the date of an occurrence, which would change from day to day."""
    return _OCCURRENCE.sub("", path)


def is_fallback(entry: Entry, original: Entry) -> bool:
    """Whether the server shows the `original` language's text under this entry's language.

    Then the translation has no number. Occurrences of a series never have one: they are told by their text.
    """
    if entry is original or entry.raw.get("id") is not None:
        return False
    same = all(entry.raw.get(name) == original.raw.get(name) for name in ("title", "content"))
    return same if _series(entry.raw) else True


def join(entries: Sequence[Entry]) -> list[Translations]:
    """Entries of all languages as groups, given in the order of the languages."""
    groups: dict[str, Translations] = {}
    order: list[Translations] = []
    for entry in entries:
        names = (*entry.others, entry.path)
        known = (groups[name] for name in names if name in groups)
        group = next((group for group in known if entry.language not in group.entries), None)
        if group is None:
            group = Translations()
            order.append(group)
        group.entries[entry.language] = entry
        _name(group, names, groups)
    rank = {language: number for number, language in enumerate(dict.fromkeys(entry.language for entry in entries))}
    for group in order:
        group.entries = dict(sorted(group.entries.items(), key=lambda pair: rank[pair[0]]))
    return [group for group in order if group.entries]


def _name(group: Translations, names: Iterable[str], groups: dict[str, Translations]) -> None:
    """Let the group be found by these names, and take in the groups that were found by them if that is possible."""
    for name in names:
        other = groups.setdefault(name, group)
        group.names.add(name)
        if other is not group and not group.entries.keys() & other.entries.keys():
            group.entries |= other.entries
            other.entries = {}
            group.names |= other.names
            groups.update(dict.fromkeys(other.names, group))


def _others(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(_paths(entry).values())


def _paths(entry: Mapping[str, Any]) -> dict[str, str]:
    """The paths an entry is linked by, by the languages as the feed names them."""
    others = islice(structure(entry.get("available_languages")).items(), _MOST_LANGUAGES)
    return {code: path for code, other in others if (path := path_of(structure(other)))}


def _series(entry: Mapping[str, Any]) -> str:
    """The number all occurrences of a repeated event share, in every language."""
    number = structure(entry.get("event")).get("recurrence_id")
    return f"series {number}" if isinstance(number, int) else ""
