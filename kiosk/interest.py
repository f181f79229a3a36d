"""What visitors look into and look for in vain, as counts for the city: each once a visit, and never who."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from ui.viewmodels.visit import Route, Visit

TOPIC, RECORDS, SEARCH = "topic", ("offer", "guide"), "results"
NO_RESULT = "no-result"

Count = Callable[[str, str, str], None]
"""One more of what is counted (first), in a topic ("" for none), by a reader of a language."""


class Searching(Protocol):
    """The search of the visit."""

    @property
    def vain(self) -> str:
        """The words for which nothing was found; "" if anything was, or nothing was looked for."""


class Interest(QObject):
    """Counts behind the screen's back: a topic that is looked into, an offer or guide that is opened for each of its
    topics, a search that is left without a result. Made before whatever else hears of a turn of the visit, so that
    it sees what is left. What it remembers ends with the visit."""

    def __init__(self, visit: Visit, search: Searching, topics_of: Callable[[str], Sequence[str]],
                 count: Count) -> None:
        super().__init__(visit)
        self._visit = visit
        self._search = search
        self._topics_of = topics_of
        self._count = count
        self._at = visit.route
        self._seen: set[Route] = set()
        visit.turned.connect(self._turn)
        visit.ended.connect(self._end)

    def _turn(self) -> None:
        left, self._at = self._at, self._visit.route
        if left != self._at:
            self._leave(left)
            self._enter(self._at)

    def _enter(self, route: Route) -> None:
        topics = [route.target] if route.screen == TOPIC else []
        if route.screen in RECORDS:
            topics = list(self._topics_of(route.target))
        if topics and route not in self._seen:
            self._seen.add(route)
            for topic in topics:
                self._count(route.screen, topic, self._visit.catalogue.language)

    def _leave(self, route: Route) -> None:
        if route.screen == SEARCH and self._search.vain:
            searched = Route(SEARCH, self._search.vain)
            if searched not in self._seen:
                self._seen.add(searched)
                self._count(NO_RESULT, "", self._visit.catalogue.language)

    def _end(self) -> None:
        self._leave(self._at)
        self._at = Route("")
        self._seen.clear()
