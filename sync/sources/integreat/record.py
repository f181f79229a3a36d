"""What the records made of Integreat's entries have in common."""

from collections.abc import Container, Mapping, Sequence
from typing import Any, NamedTuple

from sync.sources.integreat.translation import Entry, Translations, first_path, undated
from sync.sources.value import moment, string

_TOPIC_LANGUAGES = ("de", "en")  # those the rules for topics know best


class Feed(NamedTuple):
    """The feed the records belong to, the region's languages in its order, and those that could not be read."""

    name: str
    languages: Sequence[str]
    missing: Container[str]

    def id_of(self, thing: Translations) -> str:
        """The feed's name and the path in the region's first language, or in the first that the thing has; one
        that could not be read does not change it."""
        return f"{self.name}:{first_path(thing, self.languages, self.missing)}"


def common(feed: Feed, thing: Translations, own: Mapping[str, Entry]) -> dict[str, Any]:
    """Identity and origin of a record; `own` are the entries that are no fallback."""
    return {
        "id": feed.id_of(thing),
        "source": {"feed": feed.name, "url": undated(string(thing.first.raw.get("url")))},
        "original_language": next(iter(own), ""),
    }


def names(feed: Feed, thing: Translations, entry: Entry) -> dict[str, str]:
    """Key and address of a text that is not in the language by which its record goes."""
    if entry is thing.first and feed.id_of(thing) == f"{feed.name}:{entry.path}":
        return {}
    return {"key": entry.path, "url": undated(string(entry.raw.get("url")))}


def latest(own: Mapping[str, Entry]) -> str | None:
    """When the youngest of the texts was changed (ISO 8601); it says nothing of hours, contacts and places."""
    found = [when for entry in own.values() if (when := moment(entry.raw.get("last_updated"))) and when.tzinfo]
    return max(found).isoformat() if found else None


def topic_title(thing: Translations) -> str:
    """The title by which a thing is sorted into topics."""
    languages = (*_TOPIC_LANGUAGES, *thing.entries)
    return next(string(thing.entries[language].raw.get("title")) for language in languages if language in thing.entries)
