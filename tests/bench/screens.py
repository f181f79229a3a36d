"""From a touch to the next screen, and the work of scrolling: `python -m tests.bench.screens DATA` prints rows.

The window is drawn by Qt's software renderer as on a kiosk, into memory instead of a display.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import mean, median

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from content.here import Place
from kiosk.app import WINDOW, Kiosk
from kiosk.qt import application
from kiosk.settings import Settings
from tests.bench.frames import Frames
from tests.bench.rivals import PLAIN_LIST
from tests.bench.table import Row, p95
from ui.viewmodels.rows import Role

FRIDAY = datetime(2026, 11, 20, 10, 30)  # noqa: DTZ001 - local wall time, as the kiosk's clock
KOBERG = Place(name="Bibliothek", latitude=53.8713, longitude=10.6884)
LANGUAGE = "de"
OFFERS = 40
STEP, STEPS, PASSES = 23, 150, 9  # pixels a frame, frames a pass, passes of each list


class Tour:
    """One visitor's way through a kiosk, timed."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.frames = Frames(kiosk.window)
        self.topic, self.length = max(kiosk.library.browse.offer_counts().items(), key=lambda count: count[1])
        self.frames.after(kiosk.window.show)
        self.frames.settled()
        kiosk.prepare()

    def rows(self) -> Iterator[Row]:
        """The times of all screens."""
        visit = self.kiosk.visit
        first_home = self._timed(lambda: visit.begin(LANGUAGE))
        first_offer = self._timed(lambda: visit.open("offer", self._ids(1)[0]))
        yield Row("language chosen → home", self._again(lambda: visit.begin(LANGUAGE), visit.end), "ms",
                  note=f"first time {first_home:.0f} ms")
        yield Row("any screen → home", self._again(visit.home, lambda: visit.open("about", "")), "ms")
        yield Row("home → topic", self._again(lambda: visit.open("topic", self.topic), visit.home), "ms")
        yield Row(f"topic → list of {self.length} offers",
                  self._again(lambda: visit.open("results", f"topic:{self.topic}"), visit.home), "ms")
        offers = [self._from_list(id_) for id_ in self._ids(OFFERS)]
        yield Row("opening an offer, p95", p95(offers), "ms", 50,
                  note=f"median {median(offers):.0f} ms, the very first {first_offer:.0f} ms")

    def _again(self, act: Callable[[], object], before: Callable[[], object]) -> float:
        times = []
        for _ in range(7):
            before()
            self.frames.settled()
            times.append(self._timed(act))
        return median(times)

    def _from_list(self, offer: str) -> float:
        self.kiosk.visit.open("results", f"topic:{self.topic}")
        self.frames.settled()
        taken = self._timed(lambda: self.kiosk.visit.open("offer", offer))
        self.kiosk.visit.back()
        return taken

    def _timed(self, act: Callable[[], object]) -> float:
        taken = self.frames.after(act)
        self.frames.settled()
        return taken

    def _ids(self, count: int) -> list[str]:
        """Offers of the longest topic, from all of its list."""
        keys = [offer.key for offer in self.kiosk.library.browse.offers(self.topic)]
        rows = self.kiosk.library.browse.rows(keys[::max(1, len(keys) // count)], LANGUAGE)
        return [row.id for row in rows]


def scrolling(tour: Tour) -> Row:
    """Processor time a frame of the longest list, beside a plain QML list of the same texts."""
    tour.kiosk.visit.open("results", f"topic:{tour.topic}")
    tour.frames.settled()
    ours = _list_in(tour.kiosk.window.contentItem())
    engine, plain = _plain(ours, _texts(tour.kiosk.results.rows))
    theirs, frames = _list_in(plain.contentItem()), Frames(plain)
    frames.settled()
    pairs = [(_pass(ours, tour.frames), _pass(theirs, frames)) for _ in range(PASSES)]
    work, plain_work = (median(column) for column in zip(*pairs, strict=True))
    engine.clearComponentCache()
    return Row("work a frame while scrolling", work, "ms", 2, "plain QML list", plain_work)


def _list_in(item: QQuickItem) -> QQuickItem:
    found = [item]
    while not found[0].inherits("QQuickListView"):
        found[:1] = found[0].childItems()
    return found[0]


def _texts(rows: QAbstractItemModel) -> list[list[object]]:
    """Title, summary and facts of every row."""
    entries = [rows.data(rows.index(number, 0), Role.ENTRY) for number in range(rows.rowCount())]
    return [[entry["title"], entry["summary"], _facts(entry)] for entry in entries]


def _facts(entry: dict[str, object]) -> list[object]:
    named = {"Kostenlos": entry["free"], "Rollstuhlgerecht": entry["wheelchair"]}
    return [entry["hours"], entry["distance"], *(name for name, true in named.items() if true)]


def _plain(ours: QQuickItem, texts: Sequence[Sequence[object]]) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """A list with rows as high as ours on average, in a window as large as our list."""
    engine = QQmlApplicationEngine()
    gap = ours.property("spacing")
    engine.setInitialProperties({
        "texts": texts, "width": ours.width(), "height": ours.height(), "gap": gap,
        "rowHeight": ours.property("contentHeight") / len(texts) - gap})
    engine.loadData(PLAIN_LIST)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return engine, window


def _pass(view: QQuickItem, frames: Frames) -> float:
    """Mean processor milliseconds a frame down the list."""
    return mean(frames.work(partial(view.setProperty, "contentY", at)) for at in range(STEP, STEP * STEPS, STEP))


def main(folder: str) -> None:
    """Print every row as a line of JSON."""
    qt = application(sys.argv[:1])
    kiosk = Kiosk(Path(folder), Settings(place=KOBERG), QSize(WINDOW), lambda: FRIDAY)
    tour = Tour(kiosk)
    for row in chain(tour.rows(), map(scrolling, [tour])):
        sys.stdout.write(json.dumps(row) + "\n")
    kiosk.close()
    qt.quit()


if __name__ == "__main__":
    main(sys.argv[1])
