"""Languages that a pull lacks because they could not be read: until they can, what is held stands in for them."""

from collections.abc import Container, Iterable, Mapping

from msgspec.structs import replace

from content import wire
from content.record import Record
from sync.source import Pull, SourceError


def filled(pull: Pull, held: Iterable[Record]) -> Pull:
    """The pull with the texts of its missing languages, as far as `held`, the records there are of the feed, has them.

    A record whose original language is missing stays, though the pull lacks it. Any other one that it lacks is gone.
    A pull that is empty stays so.
    """
    if not pull.missing or not pull.records:
        return pull
    records = {record.id: (record, body) for record, body in pull.records}
    for old in held:
        fresh, _ = records.get(old.id, (None, b""))
        if (fresh or old.original_language in pull.missing) and (whole := _joined(old, fresh, pull.missing)):
            records[old.id] = whole, wire.encode(whole)
    return pull._replace(records=list(records.values()))


def _joined(old: Record, fresh: Record | None, missing: Container[str]) -> Record | None:
    """The record with its texts in missing languages; None if it has none. It is as young as its youngest text; what
    else it says follows its original, as that does."""
    texts = {language: text for language, text in old.texts.items() if language in missing}
    if not texts:
        return None
    if fresh is None:
        return replace(old, texts=texts)
    ages = [age for age in (old.last_modified, fresh.last_modified) if age]
    facts = old if old.original_language in missing else fresh
    return replace(facts, texts={**texts, **fresh.texts}, last_modified=max(ages, default=None))


def said(missing: Mapping[str, SourceError]) -> str:
    """A sentence about languages and what went wrong with each; "" where none is missing."""
    if not missing:
        return ""
    named = ", ".join(f"{name} ({why})" for name, why in missing.items())
    return f"languages that could not be read, and stay as they were: {named}"
