"""What looks after a running kiosk: passes and sticks, and the keeper's screen that tells of them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from content.library import Library
from kiosk.pin import Pin
from kiosk.settings import Sync
from kiosk.upkeep.errand import command
from kiosk.upkeep.network import Network
from kiosk.upkeep.passes import Passes
from kiosk.upkeep.sticks import Sticks
from ui.report import Report
from ui.viewmodels.keeper import Keeper
from ui.viewmodels.lock import Lock
from ui.viewmodels.stick import Stick

MINUTE = 60


class Caretaker:
    """Of the kiosk in `folder`. `version` is that of the program."""

    def __init__(self, folder: Path, library: Library, settings: Sync, now: Callable[[], datetime],
                 version: Callable[[], str]) -> None:
        self._folder = folder
        self._library = library
        self._settings = settings
        self._version = version
        self.passes = Passes(command(folder, "sync", "--once", "--json"), settings.interval * MINUTE, now)
        self.sticks = Sticks(settings.sticks, lambda stick: command(folder, "bundle", "import", str(stick), "--json"))
        self.stick = Stick()
        self.lock = Lock(Pin(folder))
        self.keeper = Keeper(self.lock, self._report, self.passes.go)
        self.passes.began.connect(self.keeper.began)
        self.passes.told.connect(self.keeper.hear)
        self.passes.ended.connect(self.keeper.ended)
        self.sticks.changed.connect(self._tell)

    def start(self) -> None:
        """From now on the kiosk becomes current by itself, and whenever the network comes back."""
        if self._settings.enabled:
            Network(self.passes).returned.connect(self.passes.soon)
            self.passes.soon()
        if self._settings.sticks:
            self.sticks.watch()

    def close(self) -> None:
        """No more of it."""
        self.passes.close()
        self.sticks.close()

    def _tell(self) -> None:
        self.stick.tell(self.sticks.state)
        self.keeper.refresh()

    def _report(self) -> Report:
        from kiosk.upkeep.report import report  # the first picture does not wait for it
        return report(self._library.store, self._folder)._replace(
            next=self.passes.next, by_itself=self._settings.enabled, version=self._version(),
            stick=self.sticks.state, stick_message=self.sticks.message)
