"""Everything that can be read in one place: the copy and the ways to ask it."""

from functools import cached_property
from typing import TYPE_CHECKING

from content.browse import Browse
from content.search import Here, Search
from content.store import Store
from content.topics import load_topics

if TYPE_CHECKING:
    from content.topics import Topics


class Library:
    """The copy of this kiosk; `here` is where the kiosk stands. What is slow to make is made when first asked for."""

    def __init__(self, store: Store, here: Here | None = None) -> None:
        self.store = store
        self.here = here or Here()
        self.browse = Browse(store)

    @cached_property
    def search(self) -> Search:
        """The search over the copy."""
        return Search(self.store, here=self.here)

    @cached_property
    def topics(self) -> "Topics":
        """The topics with their names."""
        return load_topics()
