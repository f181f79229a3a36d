"""Keeps what is shown in step with where the visitor is and which language they read."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from content.here import Here
from ui.viewmodels.visit import Route, Visit
from ui.wording import Wording


class Scene(Protocol):
    """One screen's view model: told what to show, each time it is to be shown, in the visitor's words."""

    def show(self, target: str, wording: Wording) -> None:
        """Show `target`."""

    def forget(self) -> None:
        """The visit ended: show nothing, and know nothing of it."""


class Stage(QObject):
    """Tells the scene of the present screen what to show, whenever the route or the language changes."""

    def __init__(self, visit: Visit, scenes: Mapping[str, Scene], now: Callable[[], datetime], land: str,
                 here: Here) -> None:
        super().__init__()
        self._visit = visit
        self._scenes = scenes
        self._now = now
        self._land = land
        self._here = here
        visit.turned.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the present screen anew."""
        self.prepare(self._visit.route)

    def prepare(self, route: Route) -> None:
        """Have the scene of a route ready, on the screen or not."""
        scene = self._scenes.get(route.screen)
        if scene:
            scene.show(route.target, Wording(self._visit.catalogue, self._now, self._land, self._here))
