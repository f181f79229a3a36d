"""What visitors look into, as a count for the city: each topic once a visit, and never who."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.viewmodels.visit import Visit

TOPIC = "topic"


class Interest(QObject):
    """Tells `opened` the topic and the language of whoever looks into it, behind the screen's back."""

    def __init__(self, visit: Visit, opened: Callable[[str, str], None]) -> None:
        super().__init__(visit)
        self._visit = visit
        self._opened = opened
        self._seen: set[str] = set()
        visit.turned.connect(self._look)
        visit.ended.connect(self._seen.clear)

    def _look(self) -> None:
        screen, topic = self._visit.route
        if screen == TOPIC and topic not in self._seen:
            self._seen.add(topic)
            self._opened(topic, self._visit.catalogue.language)
