"""Bringing a complete snapshot of a feed into the local copy."""

from content import builtin
from content.intake import Change
from content.store import Store
from sync.source import Pull, Source, SourceError


def bring_in(store: Store, source: Source) -> tuple[Pull, Change]:
    """Pull all of a feed and make the copy equal to it, in one transaction; what the feed lacks goes.

    Raises `SourceError`, with the copy as it was, where the feed cannot be read as a whole, or where it is empty and
    the copy of it is not: an empty answer is a mistake more often than a wish to delete everything.
    """
    known = next((state for state in store.feeds() if state.name == source.feed), None)
    if known and known.kind == builtin.KIND:
        raise SourceError(source.url, f"the name {source.feed!r} belongs to what the program brings along")
    pull = source.pull()
    if known and known.records and not pull.records:
        raise SourceError(source.url, f"no record could be read; the {known.records} of {source.feed!r} stay")
    return pull, store.replace_feed(source.feed, pull.records, kind=source.kind, url=source.url)
