"""Everything that can be read in one place: the copy and the ways to ask it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from content.browse import Browse
from content.here import Here
from content.store import Store

if TYPE_CHECKING:
    from content.search import Search
    from content.topics import Topics


class Library:
    """The copy of this kiosk; `here` is where the kiosk stands. What is slow to make is made when first asked for."""

    def __init__(self, store: Store, here: Here | None = None) -> None:
        self.store = store
        self.here = here or Here()
        self.browse = Browse(store)

    def turn_to(self, store: Store) -> None:
        """From now on read in another copy, and let go of the one before."""
        before, self.store = self.store, store
        self.browse = Browse(store)
        self.__dict__.pop("search", None)
        before.close()

    def prepare(self) -> None:
        """Make now what is otherwise made when it is first asked for."""
        _ = self.search, self.topics

    @cached_property
    def search(self) -> Search:
        """The search over the copy."""
        from content.search import Search
        return Search(self.store, here=self.here)

    @cached_property
    def topics(self) -> Topics:
        """The topics with their names."""
        from content.topics import load_topics
        return load_topics()
