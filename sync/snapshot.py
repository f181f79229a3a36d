"""Bringing a complete snapshot of a feed into the local copy, as an operator asked for it."""

from content import builtin
from content.feed import FeedState
from content.intake import Change
from content.store import Store
from sync.gap import filled, said
from sync.source import NameTaken, Pull, Source, SourceError


def bring_in(store: Store, source: Source) -> tuple[Pull, Change]:
    """Pull all of a feed and make the copy equal to it, in one transaction; what the feed lacks goes.

    Raises `SourceError`, with the copy as it was, where the feed cannot be read as a whole, or where it is empty and
    the copy of it is not: an empty answer is a mistake more often than a wish to delete everything.
    """
    known = known_of(store, source)
    pull = filled(source.pull(), store.records(source.feed))
    if known.records and not pull.records:
        raise SourceError(source.url, f"no record could be read; the {known.records} of {source.feed!r} stay")
    return pull, store.replace_feed(source.feed, pull.records, kind=source.kind, url=source.url,
                                    problem=said(pull.missing))


def known_of(store: Store, source: Source) -> FeedState:
    """How the feed stands in the copy, or as one that is not there yet. Raises `NameTaken` if it is another's name."""
    unknown = FeedState(source.feed, source.kind, source.url, None, 0)
    known = next((state for state in store.feeds() if state.name == source.feed), unknown)
    if known.kind == builtin.KIND:
        raise NameTaken(source.url, f"the name {source.feed!r} belongs to what the program brings along")
    return known
